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
  port: number;
  /** Folder of D1 and R2. */
  resources: string;
};

/** A Worker that serves on localhost. */
export type RunningWorker = {
  database: D1;
  /** Fires a cron trigger, now. */
  fireCron(cron: string): Promise<void>;
  /** Aborted when it is being stopped. */
  stopping: AbortSignal;
  stop(): Promise<void>;
};

/** Signals that end this process: from a terminal, a service manager, a closed window. */
export const endSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** D1 as miniflare gives it to Node. */
export type D1 = Awaited<ReturnType<Miniflare["getD1Database"]>>;

/**
 * Runs a Worker on miniflare. It listens on the port itself, so requests reach it as in production, without miniflare's entry
 * Worker. An end signal stops it cleanly, and then this process. Throws StartFailure when it cannot start.
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
    if (!stopping.signal.aborted) void dispose().finally(() => process.exit(0));
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

function makeMiniflareOptions({ config, code, bindings, port, resources }: WorkerToRun) {
  return makeQuietOptions(resources, [
    {
      ...config.options,
      name: "ban-tin",
      bindings,
      modules: [{ type: "ESModule", path: "worker.js", contents: code }],
      unsafeDirectSockets: [{ host: "127.0.0.1", port }],
    },
    config.assets,
  ]);
}
