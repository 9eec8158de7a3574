import { createExecutionContext } from "cloudflare:test";

/** Stands in for the platform's `ctx.cache`, which no local runtime has: it records each purge and answers as the test says. */
export class PlatformCache {
  readonly purges: string[][] = [];
  /** What the next purges answer: that they are done, that they are refused, or nothing because the call fails. */
  answers: "done" | "refused" | "failing" = "done";

  async purge({ tags }: CachePurgeOptions): Promise<CachePurgeResult> {
    this.purges.push(tags ?? []);
    if (this.answers === "failing") throw new Error("the cache cannot be reached");
    if (this.answers === "done") return { success: true, errors: [] };
    return { success: false, errors: [{ code: 10_000, message: "rate limit exceeded" }] };
  }

  invalidate(options: CachePurgeOptions): Promise<CachePurgeResult> {
    return this.purge(options);
  }

  /** What the platform hands to a Worker that it runs behind this cache. */
  context(): ExecutionContext {
    return Object.defineProperty(createExecutionContext(), "cache", { value: this });
  }
}
