import { expect, test } from "vitest";
import { measureContrast } from "../../src/colour.ts";
import baseCss from "../../src/html/base.css";
import { findSiteColours } from "../../src/html/identity-style.ts";
import { site } from "./sample.ts";

/** The contrast that WCAG requires of text. */
const readable = 4.5;

/** A colour as the filter grayscale(1) shows it (Filter Effects, §12). */
function grey(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(colour.slice(at, at + 2), 16),
  );
  const value = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  return `#${value.toString(16).padStart(2, "0").repeat(3)}`;
}

function greyContrast(text: string, ground: string): number {
  return measureContrast(grey(text), grey(ground));
}

/** The colours of base.css, in the light theme and in the dark one. */
function readThemes(): Map<string, string>[] {
  const [light = "", dark = ""] = baseCss.split(/color-scheme:\s*dark/);
  const colours = (css: string) =>
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(
      ([, name = "", colour = ""]): [string, string] => [
        name,
        colour.length === 4 ? colour.replace(/[0-9a-f]/g, "$&$&") : colour,
      ],
    );
  return [new Map(colours(light)), new Map([...colours(light), ...colours(dark)])];
}

test("every text colour of the site stays readable on its ground in mourning", () => {
  const onPaper = ["ink", "soft", "link", 1, 2, 3, 4, 5, 6].map((name) =>
    typeof name === "number" ? `accent-${name}` : name,
  );
  for (const theme of readThemes()) {
    for (const ground of ["paper", "wash"]) {
      for (const text of onPaper) {
        const ratio = greyContrast(theme.get(text) ?? "", theme.get(ground) ?? "");
        expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(readable);
      }
    }
    const band = greyContrast(theme.get("band-ink") ?? "", theme.get("band") ?? "");
    expect(band).toBeGreaterThanOrEqual(readable);
  }
});

test("and so does every link colour that an admin may choose, in both themes", () => {
  for (let red = 0; red < 256; red += 51) {
    for (let green = 0; green < 256; green += 51) {
      for (let blue = 0; blue < 256; blue += 51) {
        const accent = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
        if (measureContrast(accent, "#f4f2ec") < readable) continue;
        const { light, dark } = findSiteColours({ ...site, colours: { ...site.colours, accent } });
        expect(greyContrast(light.link, "#f4f2ec"), accent).toBeGreaterThanOrEqual(readable);
        expect(greyContrast(dark.link, "#19212a"), accent).toBeGreaterThanOrEqual(readable);
      }
    }
  }
});
