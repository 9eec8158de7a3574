import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { buildWorker } from "../../../scripts/build-worker.ts";
import type { DemoAccount } from "../../../scripts/start/demo-accounts.ts";
import { addAccounts } from "../../../scripts/start/demo-store.ts";
import { openSite } from "../../../scripts/start/open-site.ts";
import type { D1 } from "../../../scripts/start/running-worker.ts";
import type { Role } from "../../../src/people/person.ts";
import { unusedPort } from "../../process/start-process.ts";
import { password } from "./sign-in.ts";

/** The built Worker on miniflare, as `npm start` runs it, with a new state folder and without the demo. */
export type EmptySite = {
  address: string;
  /** The state folder. */
  state: string;
  database: D1;
  /** Runs the work of each minute now. */
  tick: () => Promise<void>;
  /** Adds users of a role. Each of the returned functions sends requests with the token of one. */
  hire: (role: Role, count: number) => Promise<Sends[]>;
  stop: () => Promise<void>;
};

/** Sends a request to a path of the site. */
export type Sends = (path: string, init?: RequestInit) => Promise<Response>;

/** The code of the Worker: the files that run in this process share it. */
let code: Promise<string> | null = null;

export async function openEmptySite(): Promise<EmptySite> {
  const state = await mkdtemp(join(tmpdir(), "ban-tin-"));
  // Vitest sets its own BASE_URL in the environment, and the site would read it as its setting.
  vi.stubEnv("BASE_URL", undefined);
  const flags = { port: await unusedPort(), state: join(state, "state"), demo: false, help: false };
  const { address, secrets, worker } = await openSite(flags, () => (code ??= buildWorker()));
  const { database } = worker;
  return {
    address,
    state: flags.state,
    database,
    tick: () => worker.fireCron("* * * * *"),
    hire: async (role, count) => {
      const accounts = Array.from({ length: count }, (_, n) => account(role, n));
      await addAccounts(database, accounts, secrets["TOKEN_KEY"] ?? "");
      return accounts.map(({ token }) => sendWithToken(address, token));
    },
    stop: async () => {
      await worker.stop();
      await rm(state, { recursive: true, force: true });
    },
  };
}

function account(role: Role, n: number): DemoAccount {
  const username = `${role}-${n}`;
  return { role, username, password, token: `bt_${username}_${"x".repeat(32)}` };
}

function sendWithToken(address: string, token: string): Sends {
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${token}`);
    return fetch(address + path, { redirect: "manual", ...init, headers });
  };
}
