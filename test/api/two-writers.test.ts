import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { article, submitArticle } from "../support/articles.ts";
import { addSections, hire, json } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { problemIn, countStored } from "./refusal.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(() => addSections("tin-tuc"));

beforeEach(async () => {
  reporter = await hire("reporter");
  editor = await hire("editor");
});

function save(title: string, headers: Record<string, string>): RequestInit {
  return json("PUT", article(title), headers);
}

describe("two writers at the same time", () => {
  test("PUT over version 1 by both: one saves, the other gets 412 or 409, and nothing is lost", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    const answers = await Promise.all(
      ["Bản của phóng viên", "Bản của biên tập"].map((title, n) =>
        (n === 0 ? reporter : editor).send(
          `/api/articles/${id}`,
          save(title, { "if-match": '"1"' }),
        ),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409 || status === 412);
    expect([won.length, lost.length]).toEqual([1, 1]);
    for (const answer of lost) await problemIn(answer);
    const { versions } = await (
      await reporter.send(`/api/articles/${id}/versions`)
    ).json<{ versions: unknown[] }>();
    expect(versions.length).toBe(2);
  });

  test("PUT ten times each: one wins each round, and every version is complete", async () => {
    const { id } = await submitArticle(reporter, article("Bản một"));
    for (let round = 1; round <= 3; round++) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          editor.send(
            `/api/articles/${id}`,
            save(`Bản ${round}-${n}`, { "if-match": `"${round}"` }),
          ),
        ),
      );
      expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    }
  });

  test("a save and an approval: the published text is one complete version", async () => {
    const first = await submitArticle(reporter, article("Bài vừa sửa vừa duyệt"));
    const [saved, published] = await Promise.all([
      reporter.send(
        `/api/articles/${first.id}`,
        save("Bài vừa sửa vừa duyệt", { "if-match": '"1"' }),
      ),
      editor.send(`/api/articles/${first.id}/publication`, json("PUT", { version: 1 })),
    ]);
    expect([200, 409]).toContain(saved.status);
    expect([200, 409]).toContain(published.status);
    expect([saved.status, published.status]).toContain(200);
  });

  test("two publications: the article is published and logged once", async () => {
    const { id } = await submitArticle(reporter, article("Bài duyệt hai lần"));
    const second = await hire("editor");
    const before = await countStored();
    const answers = await Promise.all(
      [editor, second, editor, second].map((by) =>
        by.send(`/api/articles/${id}/publication`, { method: "PUT" }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    for (const status of statuses) expect([200, 409]).toContain(status);
    const after = await countStored();
    for (const table of ["published", "changes", "events", "outbox"]) {
      expect(after[table], table).toBe((before[table] ?? 0) + 1);
    }
  });

  test("a publication and a return: only one succeeds", async () => {
    const { id } = await submitArticle(reporter, article("Bài vừa duyệt vừa trả"));
    const [published, returned] = await Promise.all([
      editor.send(`/api/articles/${id}/publication`, { method: "PUT" }),
      editor.send(`/api/articles/${id}/submission`, json("DELETE", { reason: "Thiếu ảnh" })),
    ]);
    expect(new Set([published.status, returned.status])).toEqual(new Set([200, 409]));
  });
});
