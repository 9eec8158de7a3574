import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { measureContrast, mix } from "../src/colour.ts";
import { findSiteColours, makeIdentityStyle } from "../src/html/identity-style.ts";
import { readSite } from "../src/site.ts";

describe("the settings", () => {
  test("of wrangler.toml are a site", () => {
    expect(readSite({ ...env }).colours).toEqual({ header: "#0c3558", accent: "#0b5394" });
  });

  test.each([
    ["SITE_NAME", " "],
    ["AGENCY_EMAIL", "bantin"],
    ["BASE_URL", "https://bantin.example.gov.vn/"],
    ["TOKEN_KEY", "short"],
    ["HEADER_COLOUR", "navy"],
    ["HEADER_COLOUR", "#777"],
    ["ACCENT_COLOUR", undefined],
  ])("are refused by name: %s = %s", (name, value) => {
    expect(() => readSite({ ...env, [name]: value })).toThrow(`wrong settings: ${name} `);
  });

  test.each([
    ["HEADER_COLOUR", "#8a8a8a"],
    ["ACCENT_COLOUR", "#e08a00"],
  ])("refuse a colour that cannot be read on: %s = %s", (name, value) => {
    expect(() => readSite({ ...env, [name]: value })).toThrow(`wrong settings: ${name} `);
  });

  test("name everything that is wrong at once", () => {
    const wrong = { ...env, SITE_NAME: "", HEADER_COLOUR: "#ffffff" };
    expect(() => readSite(wrong)).toThrow("SITE_NAME, HEADER_COLOUR");
  });
});

describe("the site's colours", () => {
  test("can be read in both themes, whatever dark colours are chosen", () => {
    for (const colour of ["#000000", "#7a1010", "#5b2a86", "#0b6a63"]) {
      const site = readSite({ ...env, HEADER_COLOUR: colour, ACCENT_COLOUR: colour });
      const { light, dark } = findSiteColours(site);
      expect(measureContrast(light.link, "#f4f2ec")).toBeGreaterThanOrEqual(4.5);
      expect(measureContrast(dark.link, "#19212a")).toBeGreaterThanOrEqual(7);
      expect(measureContrast(dark.band, "#d5e0ea")).toBeGreaterThanOrEqual(4.5);
      expect(makeIdentityStyle(site).element.toString()).toContain(`--band:${colour};`);
    }
  });

  test("are measured as WCAG does", () => {
    expect(measureContrast("#ffffff", "#000000")).toBeCloseTo(21, 5);
    expect(measureContrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  });
});
