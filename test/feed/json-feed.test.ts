import { parseJsonFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { feedExtensionSchema } from "../../src/feed/feed-extension.ts";
import { renderFeedContent } from "../../src/publishing/rendering/feed-content.ts";
import { article, feedItem, jsonFeed, leadId, site } from "./sample.ts";

const whole = {
  section: null,
  articles: [feedItem(article)],
  nextUrl: null,
  selfUrl: "/feed.json",
};

describe("jsonFeed", () => {
  test("says whose it is, in JSON Feed 1.1", () => {
    expect(JSON.parse(jsonFeed(site, { ...whole, articles: [] }))).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Bản tin Khoa học và Công nghệ",
      home_page_url: "https://bantin.example.gov.vn/",
      feed_url: "https://bantin.example.gov.vn/feed.json",
      description: "Trang tin của Sở KH&CN",
      language: "vi",
      authors: [{ name: "Sở Khoa học và Công nghệ", url: "https://bantin.example.gov.vn/" }],
      items: [],
    });
  });

  test("carries the whole article", () => {
    expect(parseJsonFeed(jsonFeed(site, whole)).items).toEqual([
      {
        id: "urn:ban-tin:article:4f0q9xk2m7s1d3ab",
        url: "https://bantin.example.gov.vn/bai-viet/tong-ket-cong-tac",
        title: article.title,
        summary: article.lede,
        content_html: renderFeedContent(site, article),
        image: `https://bantin.example.gov.vn/anh/${leadId}/share.jpg`,
        date_published: "2021-01-28T10:05:00+07:00",
        authors: [{ name: "Thế Bằng" }, { name: "Minh Hà" }],
        tags: ["xây dựng Đảng", "KH&CN"],
        language: "vi",
      },
    ]);
  });

  test("tells in its extension what the format has no word for", () => {
    const [item] = JSON.parse(jsonFeed(site, whole)).items;
    expect(item._ban_tin).toEqual({
      about: "https://bantin.example.gov.vn/api/openapi.json",
      id: article.id,
      version: 2,
      section: { slug: "xay-dung-dang", name: "Xây dựng Đảng" },
      genre: "tin",
      unit: "TT Phát triển KH&CN",
      source: { name: "Báo Nhân Dân", url: "https://nhandan.vn/bai?a=1&b=2" },
      madeByAi: null,
      digitalSourceType: null,
      photos: [
        expect.objectContaining({ credit: "Thế Bằng" }),
        expect.objectContaining({ caption: "Đ/c Phạm Quốc Chính & đại biểu", credit: "Minh Hà" }),
      ],
    });
  });

  test("has an extension of just the fields that its schema describes", () => {
    const [item] = JSON.parse(jsonFeed(site, whole)).items;
    const { properties } = feedExtensionSchema;
    expect(Object.keys(item._ban_tin).toSorted()).toEqual(Object.keys(properties).toSorted());
  });

  test("dates a change only once there was one", () => {
    const updated = { ...article, updatedAt: Date.UTC(2021, 1, 1, 20) };
    const [item] = JSON.parse(jsonFeed(site, { ...whole, articles: [feedItem(updated)] })).items;
    expect(item.date_modified).toBe("2021-02-02T03:00:00+07:00");
  });

  test("has the section's present name, the site's present address and every correction", () => {
    const item = feedItem(article);
    const corrections = [{ at: Date.UTC(2021, 1, 1, 20), text: 'Sửa "số" & ngày' }];
    const changed = { ...item, corrections, section: { slug: "xay-dung-dang", name: "Tên mới" } };
    const moved = { ...site, baseUrl: "https://moi.example" };
    const [shown] = JSON.parse(jsonFeed(moved, { ...whole, articles: [changed] })).items;
    expect(shown._ban_tin.section).toEqual(changed.section);
    expect(shown.content_html).toBe(renderFeedContent(moved, { ...article, corrections }));
    expect(JSON.stringify(shown)).not.toContain(site.baseUrl);
  });

  test("keeps an item's id when the article gets another title, slug or section", () => {
    const [before] = JSON.parse(jsonFeed(site, whole)).items;
    const retitled = {
      ...article,
      slug: "ten-khac",
      title: "Tên khác",
      section: { slug: "khac", name: "Khác" },
    };
    const [after] = JSON.parse(jsonFeed(site, { ...whole, articles: [feedItem(retitled)] })).items;
    expect(after.id).toBe(before.id);
    expect(after.url).not.toBe(before.url);
  });

  test("is named after its section, and leads to the next page under the address of its first", () => {
    const page = {
      ...whole,
      section: article.section,
      nextUrl: "/chuyen-muc/xay-dung-dang/feed.json?truoc=9",
      selfUrl: "/chuyen-muc/xay-dung-dang/feed.json?truoc=12",
    };
    expect(JSON.parse(jsonFeed(site, page))).toMatchObject({
      title: "Xây dựng Đảng – Bản tin Khoa học và Công nghệ",
      home_page_url: "https://bantin.example.gov.vn/chuyen-muc/xay-dung-dang",
      feed_url: "https://bantin.example.gov.vn/chuyen-muc/xay-dung-dang/feed.json",
      next_url: "https://bantin.example.gov.vn/chuyen-muc/xay-dung-dang/feed.json?truoc=9",
    });
  });
});
