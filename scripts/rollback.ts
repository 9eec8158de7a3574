import { parseArgs } from "node:util";
import { deployWords } from "../src/vietnamese/words/start.ts";
import { askWrangler, deployMessage } from "./deploy/ask-wrangler.ts";
import { explainStartFailure, StartFailure } from "./start/start-failure.ts";
import { runWrangler } from "./start/wrangler.ts";

/**
 * `npm run rollback`: makes the former version of the Worker live again, or the one that is named. The schema stays: old code
 * works with it. `--config FILE` names another wrangler.toml.
 */
await explainStartFailure(async () => {
  const { config, version } = readRollbackFlags();
  const target = version ?? findFormerVersion(config);
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
 * The version that was live before the present one. `npm run deploy` must have made it: `wrangler secret put` makes an empty
 * Worker before the first deployment, and wrangler itself would go back to that one. Throws StartFailure if there is none.
 */
function findFormerVersion(config: string): string {
  const flags = ["--json", "--config", config];
  const ours = askWrangler<Version[]>(["versions", "list", ...flags])
    .filter(({ annotations }) => annotations?.["workers/message"] === deployMessage)
    .map(({ id }) => id);
  const live = askWrangler<Deployment[]>(["deployments", "list", ...flags])
    .toSorted((a, b) => b.created_on.localeCompare(a.created_on))
    .map(({ versions }) => versions[0]?.version_id ?? "");
  const former = live.find((id) => id !== live[0] && ours.includes(id));
  if (former === undefined) throw new StartFailure(deployWords.noFormerVersion);
  return former;
}
