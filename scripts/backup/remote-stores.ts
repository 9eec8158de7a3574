import { backupWords } from "../../src/vietnamese/words/backup.ts";
import { askWrangler } from "../deploy/ask-wrangler.ts";
import { readDeploySettings } from "../deploy/deploy-settings.ts";
import type { DeploySettings } from "../deploy/deploy-settings.ts";
import { openSiteDatabase } from "../deploy/site-database.ts";
import { StartFailure, takeFirstLine } from "../start/start-failure.ts";
import { makeEmptyStores } from "./site-stores.ts";
import type { Purpose, SiteStores } from "./site-stores.ts";

type Call = { method?: string; body?: string | Uint8Array; type?: string };

type Rows = Record<string, unknown>[];

/**
 * Opens the database and the bucket of a site on Cloudflare, through its REST API. A restore makes them if there are none, and stops
 * the site's clock. Throws StartFailure.
 */
export async function openRemoteStores(purpose: Purpose, config: string): Promise<SiteStores> {
  const settings = await readDeploySettings(config);
  const { names, address, migrations } = settings;
  if (purpose === "restore") openSiteDatabase(settings, null);
  const api = await openAccount(settings);
  const id = await findDatabase(api, names.database);
  if (id === null && purpose === "dry-run") return makeEmptyStores(address, migrations);
  if (id === null) throw new StartFailure(backupWords.noRemoteSite(names.database));
  const query = async (body: object): Promise<Rows[]> => {
    const call = { method: "POST", body: JSON.stringify(body), type: "application/json" };
    const answers = await api.ask<{ results?: Rows }[]>(`/d1/database/${id}/query`, call);
    return answers.map(({ results = [] }) => results);
  };
  const objects = `/r2/buckets/${names.bucket}/objects/`;
  const place = (key: string): string => objects + key.split("/").map(encodeURIComponent).join("/");
  if (purpose === "restore") {
    await makeBucket(api, names.bucket);
    await stopClock(api, names.worker);
  }
  return {
    address,
    migrations,
    ask: (statements) =>
      query({ sql: statements.map((one) => one.replace(/;\s*$/, "")).join(";\n") }),
    run: async (sql, params) => void (await query({ sql, params })),
    getObject: async (key) => {
      const response = await api.call(place(key), {});
      if (response.status === 404) return null;
      if (!response.ok || response.body === null) throw await explain(response);
      return { body: response.body, type: response.headers.get("content-type") ?? "" };
    },
    putObject: async (key, body, type) => {
      await api.ask(place(key), { method: "PUT", body, type });
    },
    snapshot: null,
    close: async () => undefined,
  };
}

type Account = {
  /** Resolves to the answer, whatever its status. */
  call: (path: string, call: Call) => Promise<Response>;
  /** Resolves to the result. Throws StartFailure for an error. */
  ask: <Result>(path: string, call: Call) => Promise<Result>;
};

async function openAccount({ raw, file }: DeploySettings): Promise<Account> {
  const base = process.env["CLOUDFLARE_API_BASE_URL"] ?? "https://api.cloudflare.com/client/v4";
  let token = readToken(file);
  const send = async (path: string, { method = "GET", body, type }: Call): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...(type ? { "content-type": type } : {}) };
    const init = { method, headers, ...(body === undefined ? {} : { body: body as BodyInit }) };
    const response = await patiently(() => fetch(base + path, init));
    if (response.status !== 401) return response;
    // The token of `wrangler login` lasts an hour, and wrangler makes a new one.
    const newer = readToken(file);
    if (newer === token) return response;
    token = newer;
    return send(path, {
      method,
      ...(body === undefined ? {} : { body }),
      ...(type ? { type } : {}),
    });
  };
  const id = raw.account_id ?? process.env["CLOUDFLARE_ACCOUNT_ID"] ?? (await findAccount(send));
  const call: Account["call"] = (path, what) => send(`/accounts/${id}${path}`, what);
  const ask = async <Result>(path: string, what: Call): Promise<Result> => {
    const response = await call(path, what);
    if (!response.ok) throw await explain(response);
    return ((await response.json()) as { result: Result }).result;
  };
  return { call, ask };
}

function readToken(config: string): string {
  const token = process.env["CLOUDFLARE_API_TOKEN"];
  if (token !== undefined) return token;
  const command = ["auth", "token", "--json", "--config", config];
  return askWrangler<{ token?: string }>(command).token ?? "";
}

async function findAccount(send: Account["call"]): Promise<string> {
  const response = await send("/accounts", {});
  if (!response.ok) throw await explain(response);
  const { result } = (await response.json()) as { result: { id: string }[] };
  const [account, other] = result;
  if (account === undefined || other !== undefined)
    throw new StartFailure(backupWords.whichAccount);
  return account.id;
}

const maxAttempts = 8;

/** Repeats a request that the network or the platform fails, and waits while too many were sent: 1,200 in five minutes are allowed. */
async function patiently(request: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await request();
      const mayPass = response.status === 429 || response.status >= 500;
      if (!mayPass || attempt === maxAttempts) return response;
      const seconds = Number(response.headers.get("retry-after") ?? 2 ** attempt);
      await response.body?.cancel();
      await wait(1000 * (seconds || 2 ** attempt));
    } catch (error) {
      if (attempt === maxAttempts)
        throw new StartFailure(backupWords.cannotAsk(takeFirstLine(error)));
      await wait(1000 * 2 ** attempt);
    }
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function explain(response: Response): Promise<StartFailure> {
  const text = await response.text();
  const [, message = text] = /"message":\s*"((?:[^"\\]|\\.)*)"/.exec(text) ?? [];
  return new StartFailure(backupWords.cannotAsk(`${response.status} ${takeFirstLine(message)}`));
}

async function findDatabase(api: Account, name: string): Promise<string | null> {
  const path = `/d1/database?name=${encodeURIComponent(name)}`;
  const found = await api.ask<{ name: string; uuid: string }[]>(path, {});
  return found.find((one) => one.name === name)?.uuid ?? null;
}

async function makeBucket(api: Account, name: string): Promise<void> {
  const call = { method: "POST", body: JSON.stringify({ name }), type: "application/json" };
  const found = await api.call(`/r2/buckets/${name}`, {});
  if (!found.ok) await api.ask("/r2/buckets", call);
}

/** A site that is deployed already must not publish, tidy or delete while its rows come back. The next deployment starts the clock. */
async function stopClock(api: Account, worker: string): Promise<void> {
  const path = `/workers/scripts/${worker}/schedules`;
  const found = await api.call(path, {});
  if (found.status === 404) return;
  await api.ask(path, { method: "PUT", body: "[]", type: "application/json" });
}
