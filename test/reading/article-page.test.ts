import { describe, expect, test } from "vitest";
import { renderArticlePage } from "../../src/reading/article-page.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, card, labels, photo, sections, site } from "../html/sample.ts";

const whole = article({
  leadPhoto: photo("a", { caption: "Quang cảnh hội nghị", credit: "Thu Trang" }),
  source: { name: "Báo tỉnh", url: "https://bao.example.vn/x" },
  ...renderBody(
    `Đoạn.\n\n![b](photo:${"b".repeat(64)})\n![c](photo:${"c".repeat(64)})`,
    new Map(["b", "c"].map((letter) => [letter.repeat(64), photo(letter)])),
  ),
});
const alone = { labels, topic: null, related: [], newer: null, older: null };
const page = renderArticlePage(site, { ...alone, sections, article: whole });

/** The linked data of a page, by its types. */
function linkedData(html: string): Record<string, unknown>[] {
  const blocks = html.matchAll(/<script type="application\/ld\+json">\s*(.*?)\s*<\/script>/gs);
  return [...blocks].map(([, json]) => JSON.parse(json ?? ""));
}

describe("the article page", () => {
  test("says when, in Vietnamese and for machines", () => {
    const time = '<time datetime="2021-01-28T10:05:00+07:00">Thứ Năm, 28/01/2021 10:05</time>';
    expect(page).toContain(time);
    expect(page).not.toContain("Cập nhật");
  });

  test("says that it was updated only when it was", () => {
    const updatedAt = Date.parse("2021-01-29T08:00:00+07:00");
    const updated = renderArticlePage(site, {
      ...alone,
      sections,
      article: { ...whole, updatedAt },
    });
    expect(updated).toMatch(/Cập nhật:\s*<time datetime="2021-01-29T08:00:00\+07:00">/);
    expect(linkedData(updated)[0]).toMatchObject({ dateModified: "2021-01-29T08:00:00+07:00" });
  });

  test("has one h1, its title, and a lede, photo, caption, credit, byline, source and tags", () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toMatch(/<h1>\s*Tổng kết công tác xây dựng Đảng năm 2020\s*<\/h1>/);
    expect(page).toContain("Sapo của bài tong-ket.");
    expect(page).toContain("Quang cảnh hội nghị");
    expect(page).toContain("Ảnh: Thu Trang");
    expect(page.replace(/<[^>]+>/g, "")).toContain("Thế Bằng – TT Phát triển KH&amp;CN");
    expect(page).toContain('<a href="https://bao.example.vn/x" rel="noopener">Báo tỉnh</a>');
    expect(page).toContain('href="/the/kh-cn"');
    expect(page).toContain('<a rel="author" href="/tac-gia/the-bang">Thế Bằng</a>');
  });

  test("offers the same ways to share on top and at the bottom", () => {
    const bars = page.match(/<ul class="share">.*?<\/ul>/gs);
    expect(bars).toHaveLength(2);
    expect(bars?.[0]).toBe(bars?.[1]);
  });

  test("fetches the lead photo first and all others when they are near", () => {
    expect(page.match(/fetchpriority="high"/g)).toHaveLength(1);
    expect(page.match(/loading="lazy"/g)).toHaveLength(2);
  });

  test("carries linked data and Dublin Core", () => {
    const [news, steps] = linkedData(page);
    expect(news).toMatchObject({
      "@type": "NewsArticle",
      headline: whole.title,
      datePublished: "2021-01-28T10:05:00+07:00",
      dateModified: "2021-01-28T10:05:00+07:00",
      author: [{ "@type": "Person", name: "Thế Bằng" }],
    });
    expect(steps).toMatchObject({ "@type": "BreadcrumbList" });
    expect(page).toContain('<meta name="DC.creator" content="Thế Bằng" />');
    expect(page).toContain('<meta name="DC.date" content="2021-01-28T10:05:00+07:00" />');
  });

  test("names who is responsible for the site", () => {
    for (const fact of [site.agency.name, site.agency.parent, site.agency.responsible]) {
      expect(page).toContain(fact);
    }
    expect(page).toContain('href="tel:02003800000"');
    expect(page).toContain('href="mailto:bantin@example.gov.vn"');
    expect(page).toContain('href="https://example.gov.vn"');
  });

  test("leads on to its neighbours and to related articles", () => {
    const full = renderArticlePage(site, {
      labels,
      topic: null,
      sections,
      article: whole,
      related: [card("lien-quan", { leadPhoto: photo("d") })],
      newer: card("sau"),
      older: card("truoc"),
    });
    expect(full).toMatch(/rel="prev"\s+href="\/bai-viet\/truoc"/);
    expect(full).toMatch(/rel="next"\s+href="\/bai-viet\/sau"/);
    expect(full).toContain('href="/bai-viet/lien-quan"');
  });

  test("is in Vietnamese, with a way past its header, and needs no script", () => {
    expect(page).toContain('<html lang="vi"');
    expect(page).toContain('<a class="skip" target="_self" href="#noi-dung">');
    expect(page).not.toMatch(
      /<script(?! type="application\/ld\+json"| src="\/js\/)|<iframe|<link rel="stylesheet"/,
    );
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });

  test("asks for nothing from elsewhere", () => {
    const sources = [...page.matchAll(/(?:src|srcset|imagesrcset)="([^"]+)"/g)].map(([, s]) => s);
    expect(sources.length).toBeGreaterThan(3);
    expect(sources.every((source) => /^\/(?:anh|js)\//.test(source ?? ""))).toBe(true);
  });

  test("is valid HTML, whole and bare", async () => {
    expect(await htmlFaults(page)).toEqual([]);
    const bare = article({ tags: [], byline: { authors: ["A"], unit: "" }, html: "" });
    expect(
      await htmlFaults(renderArticlePage(site, { ...alone, sections: [], article: bare })),
    ).toEqual([]);
  });
});

test("a source whose address is none a page may have is only named", () => {
  const source = { name: "Nguồn", url: "javascript:alert(1)" };
  const named = renderArticlePage(site, { ...alone, sections, article: article({ source }) });
  expect(named).toMatch(/Nguồn:\s*Nguồn/);
  expect(named).not.toContain("javascript:");
});

test("every field of an article is escaped on its page", () => {
  const evil = `"><img src=x onerror=alert(1)></title></script>'`;
  const evilPage = renderArticlePage(site, {
    ...alone,
    sections: [{ slug: "tin-tuc", name: evil }],
    labels: [
      { kind: "tag", slug: "img", name: evil },
      { kind: "author", slug: "img", name: evil },
    ],
    article: article({
      title: evil,
      lede: evil,
      tags: [evil],
      section: { slug: "tin-tuc", name: evil },
      byline: { authors: [evil], unit: evil },
      source: { name: evil, url: "https://a.vn/" },
      leadPhoto: photo("a", { alt: evil, caption: evil, credit: evil }),
    }),
    newer: card("x", { title: evil, lede: evil }),
    related: [card("y", { title: evil, lede: evil, leadPhoto: photo("b", { alt: evil }) })],
  });
  expect(evilPage).not.toContain("<img src=x");
  expect(evilPage.match(/<\/title>/g)).toHaveLength(1);
  // Two of linked data, two that only name a file of ours.
  expect(evilPage.match(/<\/script>/g)).toHaveLength(4);
});
