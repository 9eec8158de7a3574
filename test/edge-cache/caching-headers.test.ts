import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../../src/app.ts";
import { provideStandIn } from "../../src/edge-cache/edge-cache.ts";
import { findBuiltFile, readingScript } from "../../src/html/built-files.ts";
import { uploadPhoto } from "../api/users.ts";
import { article, approve, publish, revise } from "../support/articles.ts";
import { addSections, hire, json, origin, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { listRoutes } from "../support/routes.ts";

/** What the tests ask about, put into the paths of the table. */
const named = { id: "", slug: "", gone: "", former: "", photo: "", page: "" };

let reporter: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  reporter = await hire("reporter");
  const editor = await hire("editor");
  named.photo = await uploadPhoto(reporter);
  const text = (title: string) =>
    article(title, {
      leadPhoto: { photo: named.photo, alt: "Bốn ô màu" },
      tags: ["chuyển đổi số"],
      english: { title: "A title", summary: "A summary." },
    });
  const first = await publish(reporter, editor, text("Tên lúc đầu"));
  await revise(reporter, first, text("Tên về sau"));
  const { id, slug } = await approve(editor, first.id);
  Object.assign(named, { id, slug, former: first.slug });
  const standing = { kind: "page", title: "Giới thiệu", body: "Lời giới thiệu." };
  named.page = (await publish(editor, editor, standing)).id;
  const gone = await publish(reporter, editor, text("Bài đã gỡ"));
  named.gone = gone.slug;
  const reason = json("DELETE", { reason: "Sai" });
  await editor.send(`/api/articles/${gone.id}/publication`, reason);
});

const page = ["no-cache", "max-age=86400, stale-while-revalidate=86400, stale-if-error=604800"];
const hourly = ["no-cache", "max-age=3600, stale-while-revalidate=3600, stale-if-error=86400"];
const immutable = [
  "public, max-age=31536000, immutable",
  "max-age=2592000, stale-while-revalidate=86400, stale-if-error=2592000",
];
const never = ["no-store", null];

type Row = [
  route: string,
  path: string,
  status: number,
  caching: (string | null)[],
  tags: string[],
];

/** Every GET of the site: its caching headers for browsers and for the edge, and the tags that purge it. */
const table: Row[] = [
  ["/", "/", 200, page, ["lists", "site"]],
  ["/bai-viet/:slug", "/bai-viet/{slug}", 200, page, ["article-{id}", "site"]],
  ["/bai-viet/:slug", "/bai-viet/{former}", 301, page, ["article-{id}"]],
  ["/bai-viet/:slug", "/bai-viet/{gone}", 410, never, []],
  ["/bai-viet/:slug", "/bai-viet/khong-co", 404, never, []],
  ["/bai-viet/:slug/ban-in", "/bai-viet/{slug}/ban-in", 200, page, ["article-{id}", "site"]],
  ["/bai-viet/:slug/ban-in", "/bai-viet/{gone}/ban-in", 410, never, []],
  [
    "/bai-viet/:slug/tai-ve",
    "/bai-viet/{slug}/tai-ve",
    200,
    page,
    ["article-{id}", "photo-{photo}", "site"],
  ],
  ["/bai-viet/:slug/tai-ve", "/bai-viet/{gone}/tai-ve", 410, never, []],
  ["/bai-viet/:slug/en", "/bai-viet/{slug}/en", 200, page, ["article-{id}", "site"]],
  ["/bai-viet/:slug/en", "/bai-viet/{gone}/en", 410, never, []],
  ["/so-do", "/so-do", 200, page, ["pages", "site"]],
  ["/trang/:slug", "/trang/gioi-thieu", 200, page, ["article-{page}", "site"]],
  ["/trang/:slug", "/trang/{slug}", 404, never, []],
  ["/trang/:slug", "/trang/khong-co", 404, never, []],
  ...["", "/cam-on"].flatMap((rest): Row[] => {
    const route = `/bai-viet/:slug/bao-loi${rest}`;
    return [
      [route, `/bai-viet/{slug}/bao-loi${rest}`, 200, page, ["article-{id}", "site"]],
      [route, `/bai-viet/{former}/bao-loi${rest}`, 301, page, ["article-{id}"]],
      [route, `/bai-viet/{gone}/bao-loi${rest}`, 410, never, []],
    ];
  }),
  ["/chuyen-muc/:section", "/chuyen-muc/tin-tuc", 200, page, ["section-tin-tuc", "site"]],
  ["/chuyen-muc/:section", "/chuyen-muc/khong-co", 404, never, []],
  ["/the/:slug", "/the/chuyen-doi-so", 200, page, ["tag-chuyen-doi-so", "site"]],
  ["/the/:slug", "/the/khong-co", 404, never, []],
  ["/tac-gia/:slug", "/tac-gia/the-bang", 200, page, ["author-the-bang", "site"]],
  ["/luu-tru", "/luu-tru", 200, page, ["months", "site"]],
  ["/luu-tru/:year/:month", "/luu-tru/1990/01", 404, never, []],
  ["/do-luong", "/do-luong", 404, never, []],
  ["/doc-nhieu", "/doc-nhieu", 404, never, []],
  ["/dong-su-kien/:topic", "/dong-su-kien/khong-co", 404, never, []],
  ["/the", "/the", 200, page, ["labels-tag", "site"]],
  ["/the", "/the?chu=KHONG", 404, never, []],
  ["/tac-gia", "/tac-gia", 200, page, ["labels-author", "site"]],
  ["/van-ban", "/van-ban", 200, page, ["documents", "site"]],
  ["/dinh-chinh", "/dinh-chinh", 200, page, ["corrections", "site"]],
  ["/dinh-chinh", "/dinh-chinh?truoc=KHONG", 404, never, []],
  ["/tim-kiem", "/tim-kiem", 200, page, ["lists", "site"]],
  ["/anh/:photo/:variant", "/anh/{photo}/480.webp", 200, immutable, ["photo-{photo}"]],
  ["/tai-lieu/:file/:name", "/tai-lieu/khong-co/tep.pdf", 404, never, []],
  ["/phim/:file", "/phim/khong-co", 404, never, []],
  ["/api/files/:id", "/api/files/khong-co", 404, never, []],
  ["/anh/:photo/:variant", "/anh/khong-co/480.webp", 404, never, []],
  ...["/feed.json", "/rss.xml", "/atom.xml"].flatMap((feed): Row[] => [
    [feed, feed, 200, page, ["feeds", "site"]],
    [feed, `${feed}?truoc=KHONG`, 404, never, []],
    [`/chuyen-muc/:section${feed}`, `/chuyen-muc/tin-tuc${feed}`, 200, page, ["feeds", "site"]],
  ]),
  ["/js/:file", readingScript, 200, immutable, ["site"]],
  ["/js/:file", "/js/reading-0123456789.js", 200, never, []],
  ["/js/:file", "/js/khong-co.js", 404, never, []],
  ["/css/:file", findBuiltFile("css", "newsroom"), 200, immutable, ["site"]],
  ["/css/:file", "/css/newsroom-0123456789.css", 200, never, []],
  ["/css/:file", "/css/khong-co.css", 404, never, []],
  ...[
    "/favicon.svg",
    "/apple-touch-icon.png",
    "/icon-512.png",
    "/anh-chia-se.jpg",
    "/manifest.webmanifest",
  ].map((file): Row => [file, file, 200, page, ["site"]]),
  ["/robots.txt", "/robots.txt", 200, page, ["site"]],
  ["/sitemap.xml", "/sitemap.xml", 200, page, ["months", "site"]],
  ["/sitemap-trang.xml", "/sitemap-trang.xml", 200, page, ["pages", "site"]],
  ["/sitemap-news.xml", "/sitemap-news.xml", 200, hourly, ["feeds", "site"]],
  ["/:sitemap{sitemap-[0-9]+-[0-9]+[.]xml}", "/sitemap-1990-01.xml", 404, never, []],
  ["/healthz", "/healthz", 200, never, []],
  ["/healthz/dem/:probe", "/healthz/dem/1.khong-ky", 404, never, []],
  ["/api/openapi.json", "/api/openapi.json", 200, page, ["site"]],
  ["/api/articles", "/api/articles", 200, never, []],
  ["/api/articles/:id", "/api/articles/{id}", 200, never, []],
  ["/api/articles/:id/versions", "/api/articles/{id}/versions", 200, never, []],
  ["/api/articles/:id/versions/:n", "/api/articles/{id}/versions/1", 200, never, []],
  ["/api/articles/:id/old-addresses", "/api/articles/{id}/old-addresses", 403, never, []],
  ["/api/photos/:id", "/api/photos/{photo}", 200, never, []],
  ["/api/changes", "/api/changes", 200, never, []],
  ["", "/khong-co-trang-nay", 404, never, []],
  ["", "/api/khong-co", 404, never, []],
  ["", "/luu-tru/", 301, never, []],
];

