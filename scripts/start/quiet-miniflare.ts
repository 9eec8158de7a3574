import { convertV4MiniflareOptions, NoOpLog } from "miniflare";
import type { V4WorkerOptions } from "miniflare";

/** Options of miniflare that keep it off the network: no request metadata, no telemetry, no update check. */
export function makeQuietOptions(resources: string, workers: V4WorkerOptions[]) {
  return convertV4MiniflareOptions({
    resourcePersistencePath: resources,
    cf: false,
    telemetry: { enabled: false },
    unsafeObservability: false,
    log: new NoOpLog(),
    workers,
  });
}
