import type { Context } from "hono";
import type { Person } from "./people/person.ts";
import type { Session } from "./people/session.ts";
import { readSite } from "./site.ts";
import type { Site } from "./site.ts";

/** What every handler is given besides the request. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    site: Site;
    /** Who asks, by the token; null for the public. */
    person: Person | null;
    /** Of who is signed in, in the newsroom. */
    session?: Session;
  };
};

export type AppContext = Context<AppEnv>;

const sites = new WeakMap<Env, Site>();

/** The site of these settings, checked once for each isolate. */
export function siteOf(env: Env): Site {
  const known = sites.get(env) ?? readSite({ ...env });
  sites.set(env, known);
  return known;
}
