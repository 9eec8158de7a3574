import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { article, publish, publishAt } from "../support/articles.ts";
import type { Newsroom } from "../support/articles.ts";
import { addSections, hire, json, origin, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  await addSections("tin-tuc");
  newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
});

async function readPage(path: string): Promise<string> {
  const answer = await send(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** The labels of an index with their counts, in its order. */
async function linesOn(path: string): Promise<string[]> {
  const page = await readPage(path);
  return [...page.matchAll(/<li>\s*<a href="[^"]*">([^<]*)<\/a>\s*<span>(\d+) bài/g)].map(
    ([, name, count]) => `${name} ${count}`,
  );
}

async function withdraw(id: string): Promise<void> {
  const answer = await newsroom.editor.send(
    `/api/articles/${id}/publication`,
    json("DELETE", { reason: "Gỡ" }),
  );
  expect(answer.status).toBe(200);
}

let day = 0;

function publishNext(tags: string[], authors = ["Thế Bằng"]) {
  const at = new Date(Date.UTC(2022, 0, ++day, 2)).toISOString();
  return publishAt(newsroom, at, `Bài ${day}`, { tags, byline: { authors, unit: "" } });
}

describe("the index of tags", () => {
  const names = [
    "3 nhà",
    "an ninh",
    "An toàn",
    "ă",
    "Ấm",
    "bão",
    "Bảo tồn",
    "báo",
    "bạo",
    "bào chế",
    "da",
    "Đà",
    "ma mà",
    "mà ma",
    "ồn",
    "on",
    "ơn",
    "ưu đãi",
    "uy tín",
    "日本",
  ];

  test("is in Vietnamese order, by first letter, with the number of articles", async () => {
    await publishNext(names.slice(0, 10));
    await publishNext(names.slice(10));
    await publishNext(["bão", "Da"]);
    const sorted = names.toSorted(new Intl.Collator("vi").compare);
    const counted = sorted.map((name) =>
      name === "bão" ? "bão 2" : name === "da" ? "Da 2" : `${name} 1`,
    );
    expect(await linesOn("/the")).toEqual(counted);
    const page = await readPage("/the");
    const groups = [...page.matchAll(/<h2 id="chu-[^"]*">([^<]*)</g)].map(([, name]) => name);
    expect(groups).toEqual([
      "0–9",
      "A",
      "Ă",
      "Â",
      "B",
      "D",
      "Đ",
      "M",
      "O",
      "Ô",
      "Ơ",
      "U",
      "Ư",
      "Khác",
    ]);
    expect(page).toContain('href="#chu-đ"');
    expect(page).toContain('<a href="/the/bao">');
  });

  test("begins at a letter, or at a tag", async () => {
    expect((await linesOn("/the?chu=%C6%A1"))[0]).toBe("ơn 1");
    expect((await linesOn("/the?tu=uy-tin"))[0]).toBe("uy tín 1");
    expect(await linesOn("/the?chu=khac")).toEqual(["日本 1"]);
    for (const path of ["/the?chu=q", "/the?chu=%C3%A9", "/the?tu=khong-co", "/the?chu=a&tu=da"]) {
      expect((await send(path)).status, path).toBe(404);
    }
  });

  test("loses a tag with its last article, and is rebuilt as it was", async () => {
    const before = await linesOn("/the");
    const { id } = await publishNext(["chỉ một bài", "da"]);
    expect(await linesOn("/the")).toContain("chỉ một bài 1");
    await env.DB.exec("DELETE FROM label_slugs");
    await rebuildProjection(env.DB, { after: null, limit: 100 }, Date.now());
    await withdraw(id);
    expect(await linesOn("/the")).toEqual(before);
  });

  test("continues on a second page when there are many tags", async () => {
    await env.DB.prepare(
      `WITH RECURSIVE numbers (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM numbers WHERE n < 449)
       INSERT INTO label_slugs (kind, spelling, slug, name, articles)
       SELECT 'tag', 'vi-du\u0323-' || n, 'vi-du-' || n, 'ví dụ ' || n, 1 FROM numbers`,
    ).run();
    // Purges the index.
    await publishNext(["ví dụ"]);
    const page = await readPage("/the");
    expect(page).toContain('href="/the?chu=%C6%B0"');
    const [, path = ""] = /rel="next" href="([^"]*)"/.exec(page) ?? [];
    const [first, second] = [await linesOn("/the"), await linesOn(path)];
    expect(first).toHaveLength(300);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    expect(second.at(-1)).toBe("日本 1");
    expect(await readPage(path)).toContain(`<link rel="canonical" href="${origin}${path}"`);
  });
});

describe("the index of authors", () => {
  test("tells people of one slug apart", async () => {
    await publishNext([], ["Lê Hà"]);
    await publishNext([], ["Lê Hạ"]);
    const page = await readPage("/tac-gia");
    expect(page).toContain('<a href="/tac-gia/le-ha">Lê Hà</a>');
    expect(page).toContain('<a href="/tac-gia/le-ha-2">Lê Hạ</a>');
  });
});

describe("what a publication purges", () => {
  beforeEach(() => fillCache(["/the", "/tac-gia"]));

  test("is the index whose labels it changes", async () => {
    const { reporter, editor } = newsroom;
    const { id } = await publish(
      reporter,
      editor,
      article("Chỉ có tác giả", { tags: [], byline: { authors: ["Người mới"], unit: "" } }),
    );
    expect(await isCached("/the")).toBe(true);
    expect(await isCached("/tac-gia")).toBe(false);
    await fillCache(["/tac-gia"]);
    await withdraw(id);
    expect(await isCached("/tac-gia")).toBe(false);
    expect(await linesOn("/tac-gia")).not.toContain("Người mới 1");
  });
});
