import { measureContrast, mix } from "../colour.ts";
import type { Colour } from "../colour.ts";
import type { Site } from "../site.ts";
import menuCss from "./site-menu.css";
import { stylesheet, type Stylesheet } from "./stylesheet.ts";

/** Grounds of the dark theme, as base.css has them. */
const darkPaper = "#10161d";
const darkWash = "#19212a";

/** Better than WCAG AA asks of text: bright letters on black look thinner than they are. */
const readableAtNight = 7;

export type SiteColours = { band: Colour; link: Colour };

/** The site's own colours as they are, and toned for the dark theme. */
export function findSiteColours(site: Site): { light: SiteColours; dark: SiteColours } {
  const { header, accent } = site.colours;
  return {
    light: { band: header, link: accent },
    dark: { band: mix(header, darkPaper, 0.4), link: brighten(accent) },
  };
}

const styles = new WeakMap<Site, Stylesheet>();

/** The site's own colours, and the style of its menus if it has any. It is a separate style, because its hash depends on the settings. */
export function makeIdentityStyle(site: Site): Stylesheet {
  const known = styles.get(site) ?? makeStyle(site);
  styles.set(site, known);
  return known;
}

function makeStyle(site: Site): Stylesheet {
  const { light, dark } = findSiteColours(site);
  return stylesheet(
    `:root{${writeVariables(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${writeVariables(dark)}}}`,
    `:root[data-theme="dark"]{${writeVariables(dark)}}`,
    site.menus.header === null && site.menus.footer === null ? "" : menuCss,
  );
}

function writeVariables({ band, link }: SiteColours): string {
  return `--band:${band};--link:${link}`;
}

function brighten(accent: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const bright = mix(accent, "#ffffff", share);
    if (measureContrast(bright, darkWash) >= readableAtNight) return bright;
  }
  return "#ffffff";
}
