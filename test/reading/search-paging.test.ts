import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { parseQuery } from "../../src/search/search-query.ts";
import { search } from "../../src/search/search.ts";
import { publishAt } from "../support/articles.ts";
import type { Newsroom } from "../support/articles.ts";
import { addSections, hire } from "../support/newsroom.ts";
import { allTitles } from "../support/search.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  await addSections("tin-tuc");
  newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
});

describe("the pages of a search", () => {
  const kinds: [title: string, body: string][] = [
    ["Suối nguồn", "Suối nguồn chảy."],
    ["Nguồn của suối", "Chảy xa."],
    ["Dòng chảy", "Bên suối nguồn."],
    ["Mạch chảy", "Nguồn ở suối kia."],
    ["Suôi nguôn", "Chảy sai dấu."],
    ["Nguôn và suôi", "Chảy."],
    ["Chảy mãi", "Một suôi nguôn."],
    ["Chảy đâu", "Nguôn cùng suôi."],
    ["Suối nguồng", "Chỉ giống phần đầu."],
  ];
  /** Titles in the order of relevance: kind by kind, newest first. */
  const byKind: string[] = [];
  const byDate: string[] = [];

  beforeAll(async () => {
    const lists = kinds.map((): string[] => []);
    for (let n = 0; n < 45; n++) {
      const kind = (n * 7) % kinds.length;
      const [title, body] = kinds[kind] ?? ["", ""];
      const time = new Date(Date.UTC(2023, 0, 1 + n)).toISOString();
      await publishAt(newsroom, time, `${title} ${n}`, { lede: "Lời.", body });
      lists[kind]?.unshift(`${title} ${n}`);
      byDate.unshift(`${title} ${n}`);
    }
    byKind.push(...lists.flat());
  }, 60_000);

  test("reaches every result once, in the order of relevance", async () => {
    const pages = await allTitles({ q: "suối nguồn" });
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(pages.flat()).toEqual(byKind);
  });

  test("reaches every result once by date, those with a longer word last", async () => {
    const isLonger = (title: string): boolean => title.includes("nguồng");
    const expected = [
      ...byDate.filter((title) => !isLonger(title)),
      ...byDate.filter((title) => isLonger(title)),
    ];
    expect((await allTitles({ q: "suoi nguon", sort: "newest" })).flat()).toEqual(expected);
  });

  test("keeps filters from page to page", async () => {
    const pages = await allTitles({ q: "suoi nguon", from: "2023-01-11", section: "tin-tuc" });
    expect(pages.map((page) => page.length)).toEqual([20, 15]);
    expect(new Set(pages.flat()).size).toBe(35);
  });

  test("ranks alike whether the index does it page by page or a single page holds all", async () => {
    const narrow = { section: null, since: null, until: null, after: null } as const;
    for (const q of ["suối nguồn", "suoi nguon", "nguồn", "“suoi nguon”", "chảy suối", "suối ng"]) {
      const request = { ...narrow, query: parseQuery(q), order: "relevance" } as const;
      const whole = await search(env.DB, { ...request, limit: 100 });
      const parts: string[] = [];
      for (let after: typeof request.after | { rank: number; position: number } = null; ;) {
        const part = await search(env.DB, { ...request, after, limit: 3 });
        parts.push(...(part?.found ?? []).map(({ card }) => card.title));
        if (part === null || part.next === null) break;
        after = part.next;
      }
      expect(parts, q).toEqual(whole?.found.map(({ card }) => card.title));
    }
  });
});
