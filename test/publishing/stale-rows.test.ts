import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runClock } from "../../src/clock.ts";
import { uploadPhoto } from "../api/users.ts";
import { publishAt } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import { readResultPage } from "../support/search.ts";

let slug: string;

const paths = () => [
  "/feed.json",
  "/rss.xml",
  `/bai-viet/${slug}/ban-in`,
  `/bai-viet/${slug}/tai-ve`,
];

beforeAll(async () => {
  await addSections("tin-tuc");
  const reporter = await hire("reporter");
  const newsroom = { reporter, editor: await hire("editor") };
  const photo = await uploadPhoto(reporter);
  const body = `Nước lên nhanh.[^1]\n\n![Cầu](photo:${photo} "Cầu phao")\n\n[^1]: Số liệu [cũ](/bai-viet/cu).`;
  const first = await publishAt(newsroom, "2023-01-01T09:00:00+07:00", "Lũ về", { body });
  slug = first.slug;
  await publishAt(newsroom, "2023-01-02T09:00:00+07:00", "Lũ rút");
});

/** Rows as the release before migration 0010 wrote them. */
async function makeStale(): Promise<void> {
  await env.DB.prepare(`UPDATE published SET photos = NULL, addresses = NULL, text = NULL`).run();
}

async function countStale(): Promise<number | null> {
  return env.DB.prepare(`SELECT COUNT(*) AS n FROM published WHERE photos IS NULL`).first("n");
}

async function read(path: string): Promise<string> {
  const response = await send(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe("articles that an older release rendered", () => {
  beforeEach(makeStale);

  test("are correct in feeds, print views and downloads at once", async () => {
    const stale = [];
    for (const path of paths()) {
      await makeStale();
      stale.push(await read(path));
    }
    const current = [];
    for (const path of paths()) current.push(await read(path));
    expect(stale).toEqual(current);
    expect(stale[0]).toContain('"alt":"Cầu"');
    expect(stale[0]).not.toMatch(/(?:href|src)=\\"[/#]/);
  });

  test("show their words in search results at once", async () => {
    expect(await readResultPage({ q: "nuoc len" })).toContain("<mark>Nước lên</mark> nhanh.");
  });

  test("are rendered again by the clock", async () => {
    await runClock(env, createExecutionContext(), Date.now());
    expect(await countStale()).toBe(0);
  });

  test("stay as they are, and do not stop the others, if no version is left to render", async () => {
    await env.DB.prepare(
      `UPDATE articles SET approved_version = NULL WHERE title = 'Lũ rút'`,
    ).run();
    await runClock(env, createExecutionContext(), Date.now());
    expect(await countStale()).toBe(0);
    expect(await read("/feed.json")).toContain("Lũ rút");
  });
});
