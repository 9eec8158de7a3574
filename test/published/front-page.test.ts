import { describe, expect, test } from "vitest";
import type { StoredCard } from "../../src/published/card-store.ts";
import { chooseFrontPage, findReach } from "../../src/published/front-page.ts";
import type { FrontPageLists, StoredFrontPage } from "../../src/published/front-page.ts";
import { card, photo } from "../html/sample.ts";

function stored(slug: string, more: Partial<StoredCard> = {}): StoredCard {
  return { ...card(slug), section: "tin-tuc", ...more };
}

/** The front page of these lists; without blocks that an admin ordered. */
function choose(lists: Partial<FrontPageLists>): StoredFrontPage {
  const none = { chosen: [], newest: [], older: [], blocks: [], topics: [], mostRead: [] };
  return chooseFrontPage({ ...none, sections: ["tin-tuc", "khac"], ...lists });
}

function cardsIn(block: StoredFrontPage["blocks"][number] | undefined): string[] | undefined {
  return block !== undefined && "cards" in block ? slugs(block.cards) : undefined;
}

function slugs(cards: readonly { slug: string }[] | undefined): string[] | undefined {
  return cards?.map(({ slug }) => slug);
}

describe("chooseFrontPage", () => {
  const newest = Array.from({ length: 13 }, (_, n) =>
    stored(`moi-${n}`, n === 2 ? { leadPhoto: photo("a") } : {}),
  );

  test("leads with the newest story that has a photo, or with the newest", () => {
    expect(choose({ newest, older: [] }).lead?.slug).toBe("moi-2");
    expect(choose({ newest: newest.slice(0, 2), older: [] }).lead?.slug).toBe("moi-0");
    expect(choose({ newest: [], older: [] })).toEqual({
      lead: null,
      beside: { cards: [], isChosen: false },
      more: [],
      blocks: [],
    });
  });

  test("shows six more as lines, without photo and lede, and six with both", () => {
    const { beside, more } = choose({
      newest: newest.map((one) => ({ ...one, leadPhoto: photo("a") })),
      older: [],
    });
    expect(slugs(beside.cards)).toEqual(["moi-1", "moi-2", "moi-3", "moi-4", "moi-5", "moi-6"]);
    expect(slugs(more)).toEqual(["moi-7", "moi-8", "moi-9", "moi-10", "moi-11", "moi-12"]);
    expect(beside.cards.every(({ lede, leadPhoto }) => lede === "" && leadPhoto === null)).toBe(
      true,
    );
    expect(more.every(({ lede, leadPhoto }) => lede !== "" && leadPhoto !== null)).toBe(true);
  });

  test("puts chosen articles into their places and fills the others with the newest", () => {
    const old = stored("cu", { position: 1, leadPhoto: photo("b") });
    const [first = old] = newest;
    const { lead, beside, more } = choose({
      chosen: [
        { place: 2, until: null, card: old },
        { place: 0, until: null, card: first },
      ],
      newest,
      older: [],
    });
    expect(lead?.slug).toBe("moi-0");
    expect(slugs(beside.cards)).toEqual(["moi-1", "cu", "moi-2", "moi-3", "moi-4", "moi-5"]);
    expect(beside.isChosen).toBe(true);
    expect(slugs(more)).toEqual(["moi-6", "moi-7", "moi-8", "moi-9", "moi-10", "moi-11"]);
  });

  test("shows in a section's block what chosen articles displaced", () => {
    const old = ["c1", "c2", "c3"].map((slug) => stored(slug));
    const chosen = old.map((card, place) => ({ place, until: null, card }));
    const [block] = choose({ chosen, newest, older: [] }).blocks;
    expect(cardsIn(block)).toEqual(["moi-10", "moi-11", "moi-12"]);
  });

  test("leads with the newest story that has a photo while others are chosen", () => {
    const chosen = newest.slice(0, 1).map((card) => ({ place: 1, until: null, card }));
    const { lead, beside } = choose({ chosen, newest, older: [] });
    expect(lead?.slug).toBe("moi-2");
    expect(slugs(beside.cards)?.slice(0, 2)).toEqual(["moi-0", "moi-1"]);
  });

  test("repeats in a section's block nothing from above, if the section has enough else", () => {
    const older = ["m1", "m2", "m3", "m4", "m5"].map((slug) => stored(slug));
    const enough = choose({ newest: [stored("moi")], older }).blocks[0];
    expect(cardsIn(enough)).toEqual(["m1", "m2", "m3", "m4"]);
    const few = choose({ newest: [stored("moi")], older: older.slice(0, 2) }).blocks[0];
    expect(cardsIn(few)).toEqual(["moi", "m1", "m2"]);
  });

  test("orders a section's block by date, whichever article has a photo", () => {
    const older = [stored("m1"), stored("m2"), stored("m3", { leadPhoto: photo("c") })];
    const [block] = choose({ newest: [], older }).blocks;
    expect(block).toMatchObject({ kind: "section", section: "tin-tuc" });
    expect(cardsIn(block)).toEqual(["m1", "m2", "m3"]);
  });
});

describe("the blocks of chooseFrontPage", () => {
  const older = [stored("t1"), stored("k1", { section: "khac" })];

  test("are a block for each section in the order of the site, if nobody ordered them", () => {
    const { blocks } = choose({ older, sections: ["khac", "tin-tuc"] });
    expect(blocks.map(cardsIn)).toEqual([["k1"], ["t1"]]);
  });

  test("stand in the order of the admin, and none is there without articles", () => {
    const banner = { kind: "banner", href: "/", photo: photo("b") } as const;
    const links = { kind: "links", title: "Liên kết", links: [{ name: "Sở", href: "/" }] } as const;
    const topics = [{ topic: "lu", name: "Lũ", cards: [stored("d1")] }];
    const { blocks } = choose({
      older,
      topics,
      blocks: [
        { ...links, links: [...links.links] },
        { kind: "topic", topic: "lu" },
        { kind: "topic", topic: "trong" },
        { kind: "section", section: "khac" },
        { kind: "section", section: "trong" },
        banner,
      ],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(["links", "topic", "section", "banner"]);
    expect(blocks[1]).toMatchObject({ name: "Lũ" });
    expect(cardsIn(blocks[2])).toEqual(["k1"]);
  });
});

test("findReach names the oldest position of each section that has four older articles", () => {
  const four = [9, 8, 7, 6].map((position) => stored(`a${position}`, { position }));
  const three = [5, 4, 3].map((position) => stored(`b${position}`, { position, section: "khac" }));
  expect(findReach({ older: [...four, ...three] })).toEqual({ "tin-tuc": 6 });
});
