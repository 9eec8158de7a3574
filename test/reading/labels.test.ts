import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { approve, publishAt, revise, article } from "../support/articles.ts";
import type { Newsroom } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import { fillCache, isCached, titlesOn } from "../support/pages.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  await addSections("tin-tuc");
  newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
});

let day = 0;

/** Publishes an article a day after the one before. */
function publishNext(title: string, more: Record<string, unknown>) {
  const at = new Date(Date.UTC(2022, 0, ++day, 2)).toISOString();
  return publishAt(newsroom, at, title, more);
}

function by(...authors: string[]) {
  return { byline: { authors, unit: "" } };
}

async function readPage(path: string): Promise<string> {
  return (await send(path)).text();
}

describe("names that differ only in their marks", () => {
  test("are two authors: the first keeps the plain address, each lists its own articles", async () => {
    await publishNext("Của Lê Hà", by("Lê Hà"));
    const { slug } = await publishNext("Của Lê Hạ", by("Lê Hạ"));
    await publishNext("Của cả hai", by("LÊ HÀ", "Lê Hạ"));
    expect(await titlesOn("/tac-gia/le-ha")).toEqual(["Của cả hai", "Của Lê Hà"]);
    expect(await titlesOn("/tac-gia/le-ha-2")).toEqual(["Của cả hai", "Của Lê Hạ"]);
    for (const path of [`/bai-viet/${slug}`, `/bai-viet/${slug}/ban-in`]) {
      expect(await readPage(path)).toMatch(
        /<a rel="author" href="[^"]*\/tac-gia\/le-ha-2">Lê Hạ<\/a>/,
      );
    }
  });

  test("are two tags, in one article too", async () => {
    const { slug } = await publishNext("Có hai thẻ", { tags: ["mã", "má", "Mã"] });
    await publishNext("Có một thẻ", { tags: ["má"] });
    const page = await readPage(`/bai-viet/${slug}`);
    expect(page).toContain('<a rel="tag" href="/the/ma">mã</a>');
    expect(page).toContain('<a rel="tag" href="/the/ma-2">má</a>');
    expect(await titlesOn("/the/ma")).toEqual(["Có hai thẻ"]);
    expect(await titlesOn("/the/ma-2")).toEqual(["Có một thẻ", "Có hai thẻ"]);
  });

  test("have one list each when they have no Latin letter", async () => {
    await publishNext("Nhật", { tags: ["日本"] });
    await publishNext("Trung", { tags: ["中国"] });
    expect(await titlesOn("/the/bai-viet")).toEqual(["Nhật"]);
    expect(await titlesOn("/the/bai-viet-2")).toEqual(["Trung"]);
  });

  test("leave the number of a name that is written with it alone", async () => {
    await publishNext("Quý hai", { tags: ["Quý 2"] });
    await publishNext("Một quý", { tags: ["quý"] });
    await publishNext("Quỷ", { tags: ["quỷ"] });
    expect(await titlesOn("/the/quy-2")).toEqual(["Quý hai"]);
    expect(await titlesOn("/the/quy")).toEqual(["Một quý"]);
    expect(await titlesOn("/the/quy-3")).toEqual(["Quỷ"]);
  });

  test("are not related by their tags", async () => {
    await publishNext("Thẻ bán", { tags: ["bán hàng"] });
    const { slug } = await publishNext("Thẻ bạn", { tags: ["bạn hàng"] });
    for (let n = 0; n < 6; n++) await publishNext(`Chen giữa ${n}`, {});
    expect(await titlesOn(`/bai-viet/${slug}`)).not.toContain("Thẻ bán");
  });

  test("purge their own lists only", async () => {
    await publishNext("Cảm", { tags: ["cảm"] });
    await publishNext("Cám", { tags: ["cám"] });
    await fillCache(["/the/cam", "/the/cam-2"]);
    await publishNext("Cám nữa", { tags: ["cám"] });
    expect(await isCached("/the/cam")).toBe(true);
    expect(await isCached("/the/cam-2")).toBe(false);
  });

  test("keep their addresses when articles go and come, and through a rebuild", async () => {
    const first = await publishNext("Sống", { tags: ["sống"] });
    await publishNext("Sông", { tags: ["sông"] });
    await revise(newsroom.reporter, first, article("Sống", { tags: [] }));
    await approve(newsroom.editor, first.id);
    await publishNext("Sống lại", { tags: ["Sống"] });
    expect(await titlesOn("/the/song")).toEqual(["Sống lại"]);
    await env.DB.batch([
      env.DB.prepare(`DELETE FROM published_labels`),
      env.DB.prepare(`DELETE FROM published`),
    ]);
    await rebuildProjection(env.DB, { after: null, limit: 1000 }, Date.now());
    expect(await titlesOn("/the/song")).toEqual(["Sống lại"]);
    expect(await titlesOn("/the/song-2")).toEqual(["Sông"]);
  });
});
