import { Miniflare } from "miniflare";
import type { V4WorkerOptions } from "miniflare";
import { buildWorker } from "../scripts/build-worker.ts";
import { makeQuietOptions } from "../scripts/start/quiet-miniflare.ts";
import type { D1 } from "../scripts/start/running-worker.ts";
import { endRuntimeWithThisProcess } from "../scripts/start/runtime-process.ts";
import type { WorkerConfig } from "../scripts/start/worker-config.ts";
import { unusedPort } from "../test/process/start-process.ts";

/** The Workers of the bench, and the file each is built from. */
const entries = {
  cached: "src/worker.ts",
  uncached: "bench/workers/uncached-worker.ts",
  metered: "bench/workers/metered-worker.ts",
  playback: "bench/workers/playback-worker.ts",
  bare: "bench/workers/bare-worker.ts",
  select: "bench/workers/one-select-worker.ts",
} as const;

export type WorkerName = keyof typeof entries;

export type BenchServer = {
  /** Origin of each Worker's own socket. */
  origins: Record<WorkerName, string>;
  database: D1;
  yardstick: D1;
  /** Process id of workerd. */
  runtime: number;
  stop(): Promise<void>;
};

/** Runs every Worker of the bench on one miniflare, each with its own socket, on one database. */
export async function serveBench(
  config: WorkerConfig,
  bindings: Record<string, string>,
  resources: string,
): Promise<BenchServer> {
  const names = Object.keys(entries) as WorkerName[];
  const runtime = endRuntimeWithThisProcess();
  const workers = await Promise.all(names.map((name) => makeWorkerOptions(name, config, bindings)));
  const options = makeQuietOptions(resources, [...workers, config.assets]);
  const miniflare = new Miniflare({ ...options, handleStructuredLogs: () => undefined });
  await miniflare.ready;
  const origins = await Promise.all(
    names.map(async (name) => [name, (await miniflare.unsafeGetDirectURL(name)).origin]),
  );
  return {
    origins: Object.fromEntries(origins) as Record<WorkerName, string>,
    database: await miniflare.getD1Database("DB", "cached"),
    yardstick: await miniflare.getD1Database("YARDSTICK", "bare"),
    runtime: runtime.ids.at(-1) ?? 0,
    stop: async () => {
      await miniflare.dispose();
      runtime.letGo();
    },
  };
}

async function makeWorkerOptions(
  name: WorkerName,
  { options, compatibilityDate }: WorkerConfig,
  bindings: Record<string, string>,
): Promise<V4WorkerOptions> {
  const port = await unusedPort();
  const own =
    name === "bare" || name === "select"
      ? { compatibilityDate, d1Databases: { YARDSTICK: "yardstick" } }
      : { ...options, bindings: { ...bindings, BASE_URL: `http://127.0.0.1:${port}` } };
  const contents = await buildWorker(entries[name]);
  return {
    ...own,
    name,
    modules: [{ type: "ESModule", path: "worker.js", contents }],
    unsafeDirectSockets: [{ host: "127.0.0.1", port }],
  };
}
