import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hire("reporter");
  editor = await hire("editor");
});

describe("the slug of an article", () => {
  test("stays the same when 50 other articles have the same title", async () => {
    const first = await publish(reporter, editor, article("Tin vắn trong ngày"));
    await takeNumbers("tin-van-trong-ngay", first.id);
    const crowded = await submitArticle(reporter, article("Tin vắn trong ngày"));
    expect(crowded.slug).toMatch(/^tin-van-trong-ngay-\d{6}$/);
    const published = await approve(editor, crowded.id);
    expect(published.slug).toBe(crowded.slug);
    await revise(reporter, published, article("Tin vắn trong ngày", { lede: "Sapo đã sửa." }));
    expect((await approve(editor, crowded.id)).slug).toBe(crowded.slug);
  });

  test("differs for twenty articles with one title that are sent at once", async () => {
    const sent = Array.from({ length: 20 }, () =>
      submitArticle(reporter, article("Thông báo tuyển dụng")),
    );
    const slugs = (await Promise.all(sent)).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(20);
    for (const slug of slugs) expect(slug).toMatch(/^thong-bao-tuyen-dung(-\d+)?$/);
  });

  test("keeps its number when a lower one becomes free", async () => {
    const titles = ["Hai bài cùng tên", "Hai bài cùng tên"];
    const [draft, second] = await Promise.all(
      titles.map((title) => submitArticle(reporter, article(title))),
    );
    if (draft === undefined || second === undefined) throw new Error("two articles were submitted");
    const [plain, numbered] = draft.slug === "hai-bai-cung-ten" ? [draft, second] : [second, draft];
    expect(numbered.slug).toMatch(/^hai-bai-cung-ten-\d$/);
    await approve(editor, numbered.id);
    await revise(reporter, plain, article("Một bài tên khác"));
    await approve(editor, plain.id);
    const revised = article("Hai bài cùng tên", { lede: "Sapo đã sửa." });
    await revise(reporter, { ...numbered, version: 1 }, revised);
    expect((await approve(editor, numbered.id)).slug).toBe(numbered.slug);
  });

  test("is the old one again when the title is, without a redirect loop", async () => {
    const first = await publish(reporter, editor, article("Tên thứ nhất"));
    await revise(reporter, { ...first, version: 1 }, article("Tên thứ hai"));
    await approve(editor, first.id);
    await revise(reporter, { ...first, version: 2 }, article("Tên thứ nhất"));
    expect((await approve(editor, first.id)).slug).toBe("ten-thu-nhat");
    expect((await send("/bai-viet/ten-thu-nhat")).status).toBe(200);
    const other = await send("/bai-viet/ten-thu-hai");
    expect([other.status, other.headers.get("location")]).toEqual([301, "/bai-viet/ten-thu-nhat"]);
  });

  test("is never taken from an article that had it in public", async () => {
    const first = await publish(reporter, editor, article("Tên được giữ"));
    await revise(reporter, { ...first, version: 1 }, article("Tên đã đổi"));
    await approve(editor, first.id);
    expect((await publish(reporter, editor, article("Tên được giữ"))).slug).toBe("ten-duoc-giu-2");
  });

  test.each([
    ["!!! … ???", "bai-viet"],
    ["中文标题", "bai-viet"],
    ["ĐƯỜNG ĐI ĐẾN “SỐ”", "duong-di-den-so"],
    ["Lợi ích & rủi ro <b>", "loi-ich-rui-ro-b"],
    ["../../api/articles", "api-articles"],
    ["Ban in", "ban-in"],
  ])("is made of letters, digits and hyphens: %s gives %s", async (title, slug) => {
    const published = await publish(reporter, editor, article(title));
    expect(published.slug).toMatch(new RegExp(`^${slug}(-2)?$`));
    expect((await send(`/bai-viet/${published.slug}`)).status).toBe(200);
  });
});

/** Gives every numbered address of a title to an article, as 49 more of the same title would. */
async function takeNumbers(base: string, articleId: string): Promise<void> {
  const taken = Array.from({ length: 49 }, (_, n) => `${base}-${n + 2}`);
  await env.DB.prepare(`INSERT INTO slugs (slug, article_id) SELECT value, ?1 FROM json_each(?2)`)
    .bind(articleId, JSON.stringify(taken))
    .run();
}
