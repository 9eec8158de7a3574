import { app } from "../../src/app.ts";
import { answerConditionally } from "../../src/edge-cache/etag.ts";
import { countRows } from "../../src/health/usage.ts";

export { AttemptCounter } from "../../src/durable/attempt-counter.ts";
export { LargeRequests } from "../../src/durable/large-requests.ts";
export { PasswordHasher } from "../../src/durable/password-hasher.ts";
export { ViewCounter } from "../../src/durable/view-counter.ts";

/** Our Worker behind a cache that never has the page: it renders every request. */
export default {
  async fetch(request, env, ctx) {
    return answerConditionally(request, await app.fetch(request, countRows(env), ctx));
  },
} satisfies ExportedHandler<Env>;
