import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { addArchiveSections, fillArchive } from "../support/archive.ts";
import { send } from "../support/newsroom.ts";

const articles = 500;

beforeAll(async () => {
  await addArchiveSections(env.DB);
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES ('vua-3', 'Việc', 'Tóm tắt.', 1)`,
  ).run();
  await fillArchive(env.DB, 0, articles);
});

/** The numbers of the articles on every page of a list, page by page, as a reader goes on from one to the next. */
async function walk(path: string): Promise<number[][]> {
  const pages: number[][] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page = await (await send(next)).text();
    const links = page.matchAll(/class="card-title"><a href="\/bai-viet\/bai-(\d+)"/g);
    pages.push([...links].map(([, number]) => Number(number)));
    next = page.match(/rel="next" href="([^"]*\?truoc=[^"]*)"/)?.[1];
  }
  return pages;
}

function numbers(every: number, from: number): number[] {
  return Array.from({ length: Math.ceil((articles - from) / every) }, (_, n) => from + n * every);
}

describe("a list of many pages", () => {
  test.each([
    ["/chuyen-muc/muc-2", numbers(6, 2)],
    ["/the/chung", numbers(1, 0)],
    ["/the/vua-3", numbers(10, 3)],
    ["/tac-gia/tac-gia-7", numbers(10, 7)],
    ["/dong-su-kien/vua-3", numbers(10, 3)],
  ])("%s shows each article once, newest first, twelve on a page", async (path, expected) => {
    const pages = await walk(path);
    expect(pages.flat()).toEqual(expected);
    expect(pages.slice(0, -1).every((page) => page.length === 12)).toBe(true);
  });

  test("/luu-tru/2026/09 shows the whole month and nothing of the months beside it", async () => {
    const september = (await walk("/luu-tru/2026/09")).flat();
    // Ten a day from noon of 15 October back: numbers 0 to 145 are October's, the next 300 September's.
    expect(september).toEqual(numbers(1, 146).slice(0, 300));
  });
});
