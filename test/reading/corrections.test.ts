import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { correctArticle } from "../../src/publishing/correction.ts";
import { provideStandIn } from "../../src/edge-cache/edge-cache.ts";
import { purgeDue } from "../../src/publishing/outbox.ts";
import { createExecutionContext } from "cloudflare:test";
import { approve, article, publish, revise } from "../support/articles.ts";
import { asActor, addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

const noon = Date.UTC(2026, 10, 22, 5);

async function correct(id: string, text: string, at: number): Promise<void> {
  await correctArticle({ db: env.DB, actor: asActor(editor, "editor"), now: at }, id, text);
  const ctx = createExecutionContext();
  provideStandIn(ctx, env);
  await purgeDue(env.DB, ctx, Date.now());
}

async function withdraw(id: string): Promise<void> {
  await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
}

/** What a page of the list says: each correction as "title | time | text". */
async function linesOn(path: string): Promise<string[]> {
  const page = await (await send(path)).text();
  const lines = page.matchAll(
    /<h2><a href="\/bai-viet\/[^"]+">([^<]*)<\/a><\/h2>\s*<p class="correction-time"><time[^>]*>([^<]*)<\/time><\/p>\s*<p class="correction-text">([^<]*)<\/p>/g,
  );
  return [...lines].map(([, ...parts]) => parts.join(" | "));
}

describe("GET /dinh-chinh", () => {
  test("says that there are none yet", async () => {
    expect(await (await send("/dinh-chinh")).text()).toContain("Chưa có bài nào phải đính chính.");
  });

  test("lists every correction with its date and article, newest first, at once", async () => {
    const first = await publish(reporter, editor, article("Bài thứ nhất"));
    const second = await publish(reporter, editor, article("Bài thứ hai"));
    await fillCache(["/dinh-chinh"]);
    await correct(first.id, "Số đúng là 12.", noon);
    expect(await linesOn("/dinh-chinh")).toEqual([
      "Bài thứ nhất | 22/11/2026 12:00 | Số đúng là 12.",
    ]);
    await correct(second.id, "Tên đúng là <b>Hà</b>.", noon);
    await correct(first.id, "Ngày đúng là 5/11.", noon + 60_000);
    expect(await linesOn("/dinh-chinh")).toEqual([
      "Bài thứ nhất | 22/11/2026 12:01 | Ngày đúng là 5/11.",
      "Bài thứ hai | 22/11/2026 12:00 | Tên đúng là &lt;b&gt;Hà&lt;/b&gt;.",
      "Bài thứ nhất | 22/11/2026 12:00 | Số đúng là 12.",
    ]);
  });

  test("leaves out a withdrawn article at once, and shows it again after its republication", async () => {
    const { id } = await publish(reporter, editor, article("Bài gỡ rồi đăng lại"));
    await correct(id, "Câu này đi rồi về.", noon + 120_000);
    await fillCache(["/dinh-chinh"]);
    await withdraw(id);
    expect((await linesOn("/dinh-chinh")).join()).not.toContain("Câu này");
    await fillCache(["/dinh-chinh"]);
    await approve(editor, id);
    expect((await linesOn("/dinh-chinh"))[0]).toContain("Câu này đi rồi về.");
  });

  test("shows the new title of an article at once, and stays cached when another article is published", async () => {
    const standing = await publish(reporter, editor, article("Tên cũ của bài"));
    await correct(standing.id, "Đổi tên.", noon + 180_000);
    await fillCache(["/dinh-chinh"]);
    await publish(reporter, editor, article("Bài không có đính chính"));
    expect(await isCached("/dinh-chinh")).toBe(true);
    await revise(reporter, standing, article("Tên mới của bài"));
    await approve(editor, standing.id);
    expect((await linesOn("/dinh-chinh"))[0]).toContain("Tên mới của bài");
  });

  test("goes on to each older correction once, also among those of one moment", async () => {
    const { id } = await publish(reporter, editor, article("Bài sai nhiều"));
    const others = await Promise.all(
      Array.from({ length: 12 }, (_, n) => publish(reporter, editor, article(`Bài cùng lúc ${n}`))),
    );
    for (let n = 0; n < 15; n++) await correct(id, `Lần ${n}.`, noon - (n + 1) * 1000);
    for (const [n, one] of others.entries()) await correct(one.id, `Cùng lúc ${n}.`, noon - 5500);
    const seen: string[] = [];
    let pages = 0;
    for (let next: string | undefined = "/dinh-chinh"; next !== undefined; pages++) {
      seen.push(...(await linesOn(next)));
      const page = await (await send(next)).text();
      next = page.match(/rel="next" href="([^"]*)"/)?.[1];
    }
    expect(pages).toBe(2);
    expect(seen.filter((line) => /Lần|Cùng lúc \d+\./.test(line)).length).toBe(27);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("is linked from the footer of every page", async () => {
    expect(await (await send("/")).text()).toContain('<a href="/dinh-chinh">Đính chính</a>');
  });
});
