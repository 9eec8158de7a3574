import { describe, expect, test } from "vitest";
import { frontPage } from "../../src/reading/front-page.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { card, photo, sections, site } from "../html/sample.ts";

const [first, second] = sections;
if (first === undefined || second === undefined) throw new Error("the sample has two sections");

const latest = Array.from({ length: 14 }, (_, n) =>
  card(`moi-${n}`, n % 2 === 0 ? { leadPhoto: photo("b"), section: first } : {}),
);
const page = frontPage(site, {
  sections,
  lead: card("chinh", { leadPhoto: photo("a"), genre: "phong-su" }),
  latest,
  bySection: [
    { section: first, cards: [card("m1", { leadPhoto: photo("c") }), card("m2")] },
    { section: second, cards: [] },
  ],
});

describe("the front page", () => {
  test("has the site's name as its h1 and the lead story next", () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.indexOf("/bai-viet/chinh")).toBeLessThan(page.indexOf("/bai-viet/moi-0"));
    expect(page).toContain("Phóng sự");
  });

  test("shows the latest twelve, and no section without articles", () => {
    expect(page).toContain("/bai-viet/moi-11");
    expect(page).not.toContain("/bai-viet/moi-12");
    expect(page).toContain('id="muc-tin-tuc"');
    expect(page).not.toContain('id="muc-xay-dung-dang"');
  });

  test("repeats in a section's block nothing from above, if the section has enough else", () => {
    const many = ["moi-0", "m1", "m2", "m3", "m4", "m5"].map((slug) => card(slug));
    const front = frontPage(site, {
      sections,
      lead: card("chinh"),
      latest: [card("moi-0")],
      bySection: [
        {
          section: first,
          cards: many,
        },
      ],
    });
    expect(front.match(/href="\/bai-viet\/moi-0"/g)).toHaveLength(1);
    expect(front).toContain('href="/bai-viet/m4"');
    expect(front).not.toContain('href="/bai-viet/m5"');
    const few = frontPage(site, {
      sections,
      lead: card("chinh"),
      latest: [card("moi-0")],
      bySection: [
        {
          section: first,
          cards: [card("moi-0"), card("m1")],
        },
      ],
    });
    expect(few.match(/href="\/bai-viet\/moi-0"/g)).toHaveLength(2);
  });

  test("puts an article with a photo on top of a section's block", () => {
    const cards = [card("m1"), card("m2"), card("m3", { leadPhoto: photo("c") })];
    const front = frontPage(site, {
      sections,
      lead: card("chinh"),
      latest: [],
      bySection: [
        {
          section: first,
          cards,
        },
      ],
    });
    expect(front.indexOf("/bai-viet/m3")).toBeLessThan(front.indexOf("/bai-viet/m1"));
  });

  test("fetches one photo first", () => {
    expect(page.match(/fetchpriority="high"/g)).toHaveLength(1);
  });

  test("shares the lead story's photo and announces the feeds", () => {
    expect(page).toContain(`/anh/${"a".repeat(64)}/share.jpg`);
    expect(page).toContain('href="/feed.json"');
  });

  test("is valid HTML, with articles and without", async () => {
    expect(await htmlFaults(page)).toEqual([]);
    const empty = frontPage(site, { sections: [], lead: null, latest: [], bySection: [] });
    expect(empty).toContain("Chưa có bài viết nào được đăng.");
    expect(await htmlFaults(empty)).toEqual([]);
  });
});
