import { app } from "../../src/app.ts";

/** The table of tests that a route belongs to. */
export type RoutesOf = "newsroom" | "everybody";

/** The app's routes as `METHOD /path`, each once. Middleware is left out: it has the method ALL. */
export function listRoutes(whose: RoutesOf): string[] {
  const entries = app.routes.filter(
    ({ method, path }) => method !== "ALL" && isNewsroom(path) === (whose === "newsroom"),
  );
  return [...new Set(entries.map(({ method, path }) => `${method} ${path}`))].sort();
}

/** Signed previews belong to the newsroom, although they need no session. */
function isNewsroom(path: string): boolean {
  return /^\/(toa-soan|xem-truoc)(\/|$)/.test(path);
}
