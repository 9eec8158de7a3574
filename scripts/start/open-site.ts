import { readFile, rm } from "node:fs/promises";
import { stripVTControlCharacters } from "node:util";
import type { Section } from "../../src/article/article.ts";
import type { Topic } from "../../src/published/published.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { buildWorker } from "../build-worker.ts";
import { requirePublicSettings } from "../deploy/deploy-settings.ts";
import { listAccounts, openDemoAccounts } from "./demo-accounts.ts";
import { enterDemo, planDemo, findRemainingDemo } from "./demo-articles.ts";
import { arrangeDemoSite } from "./demo-site.ts";
import { addAccounts, addSections, addTopics } from "./demo-store.ts";
import { requireFreePort } from "./free-port.ts";
import { migrate } from "./migration-store.ts";
import { runWorker } from "./running-worker.ts";
import type { LogLine, RunningWorker } from "./running-worker.ts";
import { openSecrets, requireSecrets } from "./secrets.ts";
import { localBindings, readLocalSettings } from "./settings.ts";
import { lockState } from "./state-lock.ts";
import { StartFailure } from "./start-failure.ts";
import type { StartFlags } from "./start-flags.ts";
import { openStateFolder } from "./state-folder.ts";
import type { StateFolder } from "./state-folder.ts";
import { readWorkerConfig } from "./worker-config.ts";

/** A site that serves on localhost. */
export type OpenSite = {
  /** Origin. */
  address: string;
  state: StateFolder;
  /** The Worker's settings. */
  vars: Record<string, string>;
  secrets: Record<string, string>;
  worker: RunningWorker;
};

/**
 * Opens the site of a state folder: reads settings and secrets, builds and starts the Worker, migrates, and enters the demo if
 * the folder is new. Throws StartFailure when a step fails, and then leaves nothing running. `build` returns the Worker's code.
 */
export async function openSite(flags: StartFlags, build = buildOrFail): Promise<OpenSite> {
  await requireFreePort(flags.port);
  const state = await openStateFolder(flags.state);
  await lockState(state.path);
  const [config, code] = await Promise.all([readWorkerConfig(), build()]);
  const readSecrets = flags.production ? requireSecrets : openSecrets;
  const secrets = await readSecrets(state, config.secrets);
  const vars = readLocalSettings(config, flags.port, secrets);
  if (flags.production) requirePublicSettings({ vars, secrets: config.secrets });
  if (state.isNew && flags.demo) await planDemo(state, await openDemoAccounts(state));
  const { port, host = "127.0.0.1" } = flags;
  const bindings = {
    ...vars,
    ...secrets,
    ...localBindings,
    ...(flags.production ? { REQUEST_LOG: "on", PLAN: "none" } : {}),
    CLIENT_ADDRESS: flags.behindProxy ? "proxy" : "none",
  };
  const { resources } = state;
  const onLine = flags.production ? writeLine : null;
  const worker = await runWorker({ config, code, bindings, host, port, resources, onLine });
  const site = { address: `http://localhost:${port}`, state, vars, secrets, worker };
  try {
    const migrations = await migrate(worker.database, config.migrations);
    if (migrations > 0) report(flags, startWords.migrated(migrations));
    await requireAnswer(site.address);
    if (flags.demo) await openDemo(site);
    return site;
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

/** Tells the operator something: as plain text in a terminal, as a line of JSON for a site with `--production`. */
export function report({ production = false }: Pick<StartFlags, "production">, text: string): void {
  if (!production) return console.log(text);
  writeLine({
    timestamp: Date.now(),
    level: "log",
    message: JSON.stringify({ event: "start", text }),
  });
}

/** Writes what the Worker logs to stdout, with its time. What is not ours, such as a crash of the runtime, becomes JSON, too. */
function writeLine({ timestamp, level, message }: LogLine): void {
  const isOurs = message.startsWith('{"event":');
  const line = isOurs ? message : JSON.stringify({ event: "runtime", text: message });
  const time = new Date(timestamp).toISOString();
  process.stdout.write(`{"time":"${time}","level":"${level}",${line.slice(1)}\n`);
}

async function buildOrFail(): Promise<string> {
  try {
    return await buildWorker();
  } catch (error) {
    throw new StartFailure(startWords.buildFailed(readBuildError(error)));
  }
}

/** The first error that Rolldown found, and its place: it draws the code around it, in colours. */
function readBuildError(error: unknown): string {
  const [, , first = "", ...others] = stripVTControlCharacters(String(error)).split("\n");
  const place = /\S+:\d+:\d+/.exec(others.join("\n"))?.[0];
  return place === undefined ? first : `${first} (${place})`;
}

async function requireAnswer(address: string): Promise<void> {
  const path = "/healthz";
  const response = await fetch(address + path);
  await response.body?.cancel();
  if (!response.ok) throw new StartFailure(startWords.notAnswering(path, response.status));
}

/** Enters the part of the demo that is not entered yet. */
async function openDemo({ address, state, vars, secrets, worker }: OpenSite): Promise<void> {
  const remaining = await findRemainingDemo(state);
  if (remaining === null) return;
  const accounts = await openDemoAccounts(state);
  const sections = JSON.parse(await readFile("demo/sections.json", "utf8")) as Section[];
  const topics = JSON.parse(await readFile("demo/topics.json", "utf8")) as Topic[];
  await addSections(worker.database, sections);
  await addTopics(worker.database, topics);
  await addAccounts(worker.database, accounts, secrets["TOKEN_KEY"] ?? "");
  console.log(startWords.demoAccounts(state.demoAccounts) + "\n" + listAccounts(accounts));
  await enterDemo(address, state, accounts, remaining);
  await arrangeDemoSite({ address, vars, database: worker.database }, accounts);
  await rm(state.demoRemaining);
}
