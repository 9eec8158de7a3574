import { spawn } from "node:child_process";
import { once } from "node:events";
import type { StateFolder } from "../scripts/start/state-folder.ts";
import { judge } from "./sizes.ts";
import { computeMedian } from "./speed.ts";

const port = "8789";

/** Prints how long the start script takes on a state that exists, from its first instruction to its ready line. */
export async function printStartTime({ path }: StateFolder): Promise<void> {
  const times = [];
  for (let run = 0; run < 3; run += 1) times.push(await startTime(path));
  const middle = computeMedian(times);
  console.log(
    `\nReady after ${(middle / 1000).toFixed(1)} s on a state of 20,000 articles, median of ${times.length}` +
      ` (goal: within 5 s) ${judge(middle < 5000)}`,
  );
}

async function startTime(state: string): Promise<number> {
  const begun = performance.now();
  const flags = ["--state", state, "--port", port, "--no-demo"];
  const start = spawn(process.execPath, ["scripts/start.ts", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(start, "exit");
  let ready = Number.NaN;
  for await (const text of start.stdout) {
    if (!String(text).includes("ready http://")) continue;
    ready = performance.now() - begun;
    start.kill("SIGTERM");
  }
  await ended;
  return ready;
}
