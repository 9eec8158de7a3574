import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";

type Line = { id: string; title: string; status: string; publishedAt: string };
type Page = { articles: Line[]; next: string | null };
type Sends = Colleague["send"];

let reporter: Colleague;
let colleague: Colleague;
let editor: Colleague;
/** Ids in the order of publication, oldest first. Odd ones are in chuyen-doi-so. */
const published: string[] = [];
const start = Date.parse("2026-01-01T00:00:00Z");
const day = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  await addSections("tin-tuc", "chuyen-doi-so", "trong");
  [reporter, colleague] = [await hire("reporter"), await hire("reporter")];
  editor = await hire("editor");
  for (let n = 0; n < 45; n++) {
    const section = n % 2 === 0 ? "tin-tuc" : "chuyen-doi-so";
    const { id } = await submitArticle(reporter, article(`Bài số ${n} của danh sách`, { section }));
    await approve(editor, id, { at: new Date(start + n * day).toISOString() });
    published.push(id);
  }
});

/** Reads every article of a list, page by page, and runs `between` after each page. */
async function walk(
  sends: Sends,
  query = "",
  between: () => Promise<unknown> = async () => {},
): Promise<Line[]> {
  const lines: Line[] = [];
  let cursor = "";
  for (let pages = 0; pages < 10; pages++) {
    const answer = await sends(`/api/articles?${query}${cursor}`);
    expect(answer.status).toBe(200);
    const { articles, next } = await answer.json<Page>();
    lines.push(...articles);
    if (next === null) return lines;
    expect(articles.length).toBe(20);
    cursor = `&cursor=${next}`;
    await between();
  }
  throw new Error("the list does not end");
}

const listIds = (lines: Line[]) => lines.map(({ id }) => id);

describe("GET /api/articles without a token", () => {
  test("lists every public article exactly once, newest first", async () => {
    expect(listIds(await walk(send))).toEqual(published.toReversed());
  });

  test("lists each exactly once while others are published, edited and withdrawn", async () => {
    let n = 0;
    const lines = await walk(send, "", async () => {
      const extra = await publish(reporter, editor, article(`Bài xen ngang ${++n}`));
      const reason = json("DELETE", { reason: "Chỉ để thử" });
      await editor.send(`/api/articles/${extra.id}/publication`, reason);
    });
    expect(listIds(lines)).toEqual(published.toReversed());
  });

  test("lists each exactly once when many have one publication time", async () => {
    const at = new Date(start - day).toISOString();
    const together: string[] = [];
    for (let k = 0; k < 25; k++) {
      const { id } = await submitArticle(
        colleague,
        article(`Bài cùng giờ ${k}`, { section: "trong" }),
      );
      await approve(editor, id, { at });
      together.push(id);
    }
    expect(listIds(await walk(send, "section=trong"))).toEqual(together.toReversed());
    for (const id of together) {
      await editor.send(
        `/api/articles/${id}/publication`,
        json("DELETE", { reason: "Chỉ để thử" }),
      );
    }
  });

  test("filters by section", async () => {
    const of = (rest: number) => published.filter((_, n) => n % 2 === rest).toReversed();
    expect(listIds(await walk(send, "section=tin-tuc"))).toEqual(of(0));
    expect(listIds(await walk(send, "section=chuyen-doi-so"))).toEqual(of(1));
    expect(await walk(send, "section=khong-co")).toEqual([]);
  });

  test("filters since a day of Vietnam or a moment", async () => {
    const since = (moment: string) => walk(send, `since=${encodeURIComponent(moment)}`);
    // The articles were published at 07:00 in Vietnam.
    expect((await since("2026-02-14")).length).toBe(1);
    expect((await since("2026-02-14T07:00:00+07:00")).length).toBe(1);
    expect((await since("2026-02-14T07:00:01+07:00")).length).toBe(0);
    expect((await since("2026-02-13T23:59:59+07:00")).length).toBe(1);
    expect((await since("1970-01-01T00:00:00Z")).length).toBe(45);
    expect((await since("9999-12-31")).length).toBe(0);
  });

  test("gives each article's URL and time, and no internal field", async () => {
    const [newest] = await walk(send, "status=published");
    expect(newest).toMatchObject({
      title: "Bài số 44 của danh sách",
      status: "published",
      publishedAt: "2026-02-14T07:00:00+07:00",
    });
    expect(Object.keys(newest ?? {}).sort()).toEqual(
      "byline corrections genre id kind lede publishedAt publishedVersion scheduledAt section slug status tags title updatedAt url version".split(
        " ",
      ),
    );
  });
});

