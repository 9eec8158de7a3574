import { describe, expect, test } from "vitest";
import { address, withQuery } from "../../src/addresses/address.ts";
import * as api from "../../src/addresses/api.ts";
import * as newsroom from "../../src/addresses/newsroom.ts";
import * as reading from "../../src/addresses/public.ts";
import { app } from "../../src/app.ts";

/** People, feeds and other sites keep these addresses: a change here needs a redirect from the old one. */
const promised = [
  "/",
  "/:sitemap{sitemap-[0-9]+-[0-9]+[.]xml}",
  "/anh-chia-se.jpg",
  "/anh/:photo/:variant",
  "/api/articles",
  "/api/articles/:id",
  "/api/articles/:id/old-addresses",
  "/api/articles/:id/publication",
  "/api/articles/:id/submission",
  "/api/articles/:id/versions",
  "/api/articles/:id/versions/:n",
  "/api/changes",
  "/api/files",
  "/api/files/:id",
  "/api/openapi.json",
  "/api/photos",
  "/api/photos/:id",
  "/apple-touch-icon.png",
  "/atom.xml",
  "/bai-viet/:slug",
  "/bai-viet/:slug/ban-in",
  "/bai-viet/:slug/bao-loi",
  "/bai-viet/:slug/bao-loi/cam-on",
  "/bai-viet/:slug/en",
  "/bai-viet/:slug/tai-ve",
  "/chuyen-muc/:section",
  "/chuyen-muc/:section/atom.xml",
  "/chuyen-muc/:section/feed.json",
  "/chuyen-muc/:section/rss.xml",
  "/css/:file",
  "/dinh-chinh",
  "/do-luong",
  "/doc-nhieu",
  "/dong-su-kien/:topic",
  "/favicon.svg",
  "/feed.json",
  "/healthz",
  "/healthz/anh",
  "/healthz/dem",
  "/healthz/dem/:probe",
  "/icon-512.png",
  "/js/:file",
  "/luot-xem/:view",
  "/luu-tru",
  "/luu-tru/:year/:month",
  "/manifest.webmanifest",
  "/phim/:file",
  "/robots.txt",
  "/rss.xml",
  "/sitemap-news.xml",
  "/sitemap-trang.xml",
  "/sitemap.xml",
  "/so-do",
  "/tac-gia",
  "/tac-gia/:slug",
  "/tai-lieu/:file/:name",
  "/the",
  "/the/:slug",
  "/tim-kiem",
  "/toa-soan",
  "/toa-soan/anh",
  "/toa-soan/anh/:photo",
  "/toa-soan/anh/:photo/:variant",
  "/toa-soan/anh/:photo/de-nghi",
  "/toa-soan/anh/:photo/khung",
  "/toa-soan/anh/:photo/mo-ta",
  "/toa-soan/anh/:photo/nguoi-chup",
  "/toa-soan/anh/:photo/xoa",
  "/toa-soan/anh/nhieu",
  "/toa-soan/bai",
  "/toa-soan/bai/:id",
  "/toa-soan/bai/:id/bo",
  "/toa-soan/bai/:id/bo-qua",
  "/toa-soan/bai/:id/dang",
  "/toa-soan/bai/:id/dinh-chinh",
  "/toa-soan/bai/:id/duyet",
  "/toa-soan/bai/:id/ghi-chu",
  "/toa-soan/bai/:id/ghi-chu/:note",
  "/toa-soan/bai/:id/go",
  "/toa-soan/bai/:id/khoi-phuc",
  "/toa-soan/bai/:id/kiem-tra",
  "/toa-soan/bai/:id/lien-ket",
  "/toa-soan/bai/:id/lien-ket/ket-thuc",
  "/toa-soan/bai/:id/ngay-dang",
  "/toa-soan/bai/:id/nhap",
  "/toa-soan/bai/:id/nop",
  "/toa-soan/bai/:id/phien-ban",
  "/toa-soan/bai/:id/phien-ban/:n",
  "/toa-soan/bai/:id/phien-ban/:n/anh/:photo/:variant",
  "/toa-soan/bai/:id/phien-ban/:n/khoi-phuc",
  "/toa-soan/bai/:id/rut-lai",
  "/toa-soan/bai/:id/so-sanh",
  "/toa-soan/bai/:id/sua",
  "/toa-soan/bai/:id/tai-lieu/:file/xoa",
  "/toa-soan/bai/:id/tra-lai",
  "/toa-soan/bai/:id/trang",
  "/toa-soan/bai/:id/xem-truoc",
  "/toa-soan/bai/moi",
  "/toa-soan/bai/nhap",
  "/toa-soan/bao-loi",
  "/toa-soan/bao-loi/:number",
  "/toa-soan/dang-nhap",
  "/toa-soan/dang-nhap/access",
  "/toa-soan/dang-xuat",
  "/toa-soan/goi-y",
  "/toa-soan/huong-dan/anh/:file",
  "/toa-soan/huong-dan/bien-tap-vien",
  "/toa-soan/huong-dan/phong-vien",
  "/toa-soan/khoa/dang-nhap",
  "/toa-soan/khoa/dang-nhap/thach-thuc",
  "/toa-soan/khoa/moi",
  "/toa-soan/khoa/moi/thach-thuc",
  "/toa-soan/khoa/xoa",
  "/toa-soan/lich",
  "/toa-soan/lich/:id",
  "/toa-soan/loi-moi/:token",
  "/toa-soan/quan-tri",
  "/toa-soan/quan-tri/bao-tri",
  "/toa-soan/quan-tri/bao-tri/dung-lai",
  "/toa-soan/quan-tri/chien-dich",
  "/toa-soan/quan-tri/chien-dich/xem-truoc",
  "/toa-soan/quan-tri/chuyen-muc",
  "/toa-soan/quan-tri/chuyen-muc/:section/len",
  "/toa-soan/quan-tri/chuyen-muc/:section/ten",
  "/toa-soan/quan-tri/chuyen-muc/:section/xoa",
  "/toa-soan/quan-tri/chuyen-muc/:section/xuong",
  "/toa-soan/quan-tri/dong-su-kien",
  "/toa-soan/quan-tri/dong-su-kien/:topic/len",
  "/toa-soan/quan-tri/dong-su-kien/:topic/sua",
  "/toa-soan/quan-tri/dong-su-kien/:topic/xoa",
  "/toa-soan/quan-tri/khoi",
  "/toa-soan/quan-tri/khoi/xem-truoc",
  "/toa-soan/quan-tri/ma",
  "/toa-soan/quan-tri/ma/:id/thu-hoi",
  "/toa-soan/quan-tri/nguoi",
  "/toa-soan/quan-tri/nguoi/:id",
  "/toa-soan/quan-tri/nguoi/:id/ket-thuc",
  "/toa-soan/quan-tri/nguoi/:id/khoa",
  "/toa-soan/quan-tri/nguoi/:id/lien-ket",
  "/toa-soan/quan-tri/nguoi/:id/mo",
  "/toa-soan/quan-tri/nguoi/moi",
  "/toa-soan/quan-tri/nhat-ky",
  "/toa-soan/quan-tri/nhat-ky.csv",
  "/toa-soan/quan-tri/nhuan-but",
  "/toa-soan/quan-tri/nhuan-but.csv",
  "/toa-soan/quan-tri/nhuan-but/dinh-muc",
  "/toa-soan/quan-tri/so-tay",
  "/toa-soan/quan-tri/so-tay.csv",
  "/toa-soan/quan-tri/so-tay.json",
  "/toa-soan/quan-tri/so-tay/:entry/sua",
  "/toa-soan/quan-tri/so-tay/:entry/xoa",
  "/toa-soan/quan-tri/so-tay/nhap",
  "/toa-soan/quan-tri/thiet-lap",
  "/toa-soan/quan-tri/tinh-trang",
  "/toa-soan/tac-gia",
  "/toa-soan/tac-gia/:slug",
  "/toa-soan/tac-gia/:slug/xoa",
  "/toa-soan/tai-khoan",
  "/toa-soan/tai-khoan/mat-khau",
  "/toa-soan/tai-khoan/phien",
  "/toa-soan/tai-khoan/thong-bao",
  "/toa-soan/tai-khoan/thong-bao/loai",
  "/toa-soan/tai-khoan/thong-bao/tat",
  "/toa-soan/tai-khoan/thong-bao/thu",
  "/toa-soan/tai-lieu",
  "/toa-soan/tai-lieu/:file/:name",
  "/toa-soan/thong-bao.js",
  "/toa-soan/trang-nhat",
  "/toa-soan/trang-nhat/:section",
  "/toa-soan/trang-nhat/xem-truoc",
  "/trang/:slug",
  "/van-ban",
  "/xem-truoc/:token",
  "/xem-truoc/:token/anh/:photo/:variant",
  "/xem-truoc/:token/tai-lieu/:file/:name",
];

