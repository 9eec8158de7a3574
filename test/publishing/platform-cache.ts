import { createExecutionContext } from "cloudflare:test";
import { everything } from "../../src/edge-cache/tags.ts";

/** Replaces the platform's `ctx.cache`, which no local runtime has. Records each purge and answers as the test sets. */
export class PlatformCache {
  readonly purges: (string[] | typeof everything)[] = [];
  /** The answer of the next purges: success, a refusal, or an exception. */
  answers: "done" | "refused" | "failing" = "done";

  async purge({ tags, purgeEverything }: CachePurgeOptions): Promise<CachePurgeResult> {
    this.purges.push(purgeEverything === true ? everything : (tags ?? []));
    if (this.answers === "failing") throw new Error("the cache cannot be reached");
    if (this.answers === "done") return { success: true, errors: [] };
    return { success: false, errors: [{ code: 10_000, message: "rate limit exceeded" }] };
  }

  /** Stale copies may still be served after it, so no act of the site may rely on it. */
  async invalidate(): Promise<CachePurgeResult> {
    throw new Error("the site purges");
  }

  /** The context of a Worker behind this cache. */
  context(): ExecutionContext {
    return Object.defineProperty(createExecutionContext(), "cache", { value: this });
  }
}
