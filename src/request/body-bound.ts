import type { MiddlewareHandler } from "hono";

/** The largest body that a route reads. `parts` are the fields and files of a form. */
export type BodyBound = { bytes: number; parts: number };

/** The bound of every route that states no other. Before sign-in it holds everywhere. */
export const smallBody: BodyBound = { bytes: 64_000, parts: 100 };

/** What reading a body needs of a request's context. */
export type BodyContext = { req: { raw: Request }; var: { bodyBound?: BodyBound } };

type BodyEnv = { Variables: { bodyBound?: BodyBound } };

/** States in a route table that a route reads larger bodies. It stands after the check of who sends the request. */
export function acceptBody(bound: BodyBound): MiddlewareHandler<BodyEnv> {
  return async function acceptBody(c, next) {
    c.set("bodyBound", bound);
    await next();
  };
}
