import { createExecutionContext } from "cloudflare:test";

/** Replaces the platform's `ctx.cache`, which no local runtime has. Records each purge and answers as the test sets. */
export class PlatformCache {
  readonly purges: string[][] = [];
  /** The answer of the next purges: success, a refusal, or an exception. */
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

  /** The context of a Worker behind this cache. */
  context(): ExecutionContext {
    return Object.defineProperty(createExecutionContext(), "cache", { value: this });
  }
}
