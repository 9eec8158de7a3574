import { cpus } from "node:os";
import type { Act, ActSite } from "./act.ts";
import type { BenchServer } from "./bench-server.ts";
import type { BenchSite } from "./bench-site.ts";
import { countBackupRows } from "./backup.ts";
import { readCpuTime } from "./cpu-time.ts";
import { newsroomActs } from "./newsroom-acts.ts";
import { readersActs } from "./readers-acts.ts";
import { growTo, indexCopies, readDatabaseSize } from "./seed-store.ts";
import { judge } from "./sizes.ts";
import { keepFigures } from "./figures.ts";
import type { ActFigures } from "./figures.ts";
import type { ActUsage } from "./workers/act-usage.ts";

/** The most rows of D1 that an act may read, whatever the number of articles. Others are named here, each with its own. */
const maxRows = 500;
const maxRowsOf: Partial<Record<string, number>> = {
  // For each article of the page, the views of 40 days.
  "list of articles": 3000,
  // A hundred purges, and notifications about them.
  "cron, full outbox": 1500,
};

/** Measures every act on a site with so many articles, prints the figures and stores them. */
export async function printActsOf(bench: BenchSite, articles: number): Promise<void> {
  const { server, accounts } = bench;
  const { origins, database } = server;
  await growTo(database, articles);
  await indexCopies(database);
  // Acts store the front page and the feed. The copies came in without.
  for (const path of ["/", "/feed.json"]) await (await fetch(origins.uncached + path)).bytes();
  const size = await readDatabaseSize(database);
  const site = { origin: origins.playback, realOrigin: origins.uncached, database, accounts };
  console.log(`\nActs on a site of ${articles.toLocaleString("en")} articles`);
  const acts = await measureActs(server, site, [...readersActs, ...newsroomActs]);
  await keepFigures({
    day: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model ?? "",
    articles,
    database: size,
    backupRows: await countBackupRows(bench.state),
    acts,
  });
}

/** An act is repeated until it has used so much CPU time, ms, but at most so often. */
const enough = 400;
const maxRuns = 400;

/** Runs each act once for its use of the services, and again and again for its CPU time. Prints a line for each. */
async function measureActs(
  { runtime }: BenchServer,
  site: ActSite,
  acts: readonly Act[],
): Promise<Record<string, ActFigures>> {
  const measured: Record<string, ActFigures> = {};
  const time = makeStopwatch(runtime, site.origin);
  const repeat = async (sent: Sent) => {
    const trial = await time(sent, 3);
    return time(sent, Math.min(maxRuns, Math.ceil(enough / trial)));
  };
  const empty = { method: "GET", path: "/", headers: {}, body: null };
  await time(empty, maxRuns);
  const ground = await time(empty, maxRuns);
  console.log(
    `${"".padEnd(28)}CPU, ms   first objects  D1: trips  queries     read  written      ms    R2 Images`,
  );
  for (const { name, prepare } of acts) {
    const { headers, ...rest } = await prepare(site);
    const sent = { ...rest, headers: { ...headers, "x-act": name } };
    const { bytes, usage } = (await (await send(site.origin, sent)).json()) as Recorded;
    const firstCpu = (await time(sent, 1)) - ground;
    const cpu = (await repeat(sent)) - ground;
    const withObjects = { ...sent, headers: { ...sent.headers, "x-objects": "real" } };
    const objectCpu = usage.objectCalls === 0 ? 0 : (await repeat(withObjects)) - ground - cpu;
    const times = { cpu: round(cpu), firstCpu: round(firstCpu), objectCpu: round(objectCpu) };
    measured[name] = { ...times, bytes, ...usage };
    printAct(name, measured[name]);
  }
  return measured;
}

type Sent = Awaited<ReturnType<Act["prepare"]>>;

/** The answer to the first request of an act. */
type Recorded = { bytes: number; usage: ActUsage };

async function send(origin: string, { path, ...init }: Sent): Promise<Response> {
  const answer = await fetch(origin + path, { ...init, redirect: "manual" });
  if (answer.status >= 400 && answer.status !== 404) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer;
}

/** Returns a function that sends a request so many times and returns the CPU time of each, ms. Each comes from another address. */
function makeStopwatch(
  runtime: number,
  origin: string,
): (sent: Sent, runs: number) => Promise<number> {
  let client = 0;
  return async (sent, runs) => {
    const before = readCpuTime(runtime);
    for (let done = 0; done < runs; done += 1) {
      client += 1;
      const address = `198.18.${client >> 8}.${client & 255}`;
      const headers = { ...sent.headers, "cf-connecting-ip": address };
      await (await send(origin, { ...sent, headers })).bytes();
    }
    return (readCpuTime(runtime) - before) / runs;
  };
}

function round(milliseconds: number): number {
  return Math.round(Math.max(0, milliseconds) * 100) / 100;
}

function printAct(name: string, one: ActFigures): void {
  const max = maxRowsOf[name] ?? maxRows;
  const whole = (values: number[], width: number) =>
    values.map((value) => value.toFixed(0).padStart(width)).join("");
  console.log(
    `  ${name.padEnd(26)}${one.cpu.toFixed(2).padStart(7)}${one.firstCpu.toFixed(1).padStart(8)}` +
      one.objectCpu.toFixed(2).padStart(8) +
      whole([one.roundTrips], 11) +
      whole([one.queries, one.rowsRead, one.rowsWritten], 9) +
      whole([one.milliseconds], 8) +
      whole([one.files, one.transformations], 6) +
      `   ${judge(one.rowsRead <= max)}`,
  );
}
