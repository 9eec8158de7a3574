import { app } from "../../src/app.ts";
import { runClock } from "../../src/clock.ts";
import { readCurrentSite } from "../../src/context.ts";
import { provideStandIn } from "../../src/edge-cache/edge-cache.ts";
import { answerConditionally } from "../../src/edge-cache/etag.ts";
import { Tape } from "./tape.ts";

export * from "../../src/worker.ts";

const tapes = new Map<string, Tape>();

/**
 * Our Worker without a cache. The header `x-act` names an act: its first request is recorded, and answers with the use of the services as
 * JSON; each later one is played. Without the header the answer is empty, which measures what a request costs by itself. The header
 * `x-real` asks our Worker as it is, to prepare an act; with `x-objects` an act that is played calls the real Durable Objects.
 */
export default {
  async fetch(request, env, ctx) {
    const act = request.headers.get("x-act");
    if (request.headers.has("x-real")) return run(act ?? "", request, env, ctx);
    if (act === null) return new Response(null);
    const known = tapes.get(act);
    const tape = known ?? new Tape();
    // An isolate reads the settings once in ten seconds. They do not count as work of the act.
    await readCurrentSite(env);
    const work: Promise<unknown>[] = [];
    const context = collectWork(ctx, work);
    const isPlayed = known !== undefined;
    const provided = tape.provideFor(env, {
      isPlayed,
      hasObjects: request.headers.has("x-objects"),
    });
    const answer = await run(act, request, provided, context);
    const body = await answer.arrayBuffer();
    await Promise.all(work);
    if (isPlayed) return new Response(body, answer);
    tapes.set(act, tape);
    if (answer.status >= 400 && answer.status !== 404) return new Response(body, answer);
    return Response.json({ status: answer.status, bytes: body.byteLength, usage: tape.usage });
  },
} satisfies ExportedHandler<Env>;

async function run(act: string, request: Request, env: Env, ctx: ExecutionContext) {
  provideStandIn(ctx, env);
  if (!act.startsWith("cron")) {
    return answerConditionally(request, await app.fetch(request, env, ctx));
  }
  await runClock(env, ctx, Date.now());
  return new Response(null);
}

/** The context, which also collects what runs on after the answer. */
function collectWork(ctx: ExecutionContext, work: Promise<unknown>[]): ExecutionContext {
  return Object.defineProperties({} as ExecutionContext, {
    exports: { value: ctx.exports },
    props: { value: ctx.props },
    // Large requests are measured here, too, not in their Durable Object.
    purgesLater: { value: false },
    waitUntil: { value: (promise: Promise<unknown>) => void work.push(promise) },
    passThroughOnException: { value: () => undefined },
  });
}
