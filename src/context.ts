import type { Context } from "hono";
import type { Person } from "./people/person.ts";
import type { Session } from "./people/session.ts";
import { readSettings } from "./settings-store.ts";
import { readOverrides, readSite } from "./site.ts";
import type { Override, Site } from "./site.ts";

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

/** The settings that an isolate has read, and when (ms). `sites` holds what they make of each deployment's variables. */
type CachedSettings = { readAt: number; overrides: Override[]; sites: WeakMap<Env, Site> };

let cached: CachedSettings | null = null;

/**
 * How long, in ms, an isolate goes on with settings that it has read. A purge of what they show runs once more after 30 s,
 * so that a page which an isolate rendered with the former ones in the meantime is replaced too.
 */
const maxAge = 10_000;

/** The site: the variables it was deployed with, and over them what was set in the newsroom. */
export async function readCurrentSite(env: Env): Promise<Site> {
  const settings = await readSettingsOnce(env.DB);
  const site = settings.sites.get(env) ?? buildSite(env, settings.overrides);
  settings.sites.set(env, site);
  return site;
}

/** Makes this isolate read the settings anew: for what follows their change. */
export function forgetSettings(): void {
  cached = null;
}

async function readSettingsOnce(db: D1Database): Promise<CachedSettings> {
  const now = Date.now();
  if (cached !== null && now - cached.readAt < maxAge && now >= cached.readAt) return cached;
  try {
    const overrides = await readSettings(db);
    if (cached === null || !sameOverrides(cached.overrides, overrides)) {
      warnOfIgnored(overrides);
      cached = { readAt: now, overrides, sites: new WeakMap() };
    } else cached.readAt = now;
  } catch (error) {
    // Better the settings of a minute ago than no page; an isolate that has never read any must not show a wrong name.
    if (cached === null) throw error;
    console.error("the settings could not be read; the former ones serve", error);
  }
  return cached;
}

function sameOverrides(before: readonly Override[], after: readonly Override[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ name, value }, n) => before[n]?.name === name && before[n].value === value)
  );
}

function warnOfIgnored(overrides: readonly Override[]): void {
  const { ignored } = readOverrides(overrides);
  if (ignored.length > 0)
    console.error(`settings that are none are ignored: ${ignored.join(", ")}`);
}

function buildSite(env: Env, overrides: readonly Override[]): Site {
  return readSite({ ...env, ...readOverrides(overrides).values });
}
