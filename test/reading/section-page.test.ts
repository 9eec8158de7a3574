import { describe, expect, test } from "vitest";
import { renderSectionPage } from "../../src/reading/section-page.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { card, photo, sections, site } from "../html/sample.ts";

const section = { slug: "xay-dung-dang", name: "Xây dựng Đảng" };
const cards = [card("mot", { leadPhoto: photo("a") }), card("hai"), card("ba", { genre: "anh" })];
const path = "/chuyen-muc/xay-dung-dang";

describe("the page of a section", () => {
  test("names the section, marks it in the menu and announces its feeds", () => {
    const page = renderSectionPage(site, { sections, section, cards, olderHref: null });
    expect(page).toMatch(/<h1>\s*Xây dựng Đảng\s*<\/h1>/);
    expect(page).toMatch(/href="\/chuyen-muc\/xay-dung-dang"\s+aria-current="true"/);
    expect(page).toContain(`href="${path}/rss.xml"`);
    expect(page).not.toContain('class="pager"');
  });

  test("leads to older and newer articles, and its address keeps the cursor", () => {
    const page = renderSectionPage(site, {
      sections,
      section,
      cards,
      path: `${path}?truoc=5`,
      olderHref: `${path}?truoc=3`,
      newestHref: path,
    });
    expect(page).toContain(`href="${path}?truoc=3"`);
    expect(page).toContain(`rel="canonical" href="https://bantin.example.gov.vn${path}?truoc=5"`);
  });

  test("is valid HTML, with articles and without", async () => {
    const content = { sections, section, olderHref: `${path}?truoc=3`, newestHref: path };
    expect(await htmlFaults(renderSectionPage(site, { ...content, cards }))).toEqual([]);
    const empty = renderSectionPage(site, {
      ...content,
      cards: [],
      olderHref: null,
      newestHref: null,
    });
    expect(empty).toContain("Chuyên mục này chưa có bài viết nào.");
    expect(await htmlFaults(empty)).toEqual([]);
  });
});
