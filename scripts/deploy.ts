import { parseArgs } from "node:util";
import { deployWords } from "../src/vietnamese/words/start.ts";
import { buildWorker } from "./build-worker.ts";
import { makeDeployMessage } from "./deploy/ask-wrangler.ts";
import { readDeploySettings, writeDeployment } from "./deploy/deploy-settings.ts";
import type { DeploySettings } from "./deploy/deploy-settings.ts";
import { openSiteDatabase } from "./deploy/site-database.ts";
import { takeFirstLine, explainStartFailure, StartFailure } from "./start/start-failure.ts";
import { captureWrangler, runWrangler } from "./start/wrangler.ts";

/**
 * `npm run deploy`: checks, migrates, deploys. `--dry-run` checks the settings and packs the Worker without calling Cloudflare.
 * `--config FILE` names another wrangler.toml. `--moved-from ADDRESS` permits a new BASE_URL for the site of that address.
 */
await explainStartFailure(async () => {
  const flags = readDeployFlags();
  const settings = await readDeploySettings(flags.config);
  // Without wrangler's bundler: deploys the same bytes that npm start runs and npm run bench measures.
  const deploy = ["deploy", "--no-bundle", "--message", makeDeployMessage(settings.objects)];
  if (flags["dry-run"]) {
    const config = await writeDeployment(settings, await buildWorker(), null);
    return run([...deploy, "--dry-run"], config);
  }
  requireSecrets(settings);
  const id = openSiteDatabase(settings, flags["moved-from"] ?? null);
  const config = await writeDeployment(settings, await buildWorker(), id);
  // Old code works with a new schema, new code does not work with an old one.
  // It must not ask: after the answer "no" it succeeds, and the new code would follow.
  run(["d1", "migrations", "apply", "DB", "--remote"], config);
  // It asks before the site takes a domain that shows something else.
  run(deploy, config, true);
  console.log(deployWords.done(settings.address));
});

function readDeployFlags() {
  try {
    const { values } = parseArgs({
      options: {
        config: { type: "string", default: "wrangler.toml" },
        "dry-run": { type: "boolean", default: false },
        "moved-from": { type: "string" },
      },
    });
    return values;
  } catch {
    throw new StartFailure(deployWords.usage);
  }
}

/** Throws StartFailure that names the required secrets that Cloudflare does not have. */
function requireSecrets({ secrets, file }: DeploySettings): void {
  const list = ["secret", "list", "--format", "json", "--config", file];
  const { status, answer, complaint } = captureWrangler(list);
  // Before the first deployment no Worker exists that could have secrets.
  const noWorkerYet = /10007|does not exist/.test(answer + complaint);
  if (status !== 0 && !noWorkerYet) {
    throw new StartFailure(deployWords.cannotAsk(takeFirstLine(complaint)));
  }
  const kept = noWorkerYet
    ? []
    : (JSON.parse(answer) as { name: string }[]).map(({ name }) => name);
  const missing = secrets.filter((name) => !kept.includes(name));
  if (missing.length > 0) throw new StartFailure(deployWords.missingSecrets(missing, file));
}

function run(command: string[], config: string, mayAsk = false): void {
  console.log(`wrangler ${command.join(" ")}`);
  if (runWrangler([...command, "--config", config], mayAsk)) return;
  throw new StartFailure(deployWords.stepFailed(command.slice(0, 3).join(" ")));
}
