import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { rebuildProjection } from "../../src/publishing/rebuild.ts";
import { approve, article, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json, origin, send } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

type Item = { title: string; date_modified?: string; _ban_tin: { section: { name: string } } };
type Feed = { next_url?: string; items: Item[] };

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc", "khac");
  [reporter, editor] = await Promise.all([hireInBrowser("reporter"), hireInBrowser("editor")]);
});

async function readFeed(path: string): Promise<Feed> {
  const response = await send(path.replace(origin, ""));
  expect(response.status, path).toBe(200);
  return response.json<Feed>();
}

async function withdraw(id: string): Promise<void> {
  await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
}

describe.each(["/feed.json", "/chuyen-muc/tin-tuc/feed.json"])("GET %s", (path) => {
  const titles = async (): Promise<string[]> =>
    (await readFeed(path)).items.map(({ title }) => title);

  test("has the newest article as it is now after each act, and not after its withdrawal", async () => {
    const first: ArticleStatus = await publish(reporter, editor, article("Bài trong nguồn tin"));
    expect((await readFeed(path)).items[0]).not.toHaveProperty("date_modified");
    await revise(reporter, first, article("Bài đã sửa tên"));
    await approve(editor, first.id);
    const [item] = (await readFeed(path)).items;
    expect(item?.title).toBe("Bài đã sửa tên");
    expect(Date.parse(item?.date_modified ?? "")).toBeGreaterThan(0);
    const admin = await hireInBrowser("admin");
    await admin.post("/toa-soan/quan-tri/chuyen-muc/tin-tuc/ten", { "name-tin-tuc": "Tin mới" });
    expect((await readFeed(path)).items[0]?._ban_tin.section.name).toBe("Tin mới");
    await env.DB.prepare("DELETE FROM feed_items").run();
    await rebuildProjection(env.DB, { after: null, limit: 100 }, Date.now());
    expect(await titles()).toEqual(["Bài đã sửa tên"]);
    await withdraw(first.id);
    expect(await titles()).toEqual([]);
  });
});

test.each(["feed.json", "rss.xml"])(
  "GET /%s names a next page only if it has articles",
  async (name) => {
    const nextPage = async (): Promise<string | undefined> => {
      const text = await (await send(`/${name}`)).text();
      return text.match(/http[^"<]*\?truoc=[^"<]*/)?.[0];
    };
    const before = await env.DB.prepare("SELECT COUNT(*) AS n FROM published").first<number>("n");
    for (let n = before ?? 0; n < 20; n++) {
      await publish(reporter, editor, article(`Tin số ${n} của trang`));
    }
    expect(await nextPage()).toBeUndefined();
    const extra = await publish(reporter, editor, article("Tin thừa ra một"));
    const next = (await nextPage())?.replace(origin, "") ?? "";
    expect(await (await send(next)).text()).toContain("Tin số 0 của trang");
    await withdraw(extra.id);
  },
);
