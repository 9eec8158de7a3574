import { rm } from "node:fs/promises";
import { openBenchSite } from "./bench-site.ts";
import type { BenchSite } from "./bench-site.ts";
import { printChecks } from "./checks.ts";
import { printActsOf } from "./cpu.ts";
import { growTo } from "./seed-store.ts";
import { printReading } from "./reading.ts";
import { printSizes } from "./sizes.ts";
import { printSpeed } from "./speed.ts";
import { printStartTime } from "./start-time.ts";
import { keepYardsticks } from "./pages.ts";

/*
 * `npm run bench`: sizes, speed, what pages read from D1. `npm run bench -- --cpu`: what every act needs, in one to two minutes.
 * `npm run bench -- --scale`: the same with 100,000 articles, in about five minutes. Both write bench/figures.json.
 */

const [flag] = process.argv.slice(2);
const bench = await openBenchSite();
try {
  if (flag === "--cpu") await printActsOf(bench, 1000);
  else if (flag === "--scale") await printActsOf(bench, 100_000);
  else if (flag === undefined) await printAll(bench);
  else throw new Error(`unknown flag ${flag}: --cpu and --scale are known`);
} finally {
  await bench.server.stop();
  await rm(bench.state.path, { recursive: true });
}

async function printAll({ state, server }: BenchSite): Promise<void> {
  await growTo(server.database, 1000);
  await keepYardsticks(server);
  await printSizes(server);
  await printSpeed(server);
  await printReading(server, [1000, 20_000]);
  await server.stop();
  await printChecks();
  await printStartTime(state);
}
