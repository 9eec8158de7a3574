import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, origin, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";

type Change = { seq: number; at: string; type: string; id: string; url: string };
type Log = { changes: Change[]; next: string };

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hire("reporter");
  editor = await hire("editor");
});

async function changesSince(cursor: string): Promise<Log> {
  return (await send(`/api/changes?since=${cursor}`)).json();
}

/** The cursor at the end of the change log. */
async function end(): Promise<string> {
  let cursor = "0";
  for (;;) {
    const { changes, next } = await changesSince(cursor);
    if (changes.length === 0) return next;
    cursor = next;
  }
}

function describeChanges({ changes }: Log): string[] {
  return changes.map(({ type, url }) => `${type} ${url.slice(origin.length)}`);
}

describe("GET /api/changes", () => {
  test("lists public changes in their order, and nothing about drafts", async () => {
    const start = await end();
    const first = await publish(reporter, editor, article("Bài thứ nhất"));
    await reporter.send("/api/articles", json("POST", article("Bài nháp")));
    const scheduled = await submitArticle(reporter, article("Bài hẹn giờ"));
    await approve(editor, scheduled.id, { at: new Date(Date.now() + 3_600_000).toISOString() });
    await publish(reporter, editor, article("Bài thứ hai"));
    await revise(reporter, first, article("Bài thứ nhất, tên mới"));
    await approve(editor, first.id);
    const reason = json("DELETE", { reason: "Sai" });
    await editor.send(`/api/articles/${first.id}/publication`, reason);
    await editor.send(`/api/articles/${first.id}/publication`, { method: "PUT" });
    const log = await changesSince(start);
    expect(describeChanges(log)).toEqual([
      "published /bai-viet/bai-thu-nhat",
      "published /bai-viet/bai-thu-hai",
      "updated /bai-viet/bai-thu-nhat-ten-moi",
      "withdrawn /bai-viet/bai-thu-nhat-ten-moi",
      "published /bai-viet/bai-thu-nhat-ten-moi",
    ]);
    expect(new Set(log.changes.filter((_, n) => n !== 1).map(({ id }) => id))).toEqual(
      new Set([first.id]),
    );
    const [change] = log.changes;
    expect(Object.keys(change ?? {})).toEqual(["seq", "at", "type", "id", "url"]);
    expect(change?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+07:00$/);
  });

  test("returns the same cursor when nothing changed, and continues from it", async () => {
    const cursor = await end();
    expect(await changesSince(cursor)).toEqual({ changes: [], next: cursor });
    await publish(reporter, editor, article("Bài tiếp theo"));
    const log = await changesSince(cursor);
    expect(describeChanges(log)).toEqual(["published /bai-viet/bai-tiep-theo"]);
    expect(log.next).toBe(String(log.changes[0]?.seq));
  });

  test("answers 410 to a mirror that followed the site beyond a restored backup, also later", async () => {
    const last = Number(await end());
    const ask = async () => (await send(`/api/changes?since=${last + 2}`)).status;
    expect(await ask()).toBe(410);
    // A restore lets the log go on at its time.
    await env.DB.prepare("UPDATE sqlite_sequence SET seq = ?1 WHERE name = 'changes'")
      .bind(Date.now())
      .run();
    await publish(reporter, editor, article("Bài sau khi khôi phục"));
    expect(await ask()).toBe(410);
    expect(describeChanges(await changesSince(String(last)))).toEqual([
      "published /bai-viet/bai-sau-khi-khoi-phuc",
    ]);
  });

  test("lists each change exactly once and in order, page by page, also during publications", async () => {
    const start = await end();
    await addChanges(450);
    const editors = await Promise.all(Array.from({ length: 3 }, () => hire("editor")));
    const seqs: number[] = [];
    let cursor = start;
    for (let page = 0; ; page++) {
      const { changes, next } = await changesSince(cursor);
      if (changes.length === 0) break;
      seqs.push(...changes.map(({ seq }) => seq));
      cursor = next;
      if (page > 1) continue;
      await Promise.all(
        editors.map((by, n) => publish(reporter, by, article(`Bài xen ${page} ${n}`))),
      );
    }
    expect(seqs.length).toBe(456);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  });
});

/** Adds as many entries to the change log as this many publications would. */
async function addChanges(count: number): Promise<void> {
  const { id } = await publish(reporter, editor, article("Bài thêm"));
  await env.DB.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO changes (at, type, article_id, slug) SELECT 1, 'updated', ?2, 'bai-them' FROM n`,
  )
    .bind(count - 1, id)
    .run();
}
