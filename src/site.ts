import * as v from "valibot";
import { colourPattern, contrast } from "./colour.ts";
import type { Colour } from "./colour.ts";

const line = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** What is written on the header, and the darkest light ground that links stand on: see base.css. */
const headerInk = "#e8eff6";
const linkGround = "#f4f2ec";

/** "#rrggbb" with enough contrast (WCAG 2.1 AA) to that other colour. */
const readable = (beside: Colour) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(colourPattern),
    v.check((colour) => contrast(colour, beside) >= 4.5),
  );

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
  HEADER_COLOUR: readable(headerInk),
  ACCENT_COLOUR: readable(linkGround),
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
  /** Of the header and the mark, and of links and the focus; both dark enough for the light theme. */
  colours: { header: Colour; accent: Colour };
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
    colours: { header: settings.HEADER_COLOUR, accent: settings.ACCENT_COLOUR },
  };
}
