import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { writeAtomFeed } from "../../src/feed/atom-feed.ts";
import { renderFeedContent } from "../../src/publishing/rendering/feed-content.ts";
import { article, bodyId, leadId, site } from "./sample.ts";

const whole = { section: null, articles: [article], nextUrl: null, selfUrl: "/atom.xml" };
const parsed = (page: Parameters<typeof writeAtomFeed>[1]) =>
  parseAtomFeed(writeAtomFeed(site, page));

describe("atomFeed", () => {
  test("says whose it is, and is dated by its newest change", () => {
    expect(parsed(whole)).toMatchObject({
      id: "https://bantin.example.gov.vn/atom.xml",
      title: { value: "Bản tin Khoa học và Công nghệ" },
      subtitle: { value: "Trang tin của Sở KH&CN" },
      updated: "2021-01-28T10:05:00+07:00",
      authors: [{ name: "Sở Khoa học và Công nghệ", email: "bantin@example.gov.vn" }],
      links: [
        { rel: "self", href: "https://bantin.example.gov.vn/atom.xml" },
        { rel: "alternate", href: "https://bantin.example.gov.vn/" },
      ],
    });
  });

  test("carries the whole article", () => {
    expect(parsed(whole).entries?.[0]).toMatchObject({
      id: "urn:ban-tin:article:4f0q9xk2m7s1d3ab",
      title: { value: article.title },
      links: [
        { rel: "alternate", href: "https://bantin.example.gov.vn/bai-viet/tong-ket-cong-tac" },
        { rel: "via", href: "https://nhandan.vn/bai?a=1&b=2", title: "Báo Nhân Dân" },
        {
          rel: "enclosure",
          href: `https://bantin.example.gov.vn/anh/${leadId}/960.jpg`,
          type: "image/jpeg",
        },
      ],
      published: "2021-01-28T10:05:00+07:00",
      updated: "2021-01-28T10:05:00+07:00",
      authors: [{ name: "Thế Bằng" }, { name: "Minh Hà" }],
      contributors: [{ name: "TT Phát triển KH&CN" }],
      categories: [
        {
          term: "xay-dung-dang",
          scheme: "https://bantin.example.gov.vn/chuyen-muc/",
          label: "Xây dựng Đảng",
        },
        { term: "xây dựng Đảng" },
        { term: "KH&CN" },
      ],
      summary: { value: "Đảng bộ Sở KH&CN tổ chức Hội nghị." },
      content: { type: "html", value: renderFeedContent(site, article) },
      media: {
        contents: [
          { url: `https://bantin.example.gov.vn/anh/${leadId}/1600.webp` },
          { url: `https://bantin.example.gov.vn/anh/${bodyId}/1600.webp` },
        ],
      },
    });
  });

  test("has the date that it must have even without articles, and the same one always", () => {
    const empty = { ...whole, articles: [] };
    expect(parsed(empty).updated).toBe("1970-01-01T07:00:00+07:00");
  });

  test("keeps its id on further pages and leads to the next one", () => {
    const second = parsed({
      ...whole,
      selfUrl: "/atom.xml?truoc=12",
      nextUrl: "/atom.xml?truoc=9",
    });
    expect(second.id).toBe("https://bantin.example.gov.vn/atom.xml");
    expect(second.links).toMatchObject([
      { rel: "self", href: "https://bantin.example.gov.vn/atom.xml?truoc=12" },
      { rel: "alternate" },
      { rel: "next", href: "https://bantin.example.gov.vn/atom.xml?truoc=9" },
    ]);
  });
});
