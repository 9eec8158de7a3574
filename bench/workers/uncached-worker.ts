import { app } from "../../src/app.ts";
import { answerConditionally } from "../../src/edge-cache/etag.ts";

/** Our Worker as it runs where the platform's cache stands in front of it and has missed: every request renders. */
export default {
  async fetch(request, env, ctx) {
    return answerConditionally(request, await app.fetch(request, env, ctx));
  },
} satisfies ExportedHandler<Env>;
