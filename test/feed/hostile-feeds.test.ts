import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { WholeArticle } from "../../src/published/published.ts";
import { writeAtomFeed } from "../../src/feed/atom-feed.ts";
import { writeRssFeed } from "../../src/feed/rss-feed.ts";
import { writeNewsSitemap } from "../../src/feed/sitemap.ts";
import { xml } from "../../src/html/xml.ts";
import { article, emptyBody, feedItem, jsonFeed, leadPhoto, site } from "./sample.ts";

/** What is put in, and what must come out: the same, less what no text can hold. */
const hostile: [name: string, sent: string, shown: string][] = [
  ["the end of a CDATA section", "a]]>b", "a]]>b"],
  ["many of them", "]]>]]>]]]]>>", "]]>]]>]]]]>>"],
  ["ampersands", "KH&CN & R&amp;D &#0; &copy", "KH&CN & R&amp;D &#0; &copy"],
  ["tags", `<script>alert("1")</script><b a='x'>`, `<script>alert("1")</script><b a='x'>`],
  ["the end of an item", "</title></item></channel></rss>", "</title></item></channel></rss>"],
  ["comments and instructions", "<!-- --> <?xml?> <![CDATA[x", "<!-- --> <?xml?> <![CDATA[x"],
  ["entities", "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;", "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;"],
  ["control characters", "a\u0000\u0001\u0008\u000B\u001F\uFFFE\uFFFFb", "ab"],
  ["half surrogate pairs", "a\uD83D b\uDE00", "a\uFFFD b\uFFFD"],
  ["emoji and every plane", "👩‍👩‍👧 🇻🇳 𠮷 \u{10FFFD}", "👩‍👩‍👧 🇻🇳 𠮷 \u{10FFFD}"],
  ["Vietnamese", "Ữ Ộ Ặ Ẵ đ – “ngoặc”…", "Ữ Ộ Ặ Ẵ đ – “ngoặc”…"],
  ["quotes", `"'\`"`, `"'\`"`],
];

describe.each(hostile)("feeds of articles with %s in every text", (_, sent, shown) => {
  const bad = putEverywhere(sent);
  const page = { section: bad.section, articles: [bad], nextUrl: null, selfUrl: "/feed" };

  test("are JSON that tells it", () => {
    const feed = parseJsonFeed(jsonFeed(site, { ...page, articles: [feedItem(bad)] }));
    expect(feed.title).toContain(shown);
    expect(feed.items).toMatchObject([
      {
        title: shown,
        summary: shown,
        authors: [{ name: shown }],
        tags: [shown],
        content_html: content(shown),
      },
    ]);
  });

  test("are RSS that tells it", () => {
    const text = writeRssFeed(site, page);
    expectLegible(text);
    const feed = parseRssFeed(text);
    expect(feed.title).toContain(shown);
    expect(feed.items).toMatchObject([
      {
        title: shown,
        description: asHtml(shown),
        dc: { creators: [shown], contributors: [shown], sources: [shown] },
        categories: [{ name: shown }, { name: shown }],
        content: { encoded: content(shown) },
        media: { contents: [{ description: { value: shown }, credits: [{ value: shown }] }] },
      },
    ]);
  });

  test("are Atom that tells it", () => {
    const text = writeAtomFeed(site, page);
    expectLegible(text);
    expect(parseAtomFeed(text).entries).toMatchObject([
      {
        title: { value: shown },
        summary: { value: shown },
        authors: [{ name: shown }],
        contributors: [{ name: shown }],
        categories: [{ label: shown }, { term: shown }],
        content: { type: "html", value: content(shown) },
        media: { contents: [{ description: { value: shown }, credits: [{ value: shown }] }] },
      },
    ]);
  });

  test("are a news sitemap that tells it", () => {
    const text = writeNewsSitemap(site, [bad]);
    expectLegible(text);
    expect(text).toContain(`<news:title>${asHtml(shown)}</news:title>`);
  });
});

function putEverywhere(text: string): WholeArticle {
  return {
    ...article,
    title: text,
    lede: text,
    section: { slug: "muc", name: text },
    byline: { authors: [text], unit: text },
    source: { name: text, url: null },
    tags: [text],
    leadPhoto: { ...leadPhoto, alt: text, caption: text, credit: text },
    ...emptyBody,
    html: `<p>${asHtml(text)}</p>]]>`,
  };
}

function asHtml(text: string): string {
  return xml`${text}`.source;
}

/** The lead photo and the body, with the text in each. */
function content(text: string): string {
  const escaped = asHtml(text);
  return (
    `<figure><img src="${site.baseUrl}/anh/${leadPhoto.id}/960.jpg" width="960" height="640" alt="${escaped}">` +
    `<figcaption>${escaped} <span class="credit">Ảnh: ${escaped}</span></figcaption></figure><p>${escaped}</p>]]>`
  );
}

/** No character that XML 1.0 forbids, and bytes of UTF-8 that mean the same text. */
function expectLegible(text: string): void {
  expect(text).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
}
