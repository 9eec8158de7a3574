import { app } from "./app.ts";
import { runClock } from "./clock.ts";
import { ViewCounter } from "./durable/view-counter.ts";
import { answerThroughEdgeCache, provideStandIn } from "./edge-cache/edge-cache.ts";

// The Durable Objects, by the names that wrangler.toml gives them.
export { ViewCounter };

export default {
  async fetch(request, env, ctx) {
    provideStandIn(ctx, env);
    return answerThroughEdgeCache(request, ctx, async (asked) => app.fetch(asked, env, ctx));
  },

  async scheduled(_controller, env, ctx) {
    await runClock(env, ctx, Date.now());
  },
} satisfies ExportedHandler<Env>;
