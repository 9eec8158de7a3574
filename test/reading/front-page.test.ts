import { describe, expect, test } from "vitest";
import { renderFrontPage } from "../../src/reading/front-page.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { card, photo, sections, site } from "../html/sample.ts";

const [first] = sections;
if (first === undefined) throw new Error("the sample has two sections");

const page = renderFrontPage(site, sections, {
  lead: card("chinh", { leadPhoto: photo("a"), genre: "phong-su" }),
  beside: {
    cards: [card("moi-0", { leadPhoto: photo("b"), section: first }), card("moi-1")],
    isChosen: false,
  },
  more: [card("them-0", { leadPhoto: photo("d") }), card("them-1")],
  blocks: [
    {
      kind: "section",
      section: first.slug,
      cards: [card("m1", { leadPhoto: photo("c") }), card("m2", { leadPhoto: photo("e") })],
    },
  ],
});

describe("the front page", () => {
  test("has the site's name as its h1 and the lead story next", () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.indexOf("/bai-viet/chinh")).toBeLessThan(page.indexOf("/bai-viet/moi-0"));
    expect(page).toContain("Phóng sự");
  });

  test("shows the latest, then more, then the blocks, and no block without articles", () => {
    const links = [...page.matchAll(/class="card-title"><a href="\/bai-viet\/([^"]+)"/g)];
    expect(links.map(([, slug]) => slug)).toEqual([
      "chinh",
      "moi-0",
      "moi-1",
      "them-0",
      "them-1",
      "m1",
      "m2",
    ]);
    expect(page).toContain('id="muc-tin-tuc"');
    expect(page).not.toContain('id="muc-xay-dung-dang"');
  });

  test("calls the lines beside the lead story the latest only if nobody chose one of them", () => {
    expect(page).toMatch(/id="moi-nhat">\s*Mới nhất/);
    const cards = [card("moi-0")];
    const beside = { cards, isChosen: true };
    const front = { lead: card("chinh"), beside, more: [], blocks: [] };
    expect(renderFrontPage(site, sections, front)).toMatch(/id="moi-nhat">\s*Tin nổi bật/);
  });

  test("shows the photos of the lead story, of more news, and of the first card of a block", () => {
    const shown = [...page.matchAll(/\ssrc="\/anh\/(.)/g)].map(([, letter]) => letter);
    expect(shown).toEqual(["a", "d", "c"]);
  });

  test("shows a banner, a row of links and a topic as valid HTML", async () => {
    const front = renderFrontPage(site, sections, {
      lead: card("chinh"),
      beside: { cards: [], isChosen: false },
      more: [],
      blocks: [
        { kind: "banner", href: "/trang/an-toan", photo: photo("f", { alt: "Tháng an toàn" }) },
        { kind: "links", title: "Liên kết", links: [{ name: "Sở", href: "https://so.example/" }] },
        { kind: "topic", topic: "lu", name: "Lũ", cards: [card("d1")] },
      ],
    });
    expect(front).toContain('<a href="/trang/an-toan">');
    expect(front).toContain('alt="Tháng an toàn"');
    expect(front).toContain('<a href="https://so.example/" rel="noopener">Sở</a>');
    expect(front).toContain('<a href="/dong-su-kien/lu">Lũ</a>');
    expect(await htmlFaults(front)).toEqual([]);
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
    const empty = renderFrontPage(site, [], {
      lead: null,
      beside: { cards: [], isChosen: false },
      more: [],
      blocks: [],
    });
    expect(empty).toContain("Chưa có bài viết nào được đăng.");
    expect(await htmlFaults(empty)).toEqual([]);
  });
});
