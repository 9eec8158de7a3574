import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, submitArticle, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, hire, json, origin, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";

let reporter: Colleague;
let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
});

async function readdress({ id }: ArticleStatus, ...addresses: string[]): Promise<Response> {
  return editor.send(`/api/articles/${id}/old-addresses`, json("PUT", { addresses }));
}

test("GET /khong-co answers 404 and offers the newest articles", async () => {
  const { slug } = await publish(reporter, editor, article("Bài mới nhất để đọc thay"));
  const answer = await send("/khong-co");
  expect(answer.status).toBe(404);
  const page = await answer.text();
  expect(page).toContain("Hoặc đọc các bài mới nhất");
  expect(page).toContain(`href="/bai-viet/${slug}"`);
});

describe("an address of the older site", () => {
  test("leads to the article, in whatever case, with and without what sharing adds", async () => {
    const published = await publish(reporter, editor, article("Bài có địa chỉ cũ"));
    const kept = await readdress(
      published,
      "http://cu.vn/News/Detail.aspx?ID=7",
      "/tin/bai-7.html",
    );
    expect(await kept.json()).toEqual({ addresses: ["/news/detail.aspx?id=7", "/tin/bai-7.html"] });
    for (const asked of [
      "/news/detail.aspx?id=7",
      "/News/Detail.aspx?ID=7",
      "/tin/bai-7.html",
      "/Tin/Bai-7.html?fbclid=abc",
      "/tin/bai-7.html?print=1",
    ]) {
      const answer = await send(asked);
      expect([asked, answer.status]).toEqual([asked, 301]);
      expect(answer.headers.get("location")).toBe(`/bai-viet/${published.slug}`);
    }
    const slashed = await send("/tin/bai-7.html/");
    expect(slashed.headers.get("location")).toBe(`${origin}/tin/bai-7.html`);
    expect((await send("/news/detail.aspx?id=8")).status).toBe(404);
    expect((await send("/news/detail.aspx")).status).toBe(404);
    expect((await send("/tin/bai-7.html", { method: "POST" })).status).toBe(404);
  });

  test("is kept by the edge as it is stored, and in no other spelling", async () => {
    await readdress(await publish(reporter, editor, article("Bài giữ ở rìa")), "/cu/ria.html");
    const status = async (path: string) => (await send(path)).headers.get("cf-cache-status");
    expect(await status("/cu/ria.html")).toBe("MISS");
    expect(await status("/cu/ria.html")).toBe("HIT");
    await send("/cu/ria.html?x=1");
    expect(await status("/cu/ria.html?x=1")).toBe("BYPASS");
  });

  test("follows the article to its new address, and stops when an editor takes it away", async () => {
    const first = await publish(reporter, editor, article("Tên ban đầu của bài"));
    await readdress(first, "/cu/doi-ten.html");
    expect((await send("/cu/doi-ten.html")).headers.get("location")).toBe(
      `/bai-viet/${first.slug}`,
    );
    await revise(reporter, first, article("Tên sau này của bài"));
    const second = await approve(editor, first.id);
    expect(second.slug).not.toBe(first.slug);
    expect((await send("/cu/doi-ten.html")).headers.get("location")).toBe(
      `/bai-viet/${second.slug}`,
    );
    await readdress(first);
    expect((await send("/cu/doi-ten.html")).status).toBe(404);
  });

  test("tells nothing of a draft, and leads to the 410 of a withdrawn article", async () => {
    const draft = await submitArticle(reporter, article("Bài chưa đăng"));
    await readdress(draft, "/cu/chua-dang.html");
    expect((await send("/cu/chua-dang.html")).status).toBe(404);
    await approve(editor, draft.id);
    expect((await send("/cu/chua-dang.html")).status).toBe(301);
    await editor.send(`/api/articles/${draft.id}/publication`, json("DELETE", { reason: "Sai" }));
    const location = (await send("/cu/chua-dang.html")).headers.get("location") ?? "";
    expect((await send(location)).status).toBe(410);
  });

  test("under a path of this site's own is asked for only where the site has no such page", async () => {
    const published = await publish(reporter, editor, article("Bài dưới đường dẫn trùng"));
    await readdress(published, "/bai-viet/ten-cu-1234.html");
    expect((await send("/bai-viet/ten-cu-1234.html")).status).toBe(301);
    expect((await send(`/bai-viet/${published.slug}`)).status).toBe(200);
  });

  test("belongs to one article: a second is refused with 409 that names it, and keeps its own", async () => {
    const [one, two] = [
      await publish(reporter, editor, article("Bài thứ nhất giữ địa chỉ")),
      await publish(reporter, editor, article("Bài thứ hai xin địa chỉ")),
    ];
    await readdress(one, "/cu/chung.html");
    await readdress(two, "/cu/rieng.html");
    const refused = await readdress(two, "/cu/rieng-2.html", "/cu/chung.html");
    expect(refused.status).toBe(409);
    const problem = await refused.json<{ errors: { path: string; message: string }[] }>();
    expect(problem.errors).toHaveLength(1);
    expect(problem.errors[0]?.message).toContain("/cu/chung.html");
    const held = await editor.send(`/api/articles/${two.id}/old-addresses`);
    expect(await held.json()).toEqual({ addresses: ["/cu/rieng.html"] });
  });

  test("that is none is refused by its place in the list", async () => {
    const published = await publish(reporter, editor, article("Bài nhận địa chỉ sai"));
    const refused = await readdress(published, "/cu/dung.html", "javascript:alert(1)");
    expect(refused.status).toBe(422);
    const { errors } = await refused.json<{ errors: { path: string }[] }>();
    expect(errors.map(({ path }) => path)).toEqual(["addresses.1"]);
  });

  test("is looked for by the index alone", async () => {
    const { results } = await env.DB.prepare(
      `EXPLAIN QUERY PLAN SELECT articles.slug FROM redirects JOIN articles ON articles.id = redirects.article_id
       WHERE redirects.address IN ('/a', '/b') AND articles.approved_version IS NOT NULL`,
    ).all<{ detail: string }>();
    expect(results.map(({ detail }) => detail).join("\n")).not.toContain("SCAN");
    expect((await send(`${new URL(origin).pathname}khong-co`)).status).toBe(404);
  });
});