describe("src/addresses", () => {
  test("defines these addresses, and each of them once", () => {
    expect([reading, newsroom, api].flatMap(patternsIn).sort()).toEqual(promised);
  });

  test("has a route for every address", () => {
    const routed = new Set(
      app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => path),
    );
    expect([...routed].sort()).toEqual(promised);
  });
});

describe("address", () => {
  const versionPath = address("/bai/:id/phien-ban/:n");

  test("puts each value in the place of its parameter", () => {
    expect(versionPath("k7", 3)).toBe("/bai/k7/phien-ban/3");
  });

  test("encodes what would end a part of a path", () => {
    expect(versionPath("a/b?c#d%", "$&")).toBe("/bai/a%2Fb%3Fc%23d%25/phien-ban/%24%26");
  });

  test("leaves a colon in a value alone", () => {
    expect(versionPath("a:n", 1)).toBe("/bai/a%3An/phien-ban/1");
  });
});

describe("withQuery", () => {
  test("leaves out what is empty, and encodes the rest", () => {
    expect(withQuery("/bai", { q: "năm mới", state: "", n: 2 })).toBe(
      "/bai?q=n%C4%83m+m%E1%BB%9Bi&n=2",
    );
    expect(withQuery("/bai", { q: "" })).toBe("/bai");
  });
});

/** The patterns among the exports of a module; functions that only build a path have none. */
function patternsIn(exports: object): string[] {
  return Object.values(exports).flatMap((value: unknown) => {
    if (typeof value === "string") return [value];
    if (typeof value === "function") return "pattern" in value ? [String(value.pattern)] : [];
    return typeof value === "object" && value !== null ? patternsIn(value) : [];
  });
}
