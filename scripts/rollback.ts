import { parseArgs } from "node:util";
import { deployWords } from "../src/vietnamese/words/start.ts";
import { askWrangler, readMigration } from "./deploy/ask-wrangler.ts";
import { explainStartFailure, StartFailure } from "./start/start-failure.ts";
import { runWrangler } from "./start/wrangler.ts";

/**
 * `npm run rollback`: makes the former version of the Worker live again, or the one that is named. The schema stays: old code
 * works with it. Settings and secrets belong to the version, so the former ones are in force again. Cloudflare refuses a version from
 * before a new class of Durable Objects. `--config FILE` names another wrangler.toml.
 */
await explainStartFailure(async () => {
  const flags = readRollbackFlags();
  const { config } = flags;
  const target = findTarget(flags);
  const command = ["rollback", target, "--yes", "--message", "npm run rollback"];
  if (!runWrangler([...command, "--config", config])) {
    throw new StartFailure(deployWords.stepFailed("rollback"));
  }
  console.log(deployWords.rolledBack);
});

function readRollbackFlags(): { config: string; version: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { config: { type: "string", default: "wrangler.toml" } },
      allowPositionals: true,
    });
    if (positionals.length > 1) throw new Error("more than one version");
    return { config: values.config, version: positionals[0] };
  } catch {
    throw new StartFailure(deployWords.rollbackUsage);
  }
}

type Version = { id: string; annotations?: Record<string, string> };

type Deployment = { created_on: string; versions: { version_id: string }[] };

/**
 * The version to go back to: the named one, or the one that was live before the present one. `npm run deploy` must have made it:
 * `wrangler secret put` makes an empty Worker before the first deployment, and wrangler itself would go back to that one. Throws
 * StartFailure if there is none, or if it is from before the newest migration of Durable Objects.
 */
function findTarget({ config, version }: { config: string; version: string | undefined }): string {
  const flags = ["--json", "--config", config];
  const migrations = new Map(
    askWrangler<Version[]>(["versions", "list", ...flags]).map(({ id, annotations }) => [
      id,
      readMigration(annotations?.["workers/message"]),
    ]),
  );
  const live = askWrangler<Deployment[]>(["deployments", "list", ...flags])
    .toSorted((a, b) => b.created_on.localeCompare(a.created_on))
    .map(({ versions }) => versions[0]?.version_id ?? "");
  const [present = "", ...others] = live;
  const target =
    version ?? others.find((id) => id !== present && (migrations.get(id) ?? null) !== null);
  if (target === undefined) throw new StartFailure(deployWords.noFormerVersion);
  if (migrations.has(target) && migrations.get(target) !== migrations.get(present)) {
    throw new StartFailure(deployWords.beforeObjects);
  }
  return target;
}
