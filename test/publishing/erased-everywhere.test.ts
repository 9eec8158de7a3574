import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { waysToWriteAPhoto } from "../markdown/ways-to-write-a-photo.ts";
import { article, publish } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, send } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { listRoutes } from "../support/routes.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const alt = "Altmat";
const caption = "Chuthichmat";
const credit = "Nguoichupmat";

/** The photo in the body and as the lead photo. */
const ways: [name: string, body: string, isLead: boolean][] = [
  ["with entities in the alt", "Chữ\n\n![Lý &amp; &#76;ý](photo:A)", false],
  ...waysToWriteAPhoto.map(([name, markdown]): [string, string, boolean] => [
    name,
    markdown,
    false,
  ]),
  // The newest article, which the front page shows.
  ["as the lead photo", "Thân bài.", true],
];

/** The public answers of a published article, by route. Routes without a text of articles have none. */
const outputs: Record<string, (published: ArticleStatus) => string[]> = {
  "GET /": () => ["/"],
  "GET /bai-viet/:slug": ({ slug }) => [`/bai-viet/${slug}`],
  "GET /bai-viet/:slug/ban-in": ({ slug }) => [`/bai-viet/${slug}/ban-in`],
  "GET /bai-viet/:slug/tai-ve": ({ slug }) => [`/bai-viet/${slug}/tai-ve`],
  "GET /bai-viet/:slug/en": ({ slug }) => [`/bai-viet/${slug}/en`],
  "GET /so-do": () => ["/so-do"],
  "GET /trang/:slug": () => ["/trang/trang-co-anh"],
  "GET /bai-viet/:slug/bao-loi": ({ slug }) => [`/bai-viet/${slug}/bao-loi`],
  "GET /bai-viet/:slug/bao-loi/cam-on": ({ slug }) => [`/bai-viet/${slug}/bao-loi/cam-on`],
  "GET /chuyen-muc/:section": () => ["/chuyen-muc/tin-tuc"],
  "GET /dong-su-kien/:topic": () => ["/dong-su-kien/mat-anh"],
  "GET /the/:slug": () => ["/the/the-mat"],
  "GET /the": () => ["/the"],
  "GET /tac-gia": () => ["/tac-gia"],
  "GET /tac-gia/:slug": () => ["/tac-gia/the-bang"],
  "GET /sitemap-trang.xml": () => ["/sitemap-trang.xml"],
  "GET /dinh-chinh": () => ["/dinh-chinh"],
  "GET /doc-nhieu": () => ["/doc-nhieu"],
  "GET /luu-tru": () => ["/luu-tru"],
  "GET /luu-tru/:year/:month": () => [monthPath("/luu-tru/", "/")],
  "GET /tim-kiem": () => ["/tim-kiem?q=cach+viet", "/tim-kiem?q=doan+ket"],
  "GET /feed.json": () => ["/feed.json"],
  "GET /rss.xml": () => ["/rss.xml"],
  "GET /atom.xml": () => ["/atom.xml"],
  "GET /chuyen-muc/:section/feed.json": () => ["/chuyen-muc/tin-tuc/feed.json"],
  "GET /chuyen-muc/:section/rss.xml": () => ["/chuyen-muc/tin-tuc/rss.xml"],
  "GET /chuyen-muc/:section/atom.xml": () => ["/chuyen-muc/tin-tuc/atom.xml"],
  "GET /sitemap.xml": () => ["/sitemap.xml"],
  "GET /sitemap-news.xml": () => ["/sitemap-news.xml"],
  "GET /:sitemap{sitemap-[0-9]+-[0-9]+[.]xml}": () => [`${monthPath("/sitemap-", "-")}.xml`],
  "GET /api/articles": () => ["/api/articles"],
  "GET /api/articles/:id": ({ id }) => [`/api/articles/${id}`],
  "GET /api/changes": () => ["/api/changes"],
  // These refuse requests without a session.
  "GET /api/articles/:id/versions": ({ id }) => [`/api/articles/${id}/versions`],
  "GET /api/articles/:id/versions/:n": ({ id }) => [`/api/articles/${id}/versions/1`],
  "GET /api/articles/:id/old-addresses": ({ id }) => [`/api/articles/${id}/old-addresses`],
  "GET /api/photos/:id": () => [`/api/photos/${gone}`],
  // These have no data of articles. The test of R2 covers photos.
  "GET /anh/:photo/:variant": () => [],
  "GET /api/files/:id": () => [],
  "GET /tai-lieu/:file/:name": () => [],
  "GET /phim/:file": () => [],
  "GET /van-ban": () => ["/van-ban"],
  "GET /js/:file": () => [],
  "GET /css/:file": () => [],
  "GET /favicon.svg": () => [],
  "GET /apple-touch-icon.png": () => [],
  "GET /icon-512.png": () => [],
  "GET /anh-chia-se.jpg": () => [],
  "GET /manifest.webmanifest": () => [],
  "GET /do-luong": () => [],
  "GET /robots.txt": () => [],
  "GET /healthz": () => [],
  "GET /healthz/dem/:probe": () => [],
  "GET /api/openapi.json": () => [],
};

function monthPath(before: string, between: string): string {
  const [year, month] = new Date(Date.now() + 7 * 3_600_000).toISOString().split("-");
  return `${before}${year}${between}${month}`;
}

test("every public route has a row", () => {
  const routes = listRoutes("everybody").filter((route) => route.startsWith("GET "));
  expect(Object.keys(outputs).sort()).toEqual(routes);
});

