import type { Context } from "hono";
import { log, logFailure } from "./log.ts";
import type { Person } from "./people/person.ts";
import type { Session } from "./people/session.ts";
import type { BodyBound } from "./request/body-bound.ts";
import { readSettingsWithPages } from "./settings-store.ts";
import { readCampaign } from "./campaign.ts";
import { readOverrides, readPagesOfMenus, readSite } from "./site.ts";
import type { Override, Site } from "./site.ts";

/** What every handler gets besides the request. */
export type AppEnv = {
  Bindings: Env;
  Variables: {
    site: Site;
    /** The token's owner, or the signed-in user; null for the public. */
    person: Person | null;
    /** The session of the signed-in user. Newsroom routes only. */
    session?: Session;
    /** The id of the token of a request to the API that needs one. */
    tokenId?: string;
    /** Origins that the frames of this page may load, besides the site's own. */
    frameOrigins?: readonly string[];
    /** The rows of D1 that this request read, where the handler knows it: see src/reading-limit.ts. */
    rowsRead?: number;
    /** A Durable Object has answered this request and logged it. */
    isLogged?: boolean;
    /** Retry-After of a 429, in seconds; a minute if it is not set. */
    retryAfter?: number;
    /** The id of an unexpected failure, which the person and the log get. */
    errorId?: string;
    /** The largest body that the route reads; `smallBody` if it is not set. */
    bodyBound?: BodyBound;
  };
};

export type AppContext = Context<AppEnv>;

/** The settings that this isolate has read, and when (ms). `sites` has the resulting site per deployment. */
type CachedSettings = { readAt: number; overrides: Override[]; sites: WeakMap<Env, Site> };

let cached: CachedSettings | null = null;

/**
 * How long an isolate uses settings that it has read, in ms. The purge after a change runs again after 30 s, and so
 * replaces pages that another isolate rendered with the old settings.
 */
const maxAge = 10_000;

/** The site: the deployment's variables, overridden by the settings of the newsroom. */
export async function readCurrentSite(env: Env): Promise<Site> {
  const settings = await readSettingsOnce(env.DB);
  const site = settings.sites.get(env) ?? buildSite(env, settings.overrides);
  settings.sites.set(env, site);
  return site;
}

/** Makes this isolate read the settings again. Each purge of all pages does it: a page of a menu may have another title. */
export function forgetSettings(): void {
  cached = null;
}

async function readSettingsOnce(db: D1Database): Promise<CachedSettings> {
  const now = Date.now();
  if (cached !== null && now - cached.readAt < maxAge && now >= cached.readAt) return cached;
  try {
    const overrides = await readSettingsWithPages(db);
    if (cached === null || !sameOverrides(cached.overrides, overrides)) {
      warnOfIgnored(overrides);
      cached = { readAt: now, overrides, sites: new WeakMap() };
    } else cached.readAt = now;
  } catch (error) {
    // Old settings are better than no page. An isolate that has read none must not show a wrong name.
    if (cached === null) throw error;
    logFailure("the settings could not be read; the former ones serve", error);
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
    log("error", "failure", { what: "invalid settings are ignored", ignored });
}

function buildSite(env: Env, overrides: readonly Override[]): Site {
  const { values } = readOverrides(overrides);
  const site = readSite({ ...env, ...values }, readPagesOfMenus(overrides));
  return { ...site, campaign: readCampaign(overrides) };
}
