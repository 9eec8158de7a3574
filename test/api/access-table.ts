import { findBuiltFile, readingScript } from "../../src/html/built-files.ts";
import { formatIsoWithOffset } from "../../src/vietnamese/dates.ts";
import { article } from "../support/articles.ts";
import { json } from "../support/newsroom.ts";
import { form, sameOrigin } from "../support/staff.ts";

/** The kinds of users that send each request. The last are users with a revoked token, and disabled users. */
export const userKinds = [
  "nobody",
  "owner",
  "colleague",
  "editor",
  "admin",
  "revoked",
  "disabled",
] as const;

export type UserKind = (typeof userKinds)[number];

/** The state of the article that a request is about. Each request that writes gets a new article. */
export type Stage = "draft" | "submitted" | "published" | "withdrawn";

/** The ids that a request may contain. */
export type Named = { id: string; slug: string; photo: string; file: string };

/** A route, a request to it about an article in this state, and the status for each user in the order of `userKinds`. */
export type AccessRow = {
  route: string;
  stage: Stage;
  path: (named: Named) => string;
  init?: (named: Named) => RequestInit;
  expected: readonly number[];
};

const everybody = [200, 200, 200, 200, 200, 200, 200];
/** A token in an API request must be valid, even where none is required. */
const everybodyOfApi = [200, 200, 200, 200, 200, 401, 401];
const gone = [410, 410, 410, 410, 410, 410, 410];
const missing = [404, 404, 404, 404, 404, 404, 404];
const newsroomStylesheet = findBuiltFile("css", "newsroom");

/** The month in which the test publishes its articles, in Vietnam, as "2026-11". */
const month = formatIsoWithOffset(new Date()).slice(0, 7);
const ifFirst = { "if-match": '"1"' };

const reader: AccessRow[] = [
  ...["/", "/healthz", "/api/openapi.json"].map((path) => open(path, path)),
  { ...open("/healthz", "/healthz?sau=1"), expected: [401, 403, 403, 403, 200, 401, 401] },
  { ...open("/healthz/dem/:probe", "/healthz/dem/1.khong-ky"), expected: missing },
  ...(["dem", "dem/:probe", "anh"] as const).map(probe),
  ...["/feed.json", "/rss.xml", "/atom.xml"].map((path) => open(path, path)),
  ...[
    "/favicon.svg",
    "/apple-touch-icon.png",
    "/icon-512.png",
    "/anh-chia-se.jpg",
    "/manifest.webmanifest",
  ].map((path) => open(path, path)),
  // Not found, because the site of the tests counts no readers.
  { ...open("/do-luong", "/do-luong"), expected: missing },
  open("/js/:file", readingScript),
  open("/css/:file", newsroomStylesheet),
  // Not found without a block of the front page for it.
  { ...open("/doc-nhieu", "/doc-nhieu"), expected: missing },
  {
    route: "POST /luot-xem/:view",
    stage: "published",
    path: ({ id }) => `/luot-xem/1-${id}-gia`,
    init: () => ({ method: "POST" }),
    expected: [204, 204, 204, 204, 204, 204, 204],
  },
  ...[
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-trang.xml",
    "/sitemap-news.xml",
    "/luu-tru",
    "/dinh-chinh",
    "/so-do",
    "/van-ban",
    "/the",
    "/tac-gia",
  ].map((path) => open(path, path)),
  open("/:sitemap{sitemap-[0-9]+-[0-9]+[.]xml}", `/sitemap-${month}.xml`),
  open("/luu-tru/:year/:month", `/luu-tru/${month.replace("-", "/")}`),
  open("/tac-gia/:slug", "/tac-gia/the-bang"),
  open("/the/:slug", "/the/phan-quyen"),
  { ...open("/trang/:slug", "/trang/khong-co"), expected: missing },
  open("/dong-su-kien/:topic", "/dong-su-kien/phan-quyen"),
  open("/tim-kiem", "/tim-kiem?q=phan+quyen"),
  ...["", "/feed.json", "/rss.xml", "/atom.xml"].map((rest) =>
    open(`/chuyen-muc/:section${rest}`, `/chuyen-muc/tin-tuc${rest}`),
  ),
  ...["", "/ban-in", "/tai-ve", "/en", "/bao-loi", "/bao-loi/cam-on"].flatMap((rest) => [
    pageRow(`/bai-viet/:slug${rest}`, "draft", rest, missing),
    pageRow(`/bai-viet/:slug${rest}`, "submitted", rest, missing),
    pageRow(`/bai-viet/:slug${rest}`, "published", rest, everybody),
    pageRow(`/bai-viet/:slug${rest}`, "withdrawn", rest, gone),
  ]),
  ...(["draft", "submitted"] as const).map((stage) => reportRow(stage, missing)),
  reportRow("published", [303, 303, 303, 303, 303, 303, 303]),
  reportRow("withdrawn", gone),
  photoRow("draft", missing),
  photoRow("submitted", missing),
  photoRow("published", everybody),
  photoRow("withdrawn", missing),
  fileRow("draft", missing),
  {
    route: "GET /phim/:file",
    stage: "draft",
    path: ({ file }) => `/phim/${file}`,
    expected: missing,
  },
];