let gone = "";
const published = new Map<string, ArticleStatus>();
/** The public answers before and after the erasure. */
const before = new Map<string, string>();
const after = new Map<string, string>();

/** The paths of preview links that were made before the erasure, for people without an account. */
const previews: string[] = [];

async function linkTo(editor: Staff, { id, version }: ArticleStatus): Promise<string> {
  const fields = { version: String(version), hours: "72" };
  const page = await (await editor.post(`/toa-soan/bai/${id}/lien-ket`, fields)).text();
  const path = /\/xem-truoc\/[\w-]+/.exec(page)?.[0];
  if (path === undefined) throw new Error("no preview link");
  return path;
}

/** The traces that are found in a text. */
const tracesIn = (text: string) =>
  [gone, alt, caption, credit].filter((trace) => text.includes(trace));

async function readOutputs(into: Map<string, string>): Promise<void> {
  for (const status of published.values()) {
    for (const path of Object.values(outputs).flatMap((paths) => paths(status))) {
      if (into.has(path)) continue;
      const answer = await send(path);
      expect([200, 401], path).toContain(answer.status);
      into.set(path, await answer.text());
    }
  }
}

beforeAll(async () => {
  await addSections("tin-tuc");
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES ('mat-anh', 'Mất ảnh', '', 1)`,
  ).run();
  const [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
  gone = await sendPhoto(reporter, credit);
  const kept = await sendPhoto(reporter);
  for (const [name, markdown, isLead] of ways) {
    const body = markdown
      .replace(/(?<=photo\\?:)[AB]/g, (id) => (id === "A" ? gone : kept))
      .replaceAll("Lý", alt)
      .replaceAll("lý", alt.toLowerCase())
      .replaceAll("Hạ", caption);
    const content = article(`Cách viết ${name}`, {
      body: `${body}\n\nĐoạn kết.`,
      tags: ["Thẻ mất", "Mất ảnh"],
      english: { title: `Way ${name}`, summary: "Summary." },
      leadPhoto: isLead ? { photo: gone, alt, caption } : null,
    });
    published.set(name, await publish(reporter, editor, content));
  }
  await env.DB.batch([
    env.DB.prepare(`INSERT INTO front_blocks (place, content) VALUES (0, '{"kind":"most-read"}')`),
    env.DB.prepare(`INSERT INTO most_read (place, article_id) VALUES (0, ?1)`).bind(
      published.get("as the lead photo")?.id,
    ),
  ]);
  const standing = {
    kind: "page",
    title: "Trang có ảnh",
    body: `![${alt}](photo:${gone} "${caption}")`,
  };
  await publish(editor, editor, standing);
  for (const status of published.values()) previews.push(await linkTo(editor, status));
  await readOutputs(before);
  const erasure = await editor.post(`/toa-soan/anh/${gone}/xoa`, { reason: "Yêu cầu" });
  if (erasure.status !== 303) throw new Error(`expected 303, got ${erasure.status}`);
  await readOutputs(after);
});

describe("before the erasure the photo is public", () => {
  test.each(ways.map(([name]) => name))("%s", (name) => {
    const { id } = published.get(name) ?? { id: "" };
    expect(tracesIn(before.get(`/api/articles/${id}`) ?? "")).not.toEqual([]);
  });

  test("in feeds, lists and pages", () => {
    for (const path of [
      "/",
      "/feed.json",
      "/rss.xml",
      "/atom.xml",
      "/chuyen-muc/tin-tuc",
      "/doc-nhieu",
      "/trang/trang-co-anh",
    ]) {
      expect(before.get(path), path).toContain(gone);
    }
  });
});

describe("after the erasure the photo is gone", () => {
  test.each(Object.keys(outputs))("%s holds neither id, alt, caption nor credit", (route) => {
    for (const [name, status] of published) {
      for (const path of outputs[route]?.(status) ?? []) {
        expect(tracesIn(after.get(path) ?? ""), `${name}: ${path}`).toEqual([]);
      }
    }
  });

  test.each([alt, caption, credit])("a search for %s finds nothing", async (word) => {
    const page = await (await send(`/tim-kiem?q=${word}`)).text();
    expect(page).toContain(`Không tìm thấy kết quả nào có “${word}”`);
  });

  test("preview links contain nothing of it", async () => {
    for (const path of previews) {
      const answer = await send(path);
      expect(answer.status).toBe(200);
      expect(tracesIn(await answer.text()), path).toEqual([]);
    }
  });

  test("no file of it is in R2 or has an address", async () => {
    const { objects } = await env.PHOTOS.list({ prefix: `photos/${gone}` });
    expect(objects).toEqual([]);
    for (const name of ["480.webp", "960.webp", "1600.webp", "960.jpg", "share.jpg", "goc.jpg"]) {
      const answer = await send(`/anh/${gone}/${name}`);
      expect(answer.status, name).toBe(404);
      await answer.arrayBuffer();
    }
  });

  test("the database has its words only in the history that staff see", async () => {
    const { results: tables } = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    ).all<{ name: string }>();
    const holding: string[] = [];
    for (const { name } of tables) {
      if (name.startsWith("_cf_")) continue;
      const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
      if (tracesIn(JSON.stringify(results)).length > 0) holding.push(name);
    }
    // Uses are those of the newest version, in the media library. The outbox has the id, as the tag to purge.
    expect(holding.sort()).toEqual(["log", "outbox", "photo_uses", "photos", "versions"]);
  });
});
