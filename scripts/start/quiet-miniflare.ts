import { convertV4MiniflareOptions, NoOpLog } from "miniflare";
import type { V4WorkerOptions } from "miniflare";

/** What miniflare runs Workers with: nothing is asked of the network, neither request metadata nor telemetry nor updates. */
export function quietOptions(resources: string, workers: V4WorkerOptions[]) {
  return convertV4MiniflareOptions({
    resourcePersistencePath: resources,
    cf: false,
    telemetry: { enabled: false },
    unsafeObservability: false,
    log: new NoOpLog(),
    workers,
  });
}
