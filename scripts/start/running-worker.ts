import { Miniflare } from "miniflare";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { makeQuietOptions } from "./quiet-miniflare.ts";
import { endRuntimeWithThisProcess } from "./runtime-process.ts";
import { readErrorCode, takeFirstLine, StartFailure } from "./start-failure.ts";
import type { WorkerConfig } from "./worker-config.ts";

export type WorkerToRun = {
  config: WorkerConfig;
  /** One ES module. */
  code: string;
  /** Settings and secrets. */
  bindings: Record<string, string>;
  host: string;
  port: number;
  /** Folder of D1 and R2. */
  resources: string;
  /** Called with each line that the Worker logs. Null: the lines are printed. */
  onLine: ((line: LogLine) => void) | null;
};

/** What the Worker logged. `timestamp` in ms since the epoch. */
export type LogLine = { timestamp: number; level: string; message: string };

/** A Worker that serves on localhost. */
export type RunningWorker = {
  database: D1;
  /** Fires a cron trigger, now. */
  fireCron(cron: string): Promise<void>;
  /** Requests an absolute URL from the Worker, whatever its host. Does not follow redirects. */
  ask(url: string, headers: Record<string, string>): Promise<Response>;
  /** Aborted when it is being stopped. */
  stopping: AbortSignal;
  stop(): Promise<void>;
};

/** Signals that end this process: from a terminal, a service manager, a closed window. */
export const endSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Requests that run longer after an end signal are cut off, in ms. The outbox keeps the work that follows from an act. */
const maxDrainTime = 10_000;

/** D1 as miniflare gives it to Node. */
export type D1 = Awaited<ReturnType<Miniflare["getD1Database"]>>;

/**
 * Runs a Worker on miniflare. It listens on the port itself, so requests reach it as in production, without miniflare's entry
 * Worker. At an end signal it takes no more requests, ends those that run, and then this process ends. Throws StartFailure when it cannot start.
 */
export async function runWorker(worker: WorkerToRun): Promise<RunningWorker> {
  const runtime = endRuntimeWithThisProcess();
  const stopping = new AbortController();
  const miniflare = new Miniflare(makeMiniflareOptions(worker));
  const dispose = async (): Promise<void> => {
    stopping.abort();
    await miniflare.dispose();
    runtime.letGo();
  };
  // The listener stays until the end: a library that finds only its own listener ends the process at once.
  const onEndSignal = (): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    runtime.drain(() => process.exit(0));
    setTimeout(() => void dispose().finally(() => process.exit(0)), maxDrainTime);
  };
  for (const signal of endSignals) {
    // Miniflare's listeners would end this process with a failure.
    process.removeAllListeners(signal);
    process.on(signal, onEndSignal);
  }
  const stop = async (): Promise<void> => {
    for (const signal of endSignals) process.off(signal, onEndSignal);
    await dispose();
  };
  try {
    await miniflare.ready;
    return {
      database: await miniflare.getD1Database("DB"),
      fireCron: async (cron) => {
        // Taken anew each time: after workerd died, miniflare starts another, and earlier fetchers do not work.
        const fetcher = await miniflare.getWorker();
        const { outcome } = await fetcher.scheduled({ cron, scheduledTime: new Date() });
        if (outcome !== "ok") throw new Error(outcome);
      },
      ask: async (url, headers) => {
        const fetcher = await miniflare.getWorker();
        const answer = await fetcher.fetch(url, { headers, redirect: "manual" });
        return answer as unknown as Response;
      },
      stopping: stopping.signal,
      stop,
    };
  } catch (error) {
    await stop();
    const taken = readErrorCode(error) === "ERR_ADDRESS_IN_USE";
    throw new StartFailure(
      taken ? startWords.portTaken(worker.port) : startWords.workerFailed(takeFirstLine(error)),
    );
  }
}

function makeMiniflareOptions(worker: WorkerToRun) {
  const { config, code, bindings, host, port, resources, onLine } = worker;
  const options = makeQuietOptions(resources, [
    {
      ...config.options,
      name: "ban-tin",
      bindings,
      modules: [{ type: "ESModule", path: "worker.js", contents: code }],
      unsafeDirectSockets: [{ host, port }],
    },
    config.assets,
  ]);
  return onLine === null ? options : { ...options, handleStructuredLogs: onLine };
}