describe("GET /api/articles with a token", () => {
  test("lists each of a reporter's articles exactly once, newest first", async () => {
    const own = await created(reporter);
    expect(listIds(await walk(reporter.send))).toEqual(own);
    expect(own).toEqual(expect.arrayContaining(published));
  });

  test("lists each exactly once while others are submitted", async () => {
    const before = await created(reporter);
    const between = () => submitArticle(reporter, article("Bài nộp giữa hai trang"));
    const lines = await walk(reporter.send, "", between);
    expect(listIds(lines)).toEqual(before);
  });

  test("does not list another reporter's articles", async () => {
    const seen = new Set(listIds(await walk(colleague.send)));
    expect((await created(reporter)).filter((id) => seen.has(id))).toEqual([]);
  });

  test("lists all articles for editors and admins", async () => {
    const { results } = await env.DB.prepare(`SELECT id FROM articles`).all();
    for (const person of [editor, await hire("admin")]) {
      expect((await walk(person.send)).length).toBe(results.length);
    }
  });

  test.each(["draft", "submitted", "returned", "scheduled", "published", "withdrawn"])(
    "filters by status %s",
    async (state) => {
      const writer = await addArticleInEachState();
      const lines = await walk(writer.send, `status=${state}`);
      expect(lines.map(({ status, title }) => [status, title])).toEqual([[state, `Bài ${state}`]]);
    },
  );

  test("filters by section and status together", async () => {
    const lines = await walk(reporter.send, "status=published&section=chuyen-doi-so");
    expect(lines.length).toBe(22);
    expect(await walk(reporter.send, "status=draft&section=chuyen-doi-so")).toEqual([]);
  });

  test("filters since a moment, by creation time", async () => {
    const now = new Date(Date.now() + 1).toISOString();
    expect(await walk(reporter.send, `since=${now}`)).toEqual([]);
    const hour = new Date(Date.now() - 60 * 60 * 1000).toISOString();
    expect(listIds(await walk(reporter.send, `since=${hour}`))).toEqual(await created(reporter));
  });
});

async function created({ id }: Colleague): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT id FROM articles WHERE owner_id = ?1 ORDER BY created_at DESC, id DESC`,
  )
    .bind(id)
    .all<{ id: string }>();
  return results.map((row) => row.id);
}

/** A reporter with one article in each status. The status is its title. */
async function addArticleInEachState(): Promise<Colleague> {
  const [writer, decider] = [await hire("reporter"), await hire("editor")];
  const reason = { reason: "Cần xem lại" };
  await writer.send("/api/articles", json("POST", article("Bài draft")));
  await submitArticle(writer, article("Bài submitted"));
  const returned = await submitArticle(writer, article("Bài returned"));
  await decider.send(`/api/articles/${returned.id}/submission`, json("DELETE", reason));
  const scheduled = await submitArticle(writer, article("Bài scheduled"));
  await approve(decider, scheduled.id, { at: new Date(Date.now() + day).toISOString() });
  await publish(writer, decider, article("Bài published"));
  const withdrawn = await publish(writer, decider, article("Bài withdrawn"));
  await decider.send(`/api/articles/${withdrawn.id}/publication`, json("DELETE", reason));
  return writer;
}
