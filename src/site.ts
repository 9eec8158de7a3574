import * as v from "valibot";
import { parseMenu, resolveMenu } from "./menu.ts";
import type { MenuEntry, MenuTarget } from "./menu.ts";
import { colourPattern, measureContrast } from "./colour.ts";
import type { Colour } from "./colour.ts";
import { noCampaign } from "./campaign.ts";
import type { Campaign } from "./campaign.ts";

/** The text colour of the header, and the darkest background of links in the light theme: see base.css. */
export const headerInk = "#e8eff6";
export const linkGround = "#f4f2ec";

/** The contrast that WCAG 2.1 AA requires for text of any size. */
const readableContrast = 4.5;

const maxLineLength = 200;

const line = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(maxLineLength));

const webAddress = v.pipe(line, v.url(), v.regex(/^https?:\/\//));

/**
 * A script's URL: https, and a plain host name, because it goes into the content security policy, where a semicolon
 * would begin another directive. Empty for none.
 */
const scriptAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500),
  v.regex(/^(?:|https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/[\w\-./?=&%~+:@,]*)$/i),
  v.check((address) => address === "" || URL.canParse(address)),
);

/** "#rrggbb" with enough contrast to that other colour. */
const readable = (beside: Colour) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.regex(colourPattern),
    v.check(
      (colour) =>
        !colourPattern.test(colour) || measureContrast(colour, beside) >= readableContrast,
    ),
  );

/** One entry a line: see `parseMenu`. Empty for the sections. */
const menu = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll("\r\n", "\n").trim()),
    v.maxLength(5000),
    v.check((text) => "entries" in parseMenu(text)),
  ),
  "",
);

/** What an admin may override in wrangler.toml: the publisher (NĐ 42/2022 Art. 4) and the colours. */
const overridable = {
  SITE_NAME: line,
  SITE_TAGLINE: line,
  AGENCY_NAME: line,
  AGENCY_PARENT: line,
  AGENCY_RESPONSIBLE: line,
  AGENCY_ADDRESS: line,
  AGENCY_PHONE: line,
  AGENCY_EMAIL: v.pipe(line, v.email()),
  PORTAL_NAME: line,
  PORTAL_URL: webAddress,
  HEADER_COLOUR: readable(headerInk),
  ACCENT_COLOUR: readable(linkGround),
  MEASUREMENT_SCRIPT: v.optional(scriptAddress, ""),
  VIEW_SAMPLING: v.optional(v.picklist(["1", "10", "100", "off"]), "1"),
  HEADER_MENU: menu,
  FOOTER_MENU: menu,
  VIDEO_CARDS: v.optional(v.picklist(["on", "off"]), "on"),
};

/** The settings that the newsroom can change, in the order of its form. */
export const SiteOverrides = v.object(overridable);

export type SiteSetting = keyof typeof overridable;

export const siteSettings = Object.keys(overridable) as SiteSetting[];

/** Whether a setting has a line for each entry of a menu. */
export function isMenu(name: SiteSetting): boolean {
  return name === "HEADER_MENU" || name === "FOOTER_MENU";
}

/** Everything a site needs. The rest is set when it is deployed. */
const SiteSettings = v.object({
  ...overridable,
  BASE_URL: v.pipe(line, v.url(), v.regex(/^https?:\/\/[^/]+$/)),
  TOKEN_KEY: v.pipe(v.string(), v.minLength(32)),
  PUSH_KEY: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
  ACCESS_SIGN_IN: v.optional(v.picklist(["on", "off"]), "off"),
  REQUIRE_PASSKEY: v.optional(v.picklist(["off", "admins", "editors"]), "off"),
  HSTS_SUBDOMAINS: v.optional(v.picklist(["on", "off"]), "off"),
  ROWS_PER_HOUR: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{3,9}$/)), "125000"),
});

type Settings = v.InferOutput<typeof SiteSettings>;

