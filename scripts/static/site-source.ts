import { setTimeout } from "node:timers/promises";
import { robotsPath } from "../../src/addresses/public.ts";
import { staticWords } from "../../src/vietnamese/words/static.ts";
import { openStores } from "../backup/backup-flags.ts";
import { buildWorker } from "../build-worker.ts";
import { askD1, migrate } from "../start/migration-store.ts";
import { runWorker } from "../start/running-worker.ts";
import { openSecrets } from "../start/secrets.ts";
import { localBindings, readLocalSettings } from "../start/settings.ts";
import { StartFailure, takeFirstLine } from "../start/start-failure.ts";
import { openStateFolder } from "../start/state-folder.ts";
import { lockState } from "../start/state-lock.ts";
import { readWorkerConfig } from "../start/worker-config.ts";
import type { AskSite } from "./copy-site.ts";
import { readOldAddresses } from "./old-address-store.ts";

/** A site that can be copied. */
export type SiteSource = {
  ask: AskSite;
  /** The origin in its absolute addresses. */
  origin: string;
  oldAddresses: string[];
  close: () => Promise<void>;
};

type SourceFlags = { state?: string; remote: boolean; config: string };

/** A site that runs. Its former addresses are in its database, which only `--state` or `--remote` opens. */
export async function openRunningSite(from: string, flags: SourceFlags): Promise<SiteSource> {
  const ask: AskSite = (key, headers = {}) => askPatiently(from + key, headers);
  const origin = await readOrigin(ask);
  if (flags.state === undefined && !flags.remote) {
    console.log(staticWords.linksOnly);
    return { ask, origin, oldAddresses: [], close: async () => undefined };
  }
  const { remote, config, state = "" } = flags;
  const stores = await openStores({ remote, config, state, port: "8787" }, "backup");
  try {
    const oldAddresses = await readOldAddresses(stores.ask);
    return { ask, origin, oldAddresses, close: async () => undefined };
  } finally {
    await stores.close();
  }
}

/** A site limits how often one client asks for later pages of lists: docs/decisions/039-limits-of-reading.md. */
async function askPatiently(url: string, headers: Record<string, string>): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, { headers, redirect: "manual" });
    const seconds = Number(answer.headers.get("retry-after"));
    if (answer.status !== 429 || seconds === 0) return answer;
    await answer.body?.cancel();
    console.log(staticWords.waiting(seconds));
    await setTimeout(seconds * 1000);
  }
}

/** The site of a state folder, which does not run. */
export async function openStoppedSite(folder: string): Promise<SiteSource> {
  const state = await openStateFolder(folder);
  if (state.isNew) throw new StartFailure(staticWords.noSite(folder));
  await lockState(state.path, () => staticWords.stateInUse(folder));
  const [config, code] = await Promise.all([readWorkerConfig(), buildWorker()]);
  const secrets = await openSecrets(state, config.secrets);
  const settings = readLocalSettings(config, 8787, secrets);
  const bindings = { ...settings, ...secrets, ...localBindings };
  const origin = settings["BASE_URL"] ?? "";
  const worker = await runWorker({
    config,
    code,
    bindings,
    host: "127.0.0.1",
    port: 0,
    resources: state.resources,
    // One line for each request would hide the command's own.
    onLine: () => undefined,
  });
  try {
    await migrate(worker.database, config.migrations);
    const oldAddresses = await readOldAddresses(askD1(worker.database));
    const ask: AskSite = (key, headers = {}) => worker.ask(origin + key, headers);
    return { ask, origin, oldAddresses, close: () => worker.stop() };
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

async function readOrigin(ask: AskSite): Promise<string> {
  try {
    const answer = await ask(robotsPath);
    const [, sitemap = ""] = /^Sitemap: (\S+)$/m.exec(await answer.text()) ?? [];
    return new URL(sitemap).origin;
  } catch (error) {
    throw new StartFailure(staticWords.noAnswer(robotsPath, takeFirstLine(error)));
  }
}
