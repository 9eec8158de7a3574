import { DurableObject } from "cloudflare:workers";
import { app } from "../app.ts";
import { countRows } from "../health/usage.ts";

/** Answers requests with a large body as the Worker would: see src/large-request.ts. */
export class LargeRequests extends DurableObject<Env> {
  override async fetch(request: Request): Promise<Response> {
    const { ctx } = this;
    const context = {
      purgesLater: true,
      waitUntil: (work: Promise<unknown>) => ctx.waitUntil(work),
      exports: ctx.exports,
    };
    return app.fetch(request, countRows(this.env), context as unknown as ExecutionContext);
  }
}