/** Who publishes this site, and where. */
export type Site = {
  /** Origin of every absolute URL, without a slash at its end. */
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
  /** What an admin placed in the header and the footer; null for the sections. */
  menus: { header: MenuEntry[] | null; footer: MenuEntry[] | null };
  /** Colours of the header and the mark, and of links and the focus; both dark enough for the light theme. */
  colours: { header: Colour; accent: Colour };
  /** A foreign script that counts readers, in a sandboxed frame of public pages; null for none. */
  measurement: { script: string; origin: string } | null;
  /** Of how many views of an article one is counted, and stands for all; null if views are not counted. */
  viewSampling: number | null;
  /** Whether the link of a video of another site is a card that plays it on the page; else it is a plain link. */
  videoCards: boolean;
  /** What the newsroom has set for a time. A deployment sets nothing of it. */
  campaign: Campaign;
  /** The most rows that D1 may read in an hour for requests that no cache can answer. */
  rowsPerHour: number;
  /** Whether people may sign in through Cloudflare Access. */
  accessSignIn: boolean;
  /** People of this role or a higher one must sign in with a passkey; null for nobody. */
  passkeyRole: "editor" | "admin" | null;
  /** Whether browsers must open the subdomains of this host by HTTPS only, too. */
  hstsCoversSubdomains: boolean;
};

/** The site for pages whose visits are not counted. */
export function withoutMeasurement(site: Site): Site {
  return { ...site, measurement: null };
}

/** Checks the settings of a deployment. Throws an Error that names every missing or wrong one. */
export function readSite(
  variables: Record<string, unknown>,
  pages: ReadonlyMap<string, MenuTarget> = new Map(),
): Site {
  const parsed = v.safeParse(SiteSettings, variables);
  if (!parsed.success) {
    const names = new Set(parsed.issues.map((issue) => v.getDotPath(issue)));
    throw new Error(
      `missing or wrong settings: ${[...names].join(", ")} (see [vars] in wrangler.toml)`,
    );
  }
  return toSite(parsed.output, pages);
}

/** A setting of the newsroom; `value` is JSON. */
export type Override = { name: string; value: string };

/** The valid settings; `ignored` names those that are invalid, after an edit by hand for example. */
export function readOverrides(overrides: readonly Override[]): {
  values: Partial<Record<SiteSetting, string>>;
  ignored: string[];
} {
  const values: Partial<Record<SiteSetting, string>> = {};
  const ignored: string[] = [];
  for (const { name, value } of overrides) {
    const setting = siteSettings.find((known) => known === name);
    if (setting === undefined) continue;
    const parsed = v.safeParse(overridable[setting], JSON.parse(value));
    if (parsed.success) values[setting] = parsed.output;
    else ignored.push(name);
  }
  return { values, ignored };
}

/** The pages that menus may name, by each address that they had. */
export function readPagesOfMenus(overrides: readonly Override[]): Map<string, MenuTarget> {
  const json = overrides.find(({ name }) => name === "PAGES_OF_MENUS")?.value ?? "[]";
  const pages = JSON.parse(json) as (MenuTarget & { from: string })[];
  return new Map(pages.map(({ from, ...target }) => [from, target]));
}

const passkeyRoles = { off: null, admins: "admin", editors: "editor" } as const;

function toSite(settings: Settings, pages: ReadonlyMap<string, MenuTarget>): Site {
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
    menus: {
      header: readMenu(settings.HEADER_MENU, pages),
      footer: readMenu(settings.FOOTER_MENU, pages),
    },
    viewSampling: settings.VIEW_SAMPLING === "off" ? null : Number(settings.VIEW_SAMPLING),
    videoCards: settings.VIDEO_CARDS === "on",
    rowsPerHour: Number(settings.ROWS_PER_HOUR),
    accessSignIn: settings.ACCESS_SIGN_IN === "on",
    passkeyRole: passkeyRoles[settings.REQUIRE_PASSKEY],
    hstsCoversSubdomains: settings.HSTS_SUBDOMAINS === "on",
    colours: { header: settings.HEADER_COLOUR, accent: settings.ACCENT_COLOUR },
    measurement: parseMeasurement(settings.MEASUREMENT_SCRIPT),
    campaign: noCampaign,
  };
}

function parseMeasurement(script: string): Site["measurement"] {
  return script === "" ? null : { script, origin: new URL(script).origin };
}

function readMenu(text: string, pages: ReadonlyMap<string, MenuTarget>): MenuEntry[] | null {
  const parsed = parseMenu(text);
  return text === "" || !("entries" in parsed) ? null : resolveMenu(parsed.entries, pages);
}
