import { app } from "../../src/app.ts";
import { readCurrentSite } from "../../src/context.ts";
import { meter } from "./metered-database.ts";

export { AttemptCounter } from "../../src/durable/attempt-counter.ts";
export { LargeRequests } from "../../src/durable/large-requests.ts";
export { PasswordHasher } from "../../src/durable/password-hasher.ts";
export { ViewCounter } from "../../src/durable/view-counter.ts";

/** Our Worker without a cache. Response headers report how each request used D1. */
export default {
  async fetch(request, env, ctx) {
    const usage = { roundTrips: 0, rowsRead: 0, milliseconds: 0 };
    // An isolate reads the settings once in ten seconds. They do not count as a read of the page.
    await readCurrentSite(env);
    const answer = await app.fetch(request, { ...env, DB: meter(env.DB, usage) }, ctx);
    const response = new Response(answer.body, answer);
    response.headers.set("x-d1-round-trips", String(usage.roundTrips));
    response.headers.set("x-d1-rows-read", String(usage.rowsRead));
    response.headers.set("x-d1-milliseconds", String(usage.milliseconds));
    return response;
  },
} satisfies ExportedHandler<Env>;
