import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { correctArticle } from "../../src/publishing/correction.ts";
import type { ActContext } from "../../src/publishing/permission.ts";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { asActor, addSections, hire, json, send } from "../support/newsroom.ts";
import { readText } from "../support/pages.ts";
import type { Colleague } from "../support/newsroom.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

/** 22/11/2026 09:41 in Vietnam. */
const at = Date.UTC(2026, 10, 22, 2, 41);

/** The context of an act by the editor at that time. */
function makeContext(now = at): ActContext {
  return { db: env.DB, actor: asActor(editor, "editor"), now };
}

const heading = "Đính chính (22/11/2026 09:41):";

async function publishCorrected(title: string, text: string): Promise<ArticleStatus> {
  const content = article(title, { english: { title: "In English", summary: "A summary." } });
  const standing = await publish(reporter, editor, content);
  await correctArticle(makeContext(), standing.id, text);
  await env.DB.prepare("UPDATE outbox SET due_at = 0").run();
  return standing;
}

describe("a correction", () => {
  test("is shown with its date on the page, print view, download and every feed, but not on the English page", async () => {
    const { slug } = await publishCorrected("Bài có đính chính", "Số đúng là 12, không phải 21.");
    for (const path of [
      `/bai-viet/${slug}`,
      `/bai-viet/${slug}/ban-in`,
      `/bai-viet/${slug}/tai-ve`,
    ]) {
      const page = await readText(path);
      expect(page, path).toContain(heading);
      expect(page, path).toContain("Số đúng là 12, không phải 21.");
    }
    const feed = JSON.parse(await readText("/feed.json")) as { items: { content_html: string }[] };
    expect(feed.items[0]?.content_html).toMatch(
      /<p><b>Đính chính \(22\/11\/2026 09:41\):<\/b> Số đúng là 12, không phải 21\.<\/p>$/,
    );
    expect(await readText("/rss.xml")).toContain(heading);
    expect(await readText("/atom.xml")).toContain(heading);
    const english = await readText(`/bai-viet/${slug}/en`);
    expect(english).not.toContain("Đính chính (");
    expect(english).not.toContain("Số đúng là 12, không phải 21.");
  });

  test("changes the update time of the page and the API, the change log and the history", async () => {
    const { id, slug } = await publishCorrected("Bài đính chính được ghi", "Tên đúng là Hà.");
    expect(await readText(`/bai-viet/${slug}`)).toContain(
      '"dateModified":"2026-11-22T09:41:00+07:00"',
    );
    const answer = await (await send(`/api/articles/${id}`)).json();
    const expected = [{ at: "2026-11-22T09:41:00+07:00", text: "Tên đúng là Hà." }];
    expect(answer).toMatchObject({ corrections: expected, updatedAt: expected[0]?.at, version: 1 });
    const { articles } = await (
      await send("/api/articles")
    ).json<{
      articles: { id: string; corrections: unknown }[];
    }>();
    expect(articles.find((line) => line.id === id)?.corrections).toEqual(expected);
    const rows = await env.DB.batch([
      env.DB.prepare("SELECT type FROM changes WHERE article_id = ?1 ORDER BY seq").bind(id),
      env.DB.prepare("SELECT type, reason FROM events WHERE article_id = ?1 ORDER BY number").bind(
        id,
      ),
    ]);
    expect(rows[0]?.results).toEqual([{ type: "published" }, { type: "updated" }]);
    expect(rows[1]?.results.at(-1)).toEqual({ type: "corrected", reason: "Tên đúng là Hà." });
  });

  test("is still shown after a new version, a withdrawal, a republication and a rebuild", async () => {
    const standing = await publishCorrected("Bài giữ đính chính", "Giữ lại câu này.");
    const { id, slug } = standing;
    const page = () => readText(`/bai-viet/${slug}`);
    await revise(reporter, standing, article("Bài giữ đính chính", { lede: "Sapo mới." }));
    await approve(editor, id);
    expect(await page()).toContain("Giữ lại câu này.");
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
    expect(await page()).not.toContain("Giữ lại câu này.");
    await approve(editor, id);
    expect(await page()).toContain("Giữ lại câu này.");
    await env.DB.prepare("UPDATE published SET corrections = '[]' WHERE article_id = ?1")
      .bind(id)
      .run();
    await rebuildProjection(env.DB, { after: null, limit: 100 }, Date.now());
    const row = await env.DB.prepare("SELECT corrections FROM published WHERE article_id = ?1")
      .bind(id)
      .first<{ corrections: string }>();
    expect(JSON.parse(row?.corrections ?? "")).toEqual([{ at, text: "Giữ lại câu này." }]);
  });

  test("is escaped as plain text", async () => {
    const hostile = `</aside><script>alert(1)</script> & "x" ]]>`;
    const { slug } = await publishCorrected("Bài đính chính độc", hostile);
    for (const path of [`/bai-viet/${slug}`, `/bai-viet/${slug}/ban-in`, "/rss.xml", "/atom.xml"]) {
      const page = await readText(path);
      expect(page, path).not.toContain("<script>alert");
      expect(page, path).toContain("&lt;/aside&gt;");
    }
    const feed = JSON.parse(await readText("/feed.json")) as { items: { content_html: string }[] };
    expect(feed.items[0]?.content_html).not.toContain("<script>");
  });

  test("is refused for a reporter, for an article that is not public, and for the second of two at once", async () => {
    const { id } = await publish(reporter, editor, article("Bài không đính chính"));
    await expect(
      correctArticle({ ...makeContext(), actor: asActor(reporter, "reporter") }, id, "Sai."),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    const waiting = await submitArticle(reporter, article("Bài chưa đăng"));
    await expect(correctArticle(makeContext(), waiting.id, "Sai.")).rejects.toMatchObject({
      code: "conflict",
    });
    const both = await Promise.allSettled([
      correctArticle(makeContext(), id, "Một."),
      correctArticle(makeContext(at + 1), id, "Hai."),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
