import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { deployWords } from "../src/vietnamese/words/start.ts";
import { assetsFolder } from "./build-client.ts";
import { buildWorker } from "./build-worker.ts";
import { findWrongSettings } from "./start/settings.ts";
import { takeFirstLine, explainStartFailure, StartFailure } from "./start/start-failure.ts";
import { readWorkerConfig } from "./start/worker-config.ts";
import type { WorkerConfig } from "./start/worker-config.ts";
import { captureWrangler, runWrangler } from "./start/wrangler.ts";

const bundle = "dist/worker.js";

/**
 * `npm run deploy`: checks, migrates, deploys. `--dry-run` checks the settings and packs the Worker without calling Cloudflare.
 * `--config FILE` names another wrangler.toml.
 */
await explainStartFailure(async () => {
  const flags = readDeployFlags();
  const config = await readWorkerConfig(flags.config);
  requirePublicSettings(config);
  await mkdir("dist", { recursive: true });
  await writeFile(bundle, await buildWorker());
  const wrangler = makeWranglerRunner(flags.config);
  // Without wrangler's bundler: deploys the same bytes that npm start runs and npm run bench measures.
  const deploy = ["deploy", bundle, "--no-bundle", "--assets", assetsFolder];
  if (flags["dry-run"]) return wrangler([...deploy, "--dry-run"]);

  requireSecrets(config, flags.config);
  const migrate = ["d1", "migrations", "apply", "DB", "--remote"];
  // Old code works with a new schema, new code does not work with an old one. The first deployment creates the database.
  const steps = config.hasDatabase ? [migrate, deploy] : [deploy, migrate];
  for (const step of steps) wrangler(step);
});

function readDeployFlags(): { config: string; "dry-run": boolean } {
  try {
    const { values } = parseArgs({
      options: {
        config: { type: "string", default: "wrangler.toml" },
        "dry-run": { type: "boolean", default: false },
      },
    });
    return values;
  } catch {
    throw new StartFailure(deployWords.usage);
  }
}

/** Throws StartFailure when a setting is wrong or still has the example's value. */
function requirePublicSettings({ vars, secrets }: WorkerConfig): void {
  const withSecrets = {
    ...vars,
    ...Object.fromEntries(secrets.map((name) => [name, "x".repeat(32)])),
  };
  const wrong = findWrongSettings(withSecrets);
  if (wrong.length > 0) throw new StartFailure(deployWords.wrongSettings(wrong));
  const { protocol, hostname } = new URL(vars["BASE_URL"] ?? "");
  if (protocol !== "https:" || hostname === "localhost") {
    throw new StartFailure(deployWords.localAddress(vars["BASE_URL"] ?? ""));
  }
  const examples = Object.keys(vars).filter((name) => /\bexample\./.test(vars[name] ?? ""));
  if (examples.length > 0) throw new StartFailure(deployWords.exampleSettings(examples));
}

/** Throws StartFailure that names the required secrets that Cloudflare does not have. */
function requireSecrets({ secrets }: WorkerConfig, file: string): void {
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
  if (missing.length > 0) throw new StartFailure(deployWords.missingSecrets(missing));
}

/** Returns a function that runs wrangler in this terminal and throws StartFailure when it fails. */
function makeWranglerRunner(file: string): (command: string[]) => void {
  return (command) => {
    console.log(`wrangler ${command.join(" ")}`);
    if (runWrangler([...command, "--config", file])) return;
    throw new StartFailure(deployWords.stepFailed(command.join(" ")));
  };
}
