import { describe, expect, test } from "vitest";
import { parseMenu } from "../../src/menu.ts";
import { slugify } from "../../src/vietnamese/slug.ts";
import {
  demoBytes,
  listDemoFiles,
  readDemoArticles,
  readDemoPages,
  readDemoSections,
  readDemoSite,
} from "./read-demo.ts";

const articles = readDemoArticles();
const pages = readDemoPages();
const site = readDemoSite();
const sections = readDemoSections();
const text = (value: unknown): string => (typeof value === "string" ? value : "");

const weekdays = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];
const required = ["title", "lede", "section", "tags", "genre", "byline", "publishedAt"];
const allowed = new Set([...required, "source", "leadPhoto", "english", "documents"]);
const genres = ["tin", "bai", "phong-su", "phong-van", "anh"];

describe("the demo as a whole", () => {
  test("has at least 45 articles, six or more in every section, and one section of two pages", () => {
    expect(articles.length).toBeGreaterThanOrEqual(45);
    const counts = sections.map(
      ({ slug }) => articles.filter(({ front }) => front["section"] === slug).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(14);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(articles.length);
  });

  test("uses every photo file exactly once, and has every file it names", () => {
    const inTexts = [...articles, ...pages].flatMap(({ photos }) => photos);
    const named = [...inTexts, ...site.blocks].flatMap(({ photo }) => photo ?? []);
    expect(named.toSorted()).toEqual(listDemoFiles("photos/"));
  });

  test("has documents on ten articles or more, and uses each of its files exactly once", () => {
    const withDocuments = articles.filter(({ front }) => front["documents"] !== undefined);
    expect(withDocuments.length).toBeGreaterThanOrEqual(10);
    const named = [...articles, ...pages].flatMap(({ files }) => files);
    expect(named.toSorted()).toEqual(listDemoFiles("files/"));
  });

  test("weighs less than 3 MB, and its documents and videos less than 1 MB", () => {
    expect(demoBytes("articles/", "pages/", "photos/")).toBeLessThan(3_000_000);
    expect(demoBytes("files/")).toBeLessThan(1_000_000);
  });

  test("has five standing pages, all of them in the menu of the footer", () => {
    const parsed = parseMenu(site.settings["FOOTER_MENU"] ?? "");
    const groups = "entries" in parsed ? parsed.entries : [];
    const addresses = groups.flatMap(({ entries }) => entries.map(({ address }) => address));
    const paths = pages.map(({ front }) => `/trang/${slugify(text(front["title"]))}`);
    expect(paths).toHaveLength(5);
    expect(addresses).toEqual(expect.arrayContaining(paths));
  });

  test("chooses articles of the demo for the front page", () => {
    const slugs = articles.map(({ front }) => slugify(text(front["title"])));
    const chosen = Object.values(site.places).map(({ article }) => article);
    expect(slugs).toEqual(expect.arrayContaining(chosen));
  });

  test("gives no two articles the same title or the same time", () => {
    for (const key of ["title", "publishedAt"]) {
      expect(new Set(articles.map(({ front }) => front[key])).size).toBe(articles.length);
    }
  });
});

describe.each([...articles, ...pages])("demo text $file", ({ source, front, photos }) => {
  test("describes each photo differently", () => {
    const alts = photos.map(({ alt }) => alt);
    expect(new Set(alts).size).toBe(alts.length);
    for (const alt of alts) {
      expect(alt).not.toBe("");
      expect(alt).not.toBe(front["title"]);
      expect(alt).not.toMatch(/-\d+$/);
    }
  });

  test("is in NFC", () => {
    expect(source.normalize("NFC")).toBe(source);
  });

  test("has dates that exist, each on the weekday it says", () => {
    for (const [date, day = "", month = "", year = ""] of source.matchAll(
      /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g,
    )) {
      expect(utcDate(year, month, day).getUTCDate(), date).toBe(Number(day));
    }
    for (const [phrase, weekday = "", day = "", month = "", year = ""] of source.matchAll(
      /(Thứ \p{L}+|Chủ nhật), (?:ngày )?(\d{1,2})\/(\d{1,2})\/(\d{4})/gu,
    )) {
      const expected = weekdays[utcDate(year, month, day).getUTCDay()];
      expect(weekday.toLowerCase(), phrase).toBe(expected);
    }
  });
});

describe.each(articles)("demo article $file", ({ front, body }) => {
  test("has only the fields of an article", () => {
    expect(Object.keys(front)).toEqual(expect.arrayContaining(required));
    expect(Object.keys(front).filter((key) => !allowed.has(key))).toEqual([]);
    expect(text(front["title"])).not.toBe("");
    expect(text(front["lede"])).not.toBe("");
    expect(body.trim()).not.toBe("");
    expect(genres).toContain(front["genre"]);
    expect(front["tags"]).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(front["byline"]).toEqual({
      authors: expect.arrayContaining([expect.any(String)]),
      unit: expect.any(String),
    });
    expect(text(front["publishedAt"])).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:00\+07:00$/);
    expect(Number.isNaN(Date.parse(text(front["publishedAt"])))).toBe(false);
  });
});

function utcDate(year: string, month: string, day: string): Date {
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}