function fillNames(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => Reflect.get(named, name));
}

describe("caching headers", () => {
  test("have a row for every GET of the site", () => {
    const rows = table.map(([route]) => `GET ${route}`).filter((route) => route !== "GET ");
    const routes = listRoutes("everybody").filter((route) => route.startsWith("GET "));
    expect([...new Set(rows)].sort()).toEqual(routes);
  });

  test.each(table)("%s at %s: %i", async (_route, path, status, [browser, edge], tags) => {
    const headers = { authorization: `Bearer ${reporter.token}` };
    const request = new Request(origin + fillNames(path), { headers });
    const ctx = createExecutionContext();
    provideStandIn(ctx, env);
    const answer = await app.fetch(request, env, ctx);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("cache-control")).toBe(browser);
    expect(answer.headers.get("cloudflare-cdn-cache-control")).toBe(edge);
    expect(answer.headers.get("cache-tag")?.split(",").sort() ?? []).toEqual(
      tags.map(fillNames).sort(),
    );
  });

  test.each(table.filter(([, , status, caching]) => status === 200 && caching !== never))(
    "%s: %s has a strong ETag, and is the same and 304 the second time",
    async (_route, path) => {
      const first = await send(fillNames(path));
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
      await first.arrayBuffer();
      const second = await send(fillNames(path), { headers: { "if-none-match": etag } });
      expect([second.status, second.headers.get("etag")]).toEqual([304, etag]);
      expect(second.headers.get("cf-cache-status")).toBe("HIT");
    },
  );

  test.each(table)("%s: %s never lets a client see the edge's headers", async (_route, path) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await send(fillNames(path), { method });
      expect(answer.headers.has("cache-tag")).toBe(false);
      expect(answer.headers.has("cloudflare-cdn-cache-control")).toBe(false);
      await answer.arrayBuffer();
    }
  });

  test("of every answer to a write say no-store", async () => {
    const asks: [string, RequestInit][] = [
      ["/api/articles", json("POST", article("Bài"))],
      ["/api/articles", json("POST", {})],
      [`/api/articles/${named.id}`, { method: "PUT" }],
      ["/", { method: "POST" }],
    ];
    for (const [path, init] of asks) {
      expect((await reporter.send(path, init)).headers.get("cache-control")).toBe("no-store");
    }
  });

  test("set no cookie and vary by nothing on any public page", async () => {
    for (const [, path] of table) {
      const { headers } = await send(fillNames(path));
      expect([headers.get("set-cookie"), headers.get("vary")], path).toEqual([null, null]);
    }
  });
});
