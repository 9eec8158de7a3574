import { describe, expect, test } from "vitest";
import type { StoredCard } from "../../src/published/card-store.ts";
import { chooseFrontPage, findReach } from "../../src/published/front-page.ts";
import { card, photo } from "../html/sample.ts";

function stored(slug: string, more: Partial<StoredCard> = {}): StoredCard {
  return { ...card(slug), section: "tin-tuc", ...more };
}

function slugs(cards: readonly { slug: string }[] | undefined): string[] | undefined {
  return cards?.map(({ slug }) => slug);
}

describe("chooseFrontPage", () => {
  const newest = Array.from({ length: 13 }, (_, n) =>
    stored(`moi-${n}`, n === 2 ? { leadPhoto: photo("a") } : {}),
  );

  test("leads with the newest story that has a photo, or with the newest", () => {
    expect(chooseFrontPage({ newest, older: [] }).lead?.slug).toBe("moi-2");
    expect(chooseFrontPage({ newest: newest.slice(0, 2), older: [] }).lead?.slug).toBe("moi-0");
    expect(chooseFrontPage({ newest: [], older: [] })).toEqual({
      lead: null,
      latest: [],
      more: [],
      blocks: [],
    });
  });

  test("shows six more as lines, without photo and lede, and six with both", () => {
    const { latest, more } = chooseFrontPage({
      newest: newest.map((one) => ({ ...one, leadPhoto: photo("a") })),
      older: [],
    });
    expect(slugs(latest)).toEqual(["moi-1", "moi-2", "moi-3", "moi-4", "moi-5", "moi-6"]);
    expect(slugs(more)).toEqual(["moi-7", "moi-8", "moi-9", "moi-10", "moi-11", "moi-12"]);
    expect(latest.every(({ lede, leadPhoto }) => lede === "" && leadPhoto === null)).toBe(true);
    expect(more.every(({ lede, leadPhoto }) => lede !== "" && leadPhoto !== null)).toBe(true);
  });

  test("repeats in a section's block nothing from above, if the section has enough else", () => {
    const older = ["m1", "m2", "m3", "m4", "m5"].map((slug) => stored(slug));
    const enough = chooseFrontPage({ newest: [stored("moi")], older }).blocks[0];
    expect(slugs(enough?.cards)).toEqual(["m1", "m2", "m3", "m4"]);
    const few = chooseFrontPage({ newest: [stored("moi")], older: older.slice(0, 2) }).blocks[0];
    expect(slugs(few?.cards)).toEqual(["moi", "m1", "m2"]);
  });

  test("orders a section's block by date, whichever article has a photo", () => {
    const older = [stored("m1"), stored("m2"), stored("m3", { leadPhoto: photo("c") })];
    const [block] = chooseFrontPage({ newest: [], older }).blocks;
    expect(block?.section).toBe("tin-tuc");
    expect(slugs(block?.cards)).toEqual(["m1", "m2", "m3"]);
  });
});

test("findReach names the oldest position of each section that has four older articles", () => {
  const four = [9, 8, 7, 6].map((position) => stored(`a${position}`, { position }));
  const three = [5, 4, 3].map((position) => stored(`b${position}`, { position, section: "khac" }));
  expect(findReach({ newest: [], older: [...four, ...three] })).toEqual({ "tin-tuc": 6 });
});
