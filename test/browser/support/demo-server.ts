import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWorker } from "../../../scripts/build-worker.ts";
import { openDemoAccounts } from "../../../scripts/start/demo-accounts.ts";
import { openSite } from "../../../scripts/start/open-site.ts";
import type { OpenSite } from "../../../scripts/start/open-site.ts";
import { localBindings } from "../../../scripts/start/settings.ts";
import { runWorker } from "../../../scripts/start/running-worker.ts";
import type { RunningWorker } from "../../../scripts/start/running-worker.ts";
import { readWorkerConfig } from "../../../scripts/start/worker-config.ts";
import { withdrawAnArticle } from "./withdrawn-article.ts";

// A process of its own. At its first port it serves the demo and an article that is withdrawn, at its second a site
// without a database, so that every page of it fails. It sends "ready", and ends with its parent, even while it loads.
const [port = 0, brokenPort = 0] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "ban-tin-browser-"));
const stops: (() => Promise<void>)[] = [];
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
process.once("disconnect", () => {
  void Promise.all(stops.map((stop) => stop())).finally(() => process.exit(0));
});

const state = join(folder, "state");
const code = await buildWorker();
const site = await openSite({ port, state, demo: true, help: false }, async () => code);
stops.push(() => site.worker.stop());
await withdrawAnArticle(site.address, await openDemoAccounts(site.state));
const broken = await openBrokenSite(site);
stops.push(() => broken.stop());
process.send?.("ready");

async function openBrokenSite({ vars, secrets }: OpenSite): Promise<RunningWorker> {
  const config = await readWorkerConfig();
  const bindings = {
    ...vars,
    ...secrets,
    ...localBindings,
    BASE_URL: `http://localhost:${brokenPort}`,
  };
  const resources = join(folder, "broken");
  return runWorker({
    config,
    code,
    bindings,
    host: "127.0.0.1",
    port: brokenPort,
    resources,
    onLine: null,
  });
}
