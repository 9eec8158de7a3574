import { describe, expect, test } from "vitest";
import { describePage, renderFeedLinks } from "../../src/html/head.ts";
import { photo, site } from "./sample.ts";

const page = {
  title: 'Tiêu đề "lớn"',
  description: "Sapo & thêm",
  path: "/bai-viet/x",
  type: "article",
} as const;

describe("describePage", () => {
  test("names the canonical address, and the site's own picture where there is no photo", () => {
    const head = describePage(site, { ...page, photo: null }).toString();
    expect(head).toContain('rel="canonical" href="https://bantin.example.gov.vn/bai-viet/x"');
    expect(head).toContain('property="og:locale" content="vi_VN"');
    expect(head).toContain('content="Tiêu đề &quot;lớn&quot;"');
    const picture = "https://bantin.example.gov.vn/anh-chia-se.jpg";
    expect(head).toContain(`property="og:image" content="${picture}"`);
  });

  test("shares the JPEG of 1200 × 630, with its size", () => {
    const head = describePage(site, { ...page, photo: photo("b") }).toString();
    const address = `https://bantin.example.gov.vn/anh/${"b".repeat(64)}/share.jpg`;
    expect(head).toContain(`property="og:image" content="${address}"`);
    expect(head).toContain('property="og:image:width" content="1200"');
    expect(head).toContain('property="og:image:height" content="630"');
  });

  test("shares the upload, with its own size, where no variant was made", () => {
    const head = describePage(site, { ...page, photo: photo("b", { variants: {} }) }).toString();
    expect(head).toContain(`/goc.jpg"`);
    expect(head).toContain('property="og:image:width" content="1600"');
  });
});

test("feeds of the site are announced on every page, those of a section on its own", () => {
  expect(renderFeedLinks(site, null).toString()).toContain('href="/rss.xml"');
  const both = renderFeedLinks(site, { slug: "tin-tuc", name: "Tin tức" }).toString();
  expect(both).toContain('href="/feed.json"');
  expect(both).toContain('href="/chuyen-muc/tin-tuc/rss.xml"');
  expect(both).toContain('href="/chuyen-muc/tin-tuc/feed.json"');
});
