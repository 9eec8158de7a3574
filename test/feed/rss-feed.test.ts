import { parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { renderFeedContent } from "../../src/publishing/rendering/feed-content.ts";
import { writeRssFeed } from "../../src/feed/rss-feed.ts";
import { article, emptyBody, bodyId, leadId, site } from "./sample.ts";

const whole = { section: null, articles: [article], nextUrl: null, selfUrl: "/rss.xml" };
const parsed = (page: Parameters<typeof writeRssFeed>[1]) => parseRssFeed(writeRssFeed(site, page));

describe("rssFeed", () => {
  test("says whose it is", () => {
    expect(parsed(whole)).toMatchObject({
      title: "Bản tin Khoa học và Công nghệ",
      link: "https://bantin.example.gov.vn/",
      description: "Trang tin của Sở KH&amp;CN",
      language: "vi",
      ttl: 15,
      atom: {
        links: [
          {
            rel: "self",
            type: "application/rss+xml",
            href: "https://bantin.example.gov.vn/rss.xml",
          },
        ],
      },
    });
  });

  test("carries the whole article", () => {
    expect(parsed(whole).items?.[0]).toMatchObject({
      title: article.title,
      link: "https://bantin.example.gov.vn/bai-viet/tong-ket-cong-tac",
      guid: { value: "urn:ban-tin:article:4f0q9xk2m7s1d3ab", isPermaLink: false },
      pubDate: "Thu, 28 Jan 2021 10:05:00 +0700",
      description: "Đảng bộ Sở KH&amp;CN tổ chức Hội nghị.",
      dc: {
        creators: ["Thế Bằng", "Minh Hà"],
        contributors: ["TT Phát triển KH&CN"],
        sources: ["Báo Nhân Dân"],
      },
      categories: [
        { name: "Xây dựng Đảng", domain: "https://bantin.example.gov.vn/chuyen-muc/xay-dung-dang" },
        { name: "xây dựng Đảng" },
        { name: "KH&CN" },
      ],
      content: { encoded: renderFeedContent(site, article) },
      enclosures: [
        {
          url: `https://bantin.example.gov.vn/anh/${leadId}/960.jpg`,
          type: "image/jpeg",
          length: 0,
        },
      ],
    });
  });

  test("tells the size, words and photographer of every photo", () => {
    expect(parsed(whole).items?.[0]?.media?.contents).toMatchObject([
      {
        url: `https://bantin.example.gov.vn/anh/${leadId}/1600.webp`,
        medium: "image",
        width: 1600,
        height: 1067,
        description: { value: "Hội nghị tại hội trường Sở KH&CN", type: "plain" },
        credits: [{ value: "Thế Bằng", role: "photographer", scheme: "urn:ebu" }],
      },
      {
        url: `https://bantin.example.gov.vn/anh/${bodyId}/1600.webp`,
        description: { value: "Đ/c Phạm Quốc Chính & đại biểu", type: "plain" },
        credits: [{ value: "Minh Hà" }],
      },
    ]);
  });

  test("is dated by its newest change, never by the clock", () => {
    const older = {
      ...article,
      publishedAt: Date.UTC(2021, 0, 1),
      updatedAt: Date.UTC(2021, 2, 1),
    };
    expect(parsed({ ...whole, articles: [article, older] }).lastBuildDate).toBe(
      "Mon, 01 Mar 2021 07:00:00 +0700",
    );
    expect(writeRssFeed(site, whole)).toBe(writeRssFeed(site, structuredClone(whole)));
    expect(writeRssFeed(site, { ...whole, articles: [] })).not.toContain("lastBuildDate");
  });

  test("leads to the next page", () => {
    const links = parsed({ ...whole, nextUrl: "/rss.xml?truoc=9" }).atom?.links;
    expect(links).toContainEqual({
      rel: "next",
      type: "application/rss+xml",
      href: "https://bantin.example.gov.vn/rss.xml?truoc=9",
    });
  });

  test("carries an article without photos, unit, source or tags", () => {
    const bare = {
      ...article,
      leadPhoto: null,
      byline: { authors: ["Thế Bằng"], unit: "" },
      source: null,
      tags: [],
      ...emptyBody,
      html: "<p>Nội dung</p>",
    };
    const [item] = parsed({ ...whole, articles: [bare] }).items ?? [];
    expect(item?.content?.encoded).toBe("<p>Nội dung</p>");
    expect(item?.dc).toEqual({ creators: ["Thế Bằng"] });
    // The site's own picture stands for the missing photo.
    expect(item?.enclosures?.map(({ url }) => url)).toEqual([
      "https://bantin.example.gov.vn/anh-chia-se.jpg",
    ]);
    expect(item).not.toHaveProperty("media");
  });
});
