import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import type { Section } from "../src/article/article.ts";
import { buildWorker } from "../scripts/build-worker.ts";
import { addAccounts, addSections } from "../scripts/start/demo-store.ts";
import { migrate } from "../scripts/start/migration-store.ts";
import { makeQuietOptions } from "../scripts/start/quiet-miniflare.ts";
import { endRuntimeWithThisProcess } from "../scripts/start/runtime-process.ts";
import { openSecrets } from "../scripts/start/secrets.ts";
import { localBindings, readLocalSettings } from "../scripts/start/settings.ts";
import { openStateFolder } from "../scripts/start/state-folder.ts";
import { readWorkerConfig } from "../scripts/start/worker-config.ts";
import { unusedPort } from "../test/process/start-process.ts";
import { MemoryProbe } from "./memory-probe.ts";

export type Answer = { status: number; body: string };

/** An empty site in a temporary folder, whose memory is watched. */
export type WatchedSite = {
  probe: MemoryProbe;
  /** Sends a request to the API with a reporter's token, or to the newsroom with a reporter's session. */
  send(path: string, init: RequestInit): Promise<Answer>;
  stop(): Promise<void>;
};

const reporter = { role: "reporter", username: "thebang", password: "một mật khẩu để đo" } as const;
const token = `bt_${"m".repeat(43)}`;

export async function openWatchedSite(): Promise<WatchedSite> {
  const state = await openStateFolder(await mkdtemp(join(tmpdir(), "ban-tin-memory-")));
  const config = await readWorkerConfig();
  const secrets = await openSecrets(state, config.secrets);
  const port = await unusedPort();
  const inspectorPort = await unusedPort();
  const worker = {
    ...config.options,
    name: "watched",
    bindings: { ...readLocalSettings(config, port, secrets), ...secrets, ...localBindings },
    modules: [{ type: "ESModule" as const, path: "worker.js", contents: await buildWorker() }],
    unsafeDirectSockets: [{ host: "127.0.0.1", port }],
  };
  const runtime = endRuntimeWithThisProcess();
  const options = makeQuietOptions(state.resources, [worker, config.assets]);
  const miniflare = new Miniflare({ ...options, inspectorPort });
  await miniflare.ready;
  const database = await miniflare.getD1Database("DB", "watched");
  await migrate(database, config.migrations);
  await addSections(
    database,
    JSON.parse(await readFile("demo/sections.json", "utf8")) as Section[],
  );
  await addAccounts(database, [{ ...reporter, token }], secrets["TOKEN_KEY"] ?? "");
  const inspector = `ws://127.0.0.1:${inspectorPort}/core:user:watched`;
  const probe = await MemoryProbe.open(inspector, runtime.ids.at(-1) ?? 0);
  const address = `http://localhost:${port}`;
  const cookie = await signIn(address);
  return {
    probe,
    send: async (path, init) => {
      const headers = new Headers(init.headers);
      if (path.startsWith("/api/")) headers.set("authorization", `Bearer ${token}`);
      else headers.set("cookie", cookie);
      headers.set("origin", address);
      const answer = await fetch(address + path, { ...init, headers, redirect: "manual" });
      return { status: answer.status, body: await answer.text() };
    },
    stop: async () => {
      probe.close();
      await miniflare.dispose();
      runtime.letGo();
      await rm(state.path, { recursive: true });
    },
  };
}

/** Returns the cookies of a session. */
async function signIn(address: string): Promise<string> {
  const { username, password } = reporter;
  const answer = await fetch(`${address}/toa-soan/dang-nhap`, {
    method: "POST",
    body: new URLSearchParams({ username, password }),
    headers: { origin: address },
    redirect: "manual",
  });
  if (answer.status !== 303) throw new Error(`sign-in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";", 1).join(""))
    .join("; ");
}
