import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../../src/app.ts";
import { readCurrentSite } from "../../src/context.ts";
import { writeIndexTerms } from "../../src/search/search-terms.ts";
import { addArchiveSections, fillArchive } from "../support/archive.ts";
import { origin } from "../support/newsroom.ts";
import { watchDatabase } from "../support/watched-database.ts";
import type { Watch } from "../support/watched-database.ts";

const small = 1500;
const large = 5000;

/** Words stand in all articles, in every other, in every thousandth. */
const common = { q: "số" };
const half = { q: "đường" };
const rare = { q: "hiếm" };

const searches: Record<string, string>[] = [
  common,
  half,
  rare,
  { ...half, sort: "newest" },
  { ...half, section: "muc-3" },
  { ...half, from: "2026-10-01", to: "2026-10-03" },
  { q: "sô" },
  { q: "đường số" },
  { q: '"đường số"' },
  { q: "duo" },
  { q: "zzyzx" },
  { q: "zzyzx đường" },
  { q: "!!!" },
];

/** Indexes articles of the archive, as publishing them would. */
async function indexArticles(from: number, until: number): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT position, section, title, lede FROM published ORDER BY position DESC LIMIT ?1 OFFSET ?2`,
  )
    .bind(until - from, from)
    .all<{ position: number; section: string; title: string; lede: string }>();
  const rows = results.map(({ position, section, title, lede }, place) => {
    const n = from + place;
    const extra = (n % 2 === 0 ? "đường\n" : "") + (n % 1000 === 10 ? "hiếm" : "");
    return [position, `s:${section} ${writeIndexTerms({ title, text: `${lede}\n${extra}` })}`];
  });
  await env.DB.prepare(
    `INSERT INTO search (rowid, terms) SELECT value ->> 0, value ->> 1 FROM json_each(?1)`,
  )
    .bind(JSON.stringify(rows))
    .run();
}

async function watch(asked: Record<string, string>): Promise<Watch> {
  // An isolate reads the settings once in ten seconds; here they are there already.
  await readCurrentSite(env);
  const { database, watch } = watchDatabase(env.DB);
  const request = new Request(`${origin}/tim-kiem?${new URLSearchParams(asked)}`);
  const response = await app.fetch(request, { ...env, DB: database }, createExecutionContext());
  expect(response.status).toBe(200);
  return watch;
}

const before = new Map<string, number>();

beforeAll(async () => {
  await addArchiveSections(env.DB);
  await fillArchive(env.DB, 0, small);
  await indexArticles(0, small);
  for (const asked of searches) {
    before.set(JSON.stringify(asked), (await watch(asked)).rowsRead);
  }
  await fillArchive(env.DB, small, large);
  await indexArticles(small, large);
});

describe("an uncached search", () => {
  test.each(searches)("%j asks D1 once", async (asked) => {
    expect((await watch(asked)).trips).toBe(1);
  });

  test.each([
    { ...half, from: "2026-10-01", to: "2026-10-03" },
    common,
    { q: "sô" },
    { q: "zzyzx" },
  ])("%j reads no more rows of a larger archive", async (asked) => {
    const { rowsRead } = await watch(asked);
    expect(Math.abs(rowsRead - (before.get(JSON.stringify(asked)) ?? 0))).toBeLessThan(20);
  });

  test("reads little more than what it shows, and stops counting at a hundred", async () => {
    for (const asked of searches) {
      expect((await watch(asked)).rowsRead, JSON.stringify(asked)).toBeLessThanOrEqual(300);
    }
    expect((await watch(rare)).rowsRead).toBeLessThan(150);
    expect((await watch({ ...half, section: "muc-3" })).rowsRead).toBeLessThan(150);
  });
});
