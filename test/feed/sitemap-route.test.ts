import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { publish, publishAt, article } from "../support/articles.ts";
import type { Newsroom } from "../support/articles.ts";
import { addSections, hire, json, origin, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  await addSections("tin-tuc");
  newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
  await publishAt(newsroom, "2021-01-28T10:05:00+07:00", "Bài tháng Giêng");
  await publishAt(newsroom, "2021-02-01T00:00:00+07:00", "Bài tháng Hai");
});

async function locations(path: string): Promise<string[]> {
  const response = await send(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  return [...(await response.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc ?? "");
}

describe("GET /sitemap.xml", () => {
  test("names the sitemap of the other pages and each month's, newest first, and when it last changed", async () => {
    const before = Date.now() - 60_000;
    expect(await locations("/sitemap.xml")).toEqual([
      `${origin}/sitemap-trang.xml`,
      `${origin}/sitemap-2021-02.xml`,
      `${origin}/sitemap-2021-01.xml`,
    ]);
    const lastmod =
      (await (await send("/sitemap.xml")).text()).match(/<lastmod>([^<]*)</)?.[1] ?? "";
    expect(Date.parse(lastmod)).toBeGreaterThan(before);
  });
});

describe("GET /sitemap-trang.xml", () => {
  test("lists the pages that are no articles", async () => {
    expect(await locations("/sitemap-trang.xml")).toEqual([
      `${origin}/`,
      `${origin}/luu-tru`,
      `${origin}/the`,
      `${origin}/tac-gia`,
      `${origin}/dinh-chinh`,
      `${origin}/van-ban`,
      `${origin}/so-do`,
    ]);
  });
});

describe("GET /sitemap-<month>.xml", () => {
  test("lists what was first published in the month", async () => {
    expect(await locations("/sitemap-2021-01.xml")).toEqual([`${origin}/bai-viet/bai-thang-gieng`]);
  });

  test("changes with its month, and no other does", async () => {
    await fillCache(["/sitemap.xml", "/sitemap-2021-01.xml", "/sitemap-2021-02.xml"]);
    const { id } = await publishAt(newsroom, "2021-02-02T08:00:00+07:00", "Bài thêm");
    expect(await isCached("/sitemap-2021-01.xml")).toBe(true);
    expect(await locations("/sitemap-2021-02.xml")).toEqual([
      `${origin}/bai-viet/bai-them`,
      `${origin}/bai-viet/bai-thang-hai`,
    ]);
    await newsroom.editor.send(
      `/api/articles/${id}/publication`,
      json("DELETE", { reason: "Nhầm" }),
    );
    expect(await locations("/sitemap-2021-02.xml")).toEqual([`${origin}/bai-viet/bai-thang-hai`]);
  });

  test.each([
    "/sitemap-2020-12.xml",
    "/sitemap-2021-13.xml",
    "/sitemap-2021-1.xml",
    "/sitemap-0000-00.xml",
  ])("%s, a month without articles, answers 404", async (path) => {
    expect((await send(path)).status).toBe(404);
  });
});

describe("GET /sitemap-news.xml", () => {
  test("lists the last two days", async () => {
    const hours = (n: number) => new Date(Date.now() - n * 60 * 60 * 1000).toISOString();
    await publishAt(newsroom, hours(49), "Tin ba hôm trước");
    await publishAt(newsroom, hours(47), "Tin hôm kia");
    await publish(newsroom.reporter, newsroom.editor, article("Tin vừa xong"));
    expect(await locations("/sitemap-news.xml")).toEqual([
      `${origin}/bai-viet/tin-vua-xong`,
      `${origin}/bai-viet/tin-hom-kia`,
    ]);
  });
});

describe("GET /robots.txt", () => {
  test("is plain text that names the sitemaps", async () => {
    const response = await send("/robots.txt");
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toContain(`Sitemap: ${env.BASE_URL}/sitemap.xml`);
  });
});
