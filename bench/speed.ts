import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { BenchServer, WorkerName } from "./bench-server.ts";
import { readCpuTime } from "./cpu-time.ts";
import { pages } from "./pages.ts";
import { judge } from "./sizes.ts";

const rounds = 7;
const seconds = 1;

/** Our Worker with and without its cache, each with its yardstick and the smallest allowed ratios. */
const contests = [
  { ours: "cached", yardstick: "bare", goals: { article: 0.9, front: 0.9, feed: 0.9 } },
  { ours: "uncached", yardstick: "select", goals: { article: 0.9, front: 0.85, feed: 0.85 } },
] as const;

/** The result of one round: requests per second, and ms of the server's CPU per request. */
type Load = { rate: number; cpu: number };

/** Loads every Worker in turn, round after round, and prints requests a second and the ratios to the yardsticks. */
export async function printSpeed(server: BenchServer): Promise<void> {
  console.log(`\nSpeed: medians of ${rounds} interleaved rounds of ${seconds} s, 16 connections`);
  console.log(
    "            requests/s: yardstick     ours   ratio          server CPU, ms: yardstick     ours   ratio",
  );
  for (const name of ["article", "front", "feed"] as const) {
    const loads = await measure(server, pages[name]);
    for (const { ours, yardstick, goals } of contests) {
      const goal = goals[name];
      const [own, other] = [loads[ours], loads[yardstick]];
      const ratio = computeMedian(
        own.map((one, round) => one.rate / (other[round]?.rate ?? Number.NaN)),
      );
      const cpuRatio = computeMedian(
        own.map((one, round) => (other[round]?.cpu ?? Number.NaN) / one.cpu),
      );
      console.log(
        `  ${`${name}, ${ours} to ${yardstick}`.padEnd(25)}` +
          formatFigure(computeMedian(other.map((one) => one.rate)), 0, 9) +
          formatFigure(computeMedian(own.map((one) => one.rate)), 0, 9) +
          `${formatFigure(ratio, 2, 8)} (≥ ${goal}: ${judge(ratio >= goal)})`.padEnd(24) +
          formatFigure(computeMedian(other.map((one) => one.cpu)), 2, 15) +
          formatFigure(computeMedian(own.map((one) => one.cpu)), 2, 9) +
          formatFigure(cpuRatio, 2, 8),
      );
    }
  }
}

async function measure(
  server: BenchServer,
  path: string,
): Promise<Record<"cached" | "bare" | "uncached" | "select", Load[]>> {
  const loads = { bare: [], cached: [], select: [], uncached: [] } as Record<
    "cached" | "bare" | "uncached" | "select",
    Load[]
  >;
  for (const name of ["bare", "cached", "select", "uncached"] as const) {
    await load(server, name, path);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ["bare", "cached", "select", "uncached"] as const) {
      loads[name].push(await load(server, name, path));
    }
  }
  return loads;
}

/** Loads a Worker for a while. Throws when any request was not answered by 200. */
async function load(
  { origins, runtime }: BenchServer,
  name: WorkerName,
  path: string,
): Promise<Load> {
  const cpuBefore = readCpuTime(runtime);
  const { stdout } = await promisify(execFile)(process.execPath, [
    "bench/load.ts",
    origins[name] + path,
    String(seconds),
  ]);
  const cpu = readCpuTime(runtime) - cpuBefore;
  const { answered, rate, failed } = JSON.parse(stdout) as Record<string, number>;
  if (failed !== 0) throw new Error(`${name} ${path}: ${failed} requests failed`);
  return { rate: rate ?? Number.NaN, cpu: cpu / (answered ?? Number.NaN) };
}

function formatFigure(value: number, digits: number, width: number): string {
  return (Number.isNaN(value) ? "–" : value.toFixed(digits)).padStart(width);
}

/** The middle value. */
export function computeMedian(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
