import type { Context } from "hono";
import type { Person } from "./people/person.ts";
import type { Site } from "./site.ts";

/** What every handler is given besides the request. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    site: Site;
    /** Who asks, by the token; null for the public. */
    person: Person | null;
  };
};

export type AppContext = Context<AppEnv>;
