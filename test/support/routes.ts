import { app } from "../../src/app.ts";

/** Which table of the tests a route belongs to. */
export type RoutesOf = "newsroom" | "everybody";

/** The route table of the app as `METHOD /path`, each once; middleware is entered for every method. */
export function routesOf(whose: RoutesOf): string[] {
  const entries = app.routes.filter(
    ({ method, path }) => method !== "ALL" && isNewsroom(path) === (whose === "newsroom"),
  );
  return [...new Set(entries.map(({ method, path }) => `${method} ${path}`))].sort();
}

/** Signed previews are the newsroom's, though they ask for no session. */
function isNewsroom(path: string): boolean {
  return /^\/(toa-soan|xem-truoc)(\/|$)/.test(path);
}
