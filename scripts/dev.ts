import { spawn } from "node:child_process";
import { startWords } from "../src/vietnamese/words/start.ts";
import { endWithNpm } from "./start/end-with-npm.ts";
import { runEveryMinute } from "./start/every-minute.ts";
import { openSite } from "./start/open-site.ts";
import { endSignals } from "./start/running-worker.ts";
import { localBindings } from "./start/settings.ts";
import { explainStartFailure } from "./start/start-failure.ts";
import { readFlags } from "./start/start-flags.ts";

/** `npm run dev`: prepares the state folder as `npm start` does, then runs wrangler dev on it, which reloads edited files. */
await explainStartFailure(async () => {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) return console.log(startWords.usage);
  endWithNpm();
  const { address, state, secrets, vars, worker } = await openSite(flags);
  await worker.stop();
  // wrangler reads only required secrets from the environment.
  const local = { ...vars, ...localBindings, PUSH_KEY: secrets["PUSH_KEY"] ?? "" };
  const settings = Object.entries(local).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  const place = ["--port", String(flags.port), "--persist-to", state.path];
  const wrangler = spawn("wrangler", ["dev", ...place, ...settings], {
    stdio: "inherit",
    // wrangler reads declared secrets from the environment, so none is written to .dev.vars.
    env: { ...process.env, ...secrets, WRANGLER_LOG: "info", CLOUDFLARE_CF_FETCH_ENABLED: "false" },
  });
  for (const signal of endSignals) process.on(signal, () => wrangler.kill(signal));
  wrangler.once("exit", (code) => process.exit(code ?? 0));
  // wrangler dev fires no cron trigger itself. It may not answer while it starts or reloads.
  const trigger = new URL("/cdn-cgi/local/scheduled?cron=*+*+*+*+*", address);
  runEveryMinute(async () => {
    await fetch(trigger).catch(() => null);
  }, new AbortController().signal);
});
