import { app } from "../../src/app.ts";
import { answerConditionally } from "../../src/edge-cache/etag.ts";

export { ViewCounter } from "../../src/durable/view-counter.ts";

/** Our Worker behind a cache that never has the page: it renders every request. */
export default {
  async fetch(request, env, ctx) {
    return answerConditionally(request, await app.fetch(request, env, ctx));
  },
} satisfies ExportedHandler<Env>;
