import type { MiddlewareHandler } from "hono";
import { MemoryBudget } from "../memory-budget.ts";

/** The largest body that a route reads. `parts` are the fields and files of a form. */
export type BodyBound = { bytes: number; parts: number };

/** The bound of every route that states no other. Before sign-in it holds everywhere. */
export const smallBody: BodyBound = { bytes: 64_000, parts: 100 };

/** What reading a body needs of a request's context. */
export type BodyContext = { req: { raw: Request }; var: { bodyBound?: BodyBound } };

type BodyEnv = { Variables: { bodyBound?: BodyBound } };

/** The bytes of all larger bodies that this isolate holds: two of the largest photos, or the heaviest form and a photo. */
const bodies = new MemoryBudget(45_100_000);

/**
 * States in a route table that a route reads larger bodies. It stands after the check of who sends the request. A large body
 * waits until others are answered, before it is read.
 */
export function acceptBody(bound: BodyBound): MiddlewareHandler<BodyEnv> {
  return async function acceptBody(c, next) {
    c.set("bodyBound", bound);
    const claimed = Number(c.req.header("content-length") ?? bound.bytes);
    // A body that is too large, or of no length, is refused by its reader.
    const isHeld = claimed > smallBody.bytes && claimed <= bound.bytes;
    await bodies.use(isHeld ? claimed : 0, next);
  };
}
