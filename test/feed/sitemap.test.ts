import { describe, expect, test } from "vitest";
import {
  writeRobotsTxt,
  writeNewsSitemap,
  renderSitemapIndex,
  renderSitemapOfMonth,
} from "../../src/feed/sitemap.ts";
import { article, leadId, leadPhoto, site } from "./sample.ts";

describe("sitemapIndex", () => {
  test("names a sitemap for each month, with the month's newest change", () => {
    const months = [
      { year: 2021, month: 11, changedAt: Date.UTC(2021, 10, 30, 17) },
      { year: 2021, month: 1, changedAt: Date.UTC(2021, 0, 28, 3, 5) },
    ];
    expect(renderSitemapIndex(site, months)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap>
<loc>https://bantin.example.gov.vn/sitemap-trang.xml</loc>
</sitemap>
<sitemap>
<loc>https://bantin.example.gov.vn/sitemap-2021-11.xml</loc>
<lastmod>2021-12-01T00:00:00+07:00</lastmod>
</sitemap>
<sitemap>
<loc>https://bantin.example.gov.vn/sitemap-2021-01.xml</loc>
<lastmod>2021-01-28T10:05:00+07:00</lastmod>
</sitemap>
</sitemapindex>
`);
  });
});

describe("sitemapMonth", () => {
  test("lists articles with their newest change and their picture", () => {
    const entries = [
      { slug: "mot", publishedAt: 0, updatedAt: Date.UTC(2021, 0, 28, 3, 5), leadPhoto },
      { slug: "hai", publishedAt: Date.UTC(2021, 0, 1), updatedAt: null, leadPhoto: null },
    ];
    expect(renderSitemapOfMonth(site, entries)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url>
<loc>https://bantin.example.gov.vn/bai-viet/mot</loc>
<lastmod>2021-01-28T10:05:00+07:00</lastmod>
<image:image><image:loc>https://bantin.example.gov.vn/anh/${leadId}/share.jpg</image:loc></image:image>
</url>
<url>
<loc>https://bantin.example.gov.vn/bai-viet/hai</loc>
<lastmod>2021-01-01T07:00:00+07:00</lastmod>
</url>
</urlset>
`);
  });
});

describe("newsSitemap", () => {
  test("tells name, language, date and title of each article", () => {
    expect(writeNewsSitemap(site, [{ ...article, title: "KH&CN <mới>" }]))
      .toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url>
<loc>https://bantin.example.gov.vn/bai-viet/tong-ket-cong-tac</loc>
<news:news>
<news:publication><news:name>Bản tin Khoa học và Công nghệ</news:name><news:language>vi</news:language></news:publication>
<news:publication_date>2021-01-28T10:05:00+07:00</news:publication_date>
<news:title>KH&amp;CN &lt;mới&gt;</news:title>
</news:news>
</url>
</urlset>
`);
  });

  test("is an empty list on a quiet day", () => {
    expect(writeNewsSitemap(site, [])).toContain("<urlset");
  });
});

describe("robotsTxt", () => {
  test("keeps robots from what is not for readers, and names the sitemaps", () => {
    expect(writeRobotsTxt(site)).toBe(`User-agent: *
Disallow: /toa-soan
Disallow: /api/
Disallow: /tim-kiem

Sitemap: https://bantin.example.gov.vn/sitemap.xml
Sitemap: https://bantin.example.gov.vn/sitemap-news.xml
`);
  });
});
