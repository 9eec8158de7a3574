import { app } from "./app.ts";
import { runClock } from "./clock.ts";
import { AttemptCounter } from "./durable/attempt-counter.ts";
import { LargeRequests } from "./durable/large-requests.ts";
import { PasswordHasher } from "./durable/password-hasher.ts";
import { ViewCounter } from "./durable/view-counter.ts";
import { answerThroughEdgeCache, provideStandIn } from "./edge-cache/edge-cache.ts";
import { countRequest, countRows, saveUsage } from "./health/usage.ts";
import { settleClientAddress } from "./request/read-value.ts";

// The Durable Objects, by the names that wrangler.toml gives them.
export { AttemptCounter, LargeRequests, PasswordHasher, ViewCounter };

export default {
  async fetch(request, env, ctx) {
    provideStandIn(ctx, env);
    return answerThroughEdgeCache(request, ctx, async (asked) => {
      countRequest(env, ctx);
      return app.fetch(settleClientAddress(asked, env.CLIENT_ADDRESS), countRows(env), ctx);
    });
  },

  async scheduled(_controller, env, ctx) {
    try {
      await runClock(countRows(env), ctx, Date.now());
    } finally {
      await saveUsage(env.DB);
    }
  },
} satisfies ExportedHandler<Env>;
