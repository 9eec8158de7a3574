import * as v from "valibot";

const line = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** Settings of the site: the variables of wrangler.toml that say who publishes it (NĐ 42/2022 Art. 4). */
const SiteSettings = v.object({
  BASE_URL: v.pipe(line, v.url(), v.regex(/^https?:\/\/[^/]+$/)),
  SITE_NAME: line,
  SITE_TAGLINE: line,
  AGENCY_NAME: line,
  AGENCY_PARENT: line,
  AGENCY_RESPONSIBLE: line,
  AGENCY_ADDRESS: line,
  AGENCY_PHONE: line,
  AGENCY_EMAIL: v.pipe(line, v.email()),
  PORTAL_NAME: line,
  PORTAL_URL: v.pipe(line, v.url()),
  TOKEN_KEY: v.pipe(v.string(), v.minLength(32)),
});

/** Who publishes this site, and where. */
export type Site = {
  /** Origin of every absolute address, without a slash at its end. */
  baseUrl: string;
  name: string;
  tagline: string;
  agency: {
    name: string;
    parent: string;
    responsible: string;
    address: string;
    phone: string;
    email: string;
  };
  portal: { name: string; url: string };
};

/** Reads and checks the settings. Throws an Error that names every missing or wrong one. */
export function readSite(env: Record<keyof v.InferOutput<typeof SiteSettings>, unknown>): Site {
  const parsed = v.safeParse(SiteSettings, env);
  if (!parsed.success) {
    const names = new Set(parsed.issues.map((issue) => v.getDotPath(issue)));
    throw new Error(
      `missing or wrong settings: ${[...names].join(", ")} (see [vars] in wrangler.toml)`,
    );
  }
  const settings = parsed.output;
  return {
    baseUrl: settings.BASE_URL,
    name: settings.SITE_NAME,
    tagline: settings.SITE_TAGLINE,
    agency: {
      name: settings.AGENCY_NAME,
      parent: settings.AGENCY_PARENT,
      responsible: settings.AGENCY_RESPONSIBLE,
      address: settings.AGENCY_ADDRESS,
      phone: settings.AGENCY_PHONE,
      email: settings.AGENCY_EMAIL,
    },
    portal: { name: settings.PORTAL_NAME, url: settings.PORTAL_URL },
  };
}