const api: AccessRow[] = [
  ...(["draft", "published"] as const).flatMap((stage): AccessRow[] => [
    { route: "GET /api/articles", stage, path: () => "/api/articles", expected: everybodyOfApi },
    { route: "GET /api/changes", stage, path: () => "/api/changes", expected: everybodyOfApi },
  ]),
  {
    route: "POST /api/photos",
    stage: "draft",
    path: () => "/api/photos",
    init: () => ({ method: "POST", body: new FormData() }),
    // Users with the right get 422, because the form has no file.
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  {
    route: "POST /api/files",
    stage: "draft",
    path: () => "/api/files",
    init: () => ({ method: "POST" }),
    // Users with the right get 422, because the request has no name.
    expected: [401, 422, 422, 422, 422, 401, 401],
  },
  fileCall("GET", () => ({}), [401, 200, 404, 200, 200, 401, 401]),
  fileCall("DELETE", makeReason, [401, 200, 404, 200, 200, 401, 401]),
  photoCall("GET", "draft", () => ({}), [401, 200, 404, 200, 200, 401, 401]),
  photoCall("PATCH", "draft", makeCredit, [401, 200, 404, 200, 200, 401, 401]),
  photoCall("PATCH", "published", makeCredit, [401, 202, 403, 200, 200, 401, 401]),
  {
    route: "POST /api/articles",
    stage: "draft",
    path: () => "/api/articles?submit=true",
    init: () => json("POST", article("Bài của người được vào")),
    expected: [401, 201, 201, 201, 201, 401, 401],
  },
  articleRow("draft", [404, 200, 404, 200, 200, 401, 401]),
  articleRow("submitted", [404, 200, 404, 200, 200, 401, 401]),
  articleRow("published", everybodyOfApi),
  articleRow("withdrawn", [410, 200, 410, 200, 200, 401, 401]),
  actRow("PUT", "", "draft", makeSave, [401, 200, 404, 200, 200, 401, 401]),
  actRow("PUT", "", "published", makeSave, [401, 200, 403, 200, 200, 401, 401]),
  actRow("PUT", "/submission", "draft", makeEmpty, [401, 200, 404, 200, 200, 401, 401]),
  actRow("PUT", "/submission", "published", makeEmpty, [401, 409, 403, 409, 409, 401, 401]),
  actRow("DELETE", "/submission", "submitted", makeReason, [401, 403, 404, 200, 200, 401, 401]),
  // Its reporter takes it back; editors must say why they return it.
  actRow("DELETE", "/submission", "submitted", makeEmpty, [401, 200, 404, 422, 422, 401, 401]),
  actRow("PUT", "/publication", "submitted", makeEmpty, [401, 403, 403, 200, 200, 401, 401]),
  actRow("PUT", "/publication", "withdrawn", makeEmpty, [401, 403, 403, 200, 200, 401, 401]),
  actRow("DELETE", "/publication", "published", makeReason, [401, 403, 403, 200, 200, 401, 401]),
  actRow("GET", "/old-addresses", "draft", makeEmpty, [401, 403, 403, 200, 200, 401, 401]),
  actRow("GET", "/old-addresses", "published", makeEmpty, [401, 403, 403, 200, 200, 401, 401]),
  actRow("PUT", "/old-addresses", "draft", makeAddresses, [401, 403, 403, 200, 200, 401, 401]),
  ...["/versions", "/versions/:n"].flatMap((rest) => [
    historyRow(rest, "draft", [401, 200, 404, 200, 200, 401, 401]),
    historyRow(rest, "published", [401, 200, 403, 200, 200, 401, 401]),
  ]),
];

/** Every route × every kind of user. A route without a row fails the test, and so does a row without a route. */
export const accessTable: readonly AccessRow[] = [...reader, ...api];

function open(route: string, path: string): AccessRow {
  return { route: `GET ${route}`, stage: "published", path: () => path, expected: everybody };
}

/** An admin gets 201 for a new address, 404 for an unsigned one, 415 for a photo without bytes. */
function probe(path: "dem" | "dem/:probe" | "anh"): AccessRow {
  const method = path === "dem/:probe" ? "DELETE" : "POST";
  const byAdmin = { dem: 201, "dem/:probe": 404, anh: 415 }[path];
  return {
    route: `${method} /healthz/${path}`,
    stage: "published",
    path: () => `/healthz/${path.replace(":probe", "1.khong-ky")}`,
    init: () => ({ method }),
    expected: [401, 403, 403, 403, byAdmin, 401, 401],
  };
}

function pageRow(route: string, stage: Stage, rest: string, expected: number[]): AccessRow {
  return { route: `GET ${route}`, stage, path: ({ slug }) => `/bai-viet/${slug}${rest}`, expected };
}

function reportRow(stage: Stage, expected: number[]): AccessRow {
  return {
    ...pageRow("/bai-viet/:slug/bao-loi", stage, "/bao-loi", expected),
    route: "POST /bai-viet/:slug/bao-loi",
    init: () => ({ ...form({ message: "Sai ngày" }), headers: sameOrigin }),
  };
}

function makeCredit(): RequestInit {
  return json("PATCH", { credit: "Đỗ Vân" });
}

function photoCall(
  method: string,
  stage: Stage,
  init: () => RequestInit,
  expected: number[],
): AccessRow {
  const path = ({ photo }: Named) => `/api/photos/${photo}`;
  return { route: `${method} /api/photos/:id`, stage, path, init, expected };
}

function fileCall(
  method: string,
  init: (method: string) => RequestInit,
  expected: number[],
): AccessRow {
  const path = ({ file }: Named) => `/api/files/${file}`;
  const route = `${method} /api/files/:id`;
  return { route, stage: "draft", path, init: () => init(method), expected };
}

function fileRow(stage: Stage, expected: number[]): AccessRow {
  const route = "GET /tai-lieu/:file/:name";
  return { route, stage, path: ({ file }) => `/tai-lieu/${file}/bao-cao.pdf`, expected };
}

function photoRow(stage: Stage, expected: number[]): AccessRow {
  const route = "GET /anh/:photo/:variant";
  return { route, stage, path: ({ photo }) => `/anh/${photo}/480.webp`, expected };
}

function articleRow(stage: Stage, expected: number[]): AccessRow {
  return {
    route: "GET /api/articles/:id",
    stage,
    path: ({ id }) => `/api/articles/${id}`,
    expected,
  };
}

function historyRow(rest: string, stage: Stage, expected: number[]): AccessRow {
  const path = ({ id }: Named) => `/api/articles/${id}${rest.replace(":n", "1")}`;
  return { route: `GET /api/articles/:id${rest}`, stage, path, expected };
}

function actRow(
  method: string,
  rest: string,
  stage: Stage,
  init: (method: string) => RequestInit,
  expected: number[],
): AccessRow {
  return {
    route: `${method} /api/articles/:id${rest}`,
    stage,
    path: ({ id }) => `/api/articles/${id}${rest}`,
    init: () => init(method),
    expected,
  };
}

function makeSave(method: string): RequestInit {
  return json(method, article("Bài được lưu tiếp"), ifFirst);
}

function makeReason(method: string): RequestInit {
  return json(method, { reason: "Cần xem lại" });
}

function makeAddresses(method: string): RequestInit {
  return json(method, { addresses: [`/tin-tuc/${crypto.randomUUID()}.html`] });
}

function makeEmpty(method: string): RequestInit {
  return { method };
}
