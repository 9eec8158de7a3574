import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { readCalendar } from "../../src/newsroom/calendar/calendar-store.ts";
import { readDesk } from "../../src/newsroom/desk/desk-store.ts";
import { readList } from "../../src/newsroom/desk/list-store.ts";
import type { ListState } from "../../src/newsroom/desk/list-store.ts";
import { readProposals } from "../../src/photo/credit-proposal-store.ts";
import { addArchiveSections, fillArchive } from "../support/archive.ts";
import { hire } from "../support/newsroom.ts";

/** The rows that the database reads for the desk or a list. */
async function rowsRead(read: (db: D1Database) => Promise<unknown>): Promise<number> {
  let rows = 0;
  const batch = async (statements: D1PreparedStatement[]) => {
    const results = await env.DB.batch(statements);
    for (const { meta } of results) rows += meta.rows_read;
    return results;
  };
  const counted = new Proxy(env.DB, {
    get(target, name) {
      if (name === "batch") return batch;
      return (sql: string) => ({
        bind(...values: unknown[]) {
          const statement = target.prepare(sql).bind(...values);
          return Object.assign(statement, { all: async () => (await batch([statement]))[0] });
        },
      });
    },
  });
  await read(counted);
  return rows;
}

const shown = { limit: 7, since: 0 };

/** The week of the newest articles of the archive. */
const week = {
  from: Date.parse("2026-10-12T00:00+07:00"),
  until: Date.parse("2026-10-19T00:00+07:00"),
};

const readings: [string, (db: D1Database, owner: string) => Promise<unknown>][] = [
  ["an editor's desk", (db, owner) => readDesk(db, { id: owner, isEditor: true }, shown)],
  [
    "the desk of a reporter who wrote everything",
    (db) => readDesk(db, { id: "archivist", isEditor: false }, shown),
  ],
  [
    "the desk of a reporter with few articles",
    (db, owner) => readDesk(db, { id: owner, isEditor: false }, shown),
  ],
  ["the proposed credits of photos", (db) => readProposals(db, 6)],
  ["a week of the calendar", (db) => readCalendar(db, { ...week, ownerId: null })],
  [
    "a reporter's week of the calendar",
    (db) => readCalendar(db, { ...week, ownerId: "archivist" }),
  ],
  ...([null, "published", "submitted", "returned", "revised"] as (ListState | null)[]).map(
    (state): [string, (db: D1Database) => Promise<unknown>] => [
      `the list of ${state ?? "all"}`,
      (db) =>
        readList(db, { ownerId: null, kind: null, state, section: null, after: null, limit: 31 }),
    ],
  ),
];

describe("reads the same number of rows however many articles there are", () => {
  const measured: Record<string, number[]> = {};

  beforeAll(async () => {
    await addArchiveSections(env.DB);
    const { id } = await hire("reporter");
    for (const [from, until] of [
      [0, 500],
      [500, 5000],
    ] as const) {
      await fillArchive(env.DB, from, until);
      const now = Date.now();
      await env.DB.batch([
        env.DB.prepare(`INSERT INTO articles (id, owner_id, state, slug, title, version, event, created_at, saved_at)
          SELECT ?1 || value, ?2, value, ?1 || value, value, 1, 1, ?3, ?3
          FROM json_each('["draft","submitted","returned","withdrawn"]')`).bind(
          `x${from}`,
          id,
          now,
        ),
        env.DB
          .prepare(`INSERT INTO photos (id, owner_id, type, width, height, bytes, variants, created_at)
          SELECT id, owner_id, 'image/jpeg', 9, 9, 9, '{}', created_at FROM articles WHERE true
          ON CONFLICT DO NOTHING`),
        env.DB.prepare(`INSERT INTO credit_proposals (photo_id, credit, person_id, at)
          SELECT id, 'Thế Bằng', owner_id, ?1 FROM photos LIMIT 1 ON CONFLICT DO NOTHING`).bind(
          now,
        ),
      ]);
      for (const [name, read] of readings) {
        (measured[name] ??= []).push(await rowsRead((db) => read(db, id)));
      }
    }
  });

  test.each(readings.map(([name]) => name))("%s reads as many rows", (name) => {
    const [few = 0, many = 0] = measured[name] ?? [];
    expect(few).toBeGreaterThan(0);
    expect(many, `${few} rows, then ${many}`).toBeLessThan(few + 60);
    expect(many).toBeLessThan(400);
  });
});
