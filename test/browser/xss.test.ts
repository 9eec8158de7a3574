import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { ArticleInput } from "../../src/article/article-input.ts";
import { slugify } from "../../src/vietnamese/slug.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { articleWithText, publishHostile } from "./support/hostile-articles.ts";
import type { HostileArticle } from "./support/hostile-articles.ts";
import { HostileWindow } from "./support/hostile-window.ts";
import type { WindowOptions } from "./support/hostile-window.ts";
import { useBrowser } from "./support/use-browser.ts";
import { hostileBodies } from "./support/xss-bodies.ts";
import { hostileTexts } from "./support/xss-texts.ts";

let site: EmptySite;
let browser: Browser;
let articles: HostileArticle[];

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  articles = await publishHostile(site);
});

/** Opens addresses one after another and returns their faults. */
async function faultsAt(paths: string[], options: WindowOptions = {}): Promise<string[]> {
  const window = await HostileWindow.open(browser, site.address, options);
  const found: string[] = [];
  for (const path of paths) found.push(...(await window.faultsAt(path)));
  await window.close();
  return found;
}

describe("HostileWindow, the control", () => {
  test("reports what unescaped texts do", async () => {
    const unescaped = (text: string) => `<!doctype html><title>x</title><p class="${text}">${text}`;
    const pages = new Map(hostileTexts.map((text, n) => [`/khong-thoat/${n}`, unescaped(text)]));
    const found = await faultsAt([...pages.keys()], { policy: false, pages });
    const seen = new Set(found.map((fault) => fault.split(":")[0]));
    // The other texts do harm only in an address, a script or a style.
    expect(seen.size).toBeGreaterThan(55);
    expect(found.filter((fault) => fault.endsWith("script ran")).length).toBeGreaterThan(25);
  });
});

describe("hostile texts", () => {
  test("are at least 60, and are in every field of the API", () => {
    expect(hostileTexts.length + hostileBodies.length).toBeGreaterThanOrEqual(60);
    expect(articles.length).toBeGreaterThan(hostileTexts.length);
    const fields = Object.keys(ArticleInput.entries).filter((field) => field !== "genre");
    expect(Object.keys(articleWithText("", { lead: "", inText: "", document: "" })).sort()).toEqual(
      fields.sort(),
    );
  });

  test("are inert and shown as text on every article, without the policy", async () => {
    const window = await HostileWindow.open(browser, site.address, { policy: false });
    for (const article of articles) {
      expect(await window.faultsAt(`/bai-viet/${article.slug}`)).toEqual([]);
      expect(await unseenWords(window.page, article), article.slug).toEqual([]);
    }
    await window.close();
  });

  test("are inert on every print view and English page", async () => {
    const paths = articles.flatMap(({ slug, english }) => [
      `/bai-viet/${slug}/ban-in`,
      ...(english === null ? [] : [`/bai-viet/${slug}/en`]),
    ]);
    expect(await faultsAt(paths, { policy: false })).toEqual([]);
  });

  test("are inert in every download, which has no policy", async () => {
    const pages = new Map<string, string>();
    for (const { slug } of articles) {
      const file = await fetch(`${site.address}/bai-viet/${slug}/tai-ve`);
      pages.set(`/tai-ve/${slug}.html`, await file.text());
    }
    expect(await faultsAt([...pages.keys()], { policy: false, pages })).toEqual([]);
  });

  test("are inert on every list", async () => {
    expect(await faultsAt([...lists(), ...machines], { policy: false })).toEqual([]);
  });

  test("are inert in the search and in addresses", async () => {
    const asked = hostileTexts.map((text, n) => {
      const escaped = encodeURIComponent(text);
      const [search, label] = [`/tim-kiem?q=${escaped}`, `/the/${escaped}?truoc=${escaped}`];
      return [search, search, label, `/${escaped}`][n % 4] ?? search;
    });
    expect(await faultsAt(asked, { policy: false })).toEqual([]);
  });

  test("break no policy on any page", async () => {
    const pages = [...articles.map(({ slug }) => `/bai-viet/${slug}`), ...lists()];
    expect(await faultsAt(pages.filter((_, n) => n % 5 === 0))).toEqual([]);
  });
});

/** Pages for machines, as a browser shows them. */
const machines = [
  "/feed.json",
  "/sitemap.xml",
  "/sitemap-news.xml",
  "/api/articles",
  "/api/changes",
];

/** Every page that lists articles: of tags every second, of authors the others. */
function lists(): string[] {
  const sections = [0, 1, 2, 3, 4, 5].map((n) => `/chuyen-muc/muc-${n}`);
  const labels = articles.map(({ tags, byline }, n) =>
    n % 2 === 0 ? `/the/${slugify(tags[0] ?? "")}` : `/tac-gia/${slugify(byline.authors[0] ?? "")}`,
  );
  const month = new Date().toISOString().slice(0, 7).replace("-", "/");
  const others = ["/", "/luu-tru", `/luu-tru/${month}`, "/dong-su-kien/chung", "/tim-kiem?q=xss"];
  return [...new Set([...others, ...sections, ...labels])];
}

/** What a reader should see of an article's words, and does not. */
async function unseenWords(page: Page, article: HostileArticle): Promise<string[]> {
  const { title, lede, body, tags, byline, leadPhoto } = article;
  const shown = await page.evaluate(() => ({
    heading: document.querySelector("h1")?.textContent ?? "",
    text: document.body.textContent,
    alts: [...document.images].map(({ alt }) => alt),
  }));
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  const words = [
    lede,
    leadPhoto.caption,
    leadPhoto.credit,
    byline.unit,
    ...byline.authors,
    ...tags,
  ];
  const code = body.match(/~~~\n([^]*?)\n~~~/)?.[1] ?? "";
  const unseen = [...words, code].filter((text) => !plain(shown.text).includes(plain(text)));
  if (plain(shown.heading) !== title) unseen.push(title);
  if (!shown.alts.includes(leadPhoto.alt)) unseen.push(leadPhoto.alt);
  return unseen;
}
