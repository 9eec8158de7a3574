import { env } from "cloudflare:workers";
import type { Named, Stage } from "../api/access-table.ts";
import { form, sameOrigin } from "../support/staff.ts";
import type { StaffUsers } from "./staff-users.ts";

/** The ids that a request may contain. */
type NamedWithStaff = Named & { staff: StaffUsers };

/** A route, a request to it about an article at a stage, and the status for each user in the order of `staffKinds`. */
export type NewsroomRow = {
  route: string;
  stage: Stage;
  path: (named: NamedWithStaff) => string | Promise<string>;
  init?: (named: NamedWithStaff) => RequestInit | Promise<RequestInit>;
  expected: readonly number[];
};

/** Statuses for: nobody, the owner, a colleague, an editor, an admin, an expired session, a revoked token. */
type Statuses = readonly number[];

/** A page. A user who is not signed in is redirected to the sign-in page; a user without the right gets 403. */
const pageFor = {
  all: [303, 200, 200, 200, 200, 303, 303],
  editors: [303, 403, 403, 200, 200, 303, 303],
  admins: [303, 403, 403, 403, 200, 303, 303],
  /** Reporters see only their own articles. Those of other reporters answer 404. */
  owners: [303, 200, 404, 200, 200, 303, 303],
  /** Everybody may know that a public article exists, so other reporters get 403. */
  ownersOfPublic: [303, 200, 403, 200, 200, 303, 303],
} as const;

/** An act. Users with the right get `done`: 303, or the status for an empty form. */
const actFor = {
  all: (done: number): Statuses => [401, done, done, done, done, 401, 401],
  owners: (done: number, others = 404): Statuses => [401, done, others, done, done, 401, 401],
  reporter: (done: number): Statuses => [401, done, 404, 403, 403, 401, 401],
  editors: (done: number): Statuses => [401, 403, 403, done, done, 401, 401],
  admins: (done: number): Statuses => [401, 403, 403, 403, done, 401, 401],
} as const;

/** Everybody gets the same status, signed in or not. */
const anybody = (status: number): Statuses => Array.from({ length: 7 }, () => status);

const signingIn: NewsroomRow[] = [
  // A signed-in user is redirected.
  page("/dang-nhap", [200, 303, 303, 303, 303, 200, 200]),
  post("/dang-nhap", { username: "nobody", password: "x" }, anybody(401)),
  // Cloudflare Access is off unless a setting turns it on.
  post("/dang-nhap/access", {}, anybody(404)),
  post("/dang-xuat", {}, anybody(303)),
  post("/khoa/dang-nhap/thach-thuc", {}, anybody(200)),
  post("/khoa/dang-nhap", {}, anybody(400)),
  post("/khoa/moi/thach-thuc", {}, actFor.all(400)),
  post("/khoa/moi", {}, actFor.all(400)),
  post("/khoa/xoa", { id: "none" }, actFor.all(303)),
  page("/loi-moi/:token", anybody(404), () => `/loi-moi/${"x".repeat(43)}`),
  post("/loi-moi/:token", {}, anybody(404), () => `/loi-moi/${"x".repeat(43)}`),
  page("/tai-khoan", pageFor.all),
  post("/tai-khoan", {}, actFor.all(422)),
  post("/tai-khoan/mat-khau", {}, actFor.all(422)),
  post("/tai-khoan/phien", {}, actFor.all(303)),
  putJson("POST", "/tai-khoan/thong-bao", {}, actFor.all(422)),
  post("/tai-khoan/thong-bao/tat", { device: "none" }, actFor.all(303)),
  post("/tai-khoan/thong-bao/thu", { device: "none" }, actFor.all(303)),
  post("/tai-khoan/thong-bao/loai", {}, actFor.all(303)),
  page("/thong-bao.js", anybody(200)),
];

const articles: NewsroomRow[] = [
  page("", pageFor.all),
  page("/bai", pageFor.all),
  page("/bai/moi", pageFor.all, () => `/bai/moi?key=${"k".repeat(24)}`),
  post("/bai", {}, actFor.all(400)),
  putJson("POST", "/bai/nhap", {}, actFor.all(422)),
  ofArticle("", "draft", pageFor.owners),
  ofArticle("", "published", pageFor.owners),
  ...["/sua", "/xem-truoc", "/trang", "/phien-ban", "/phien-ban/:n"].flatMap((rest) => [
    ofArticle(rest, "draft", pageFor.owners),
    ofArticle(rest, "published", pageFor.ownersOfPublic),
  ]),
  ofArticle("/so-sanh", "draft", pageFor.owners, "?from=1&to=1"),
  ofArticle("/so-sanh", "published", pageFor.ownersOfPublic, "?from=1&to=1"),
  page("/goi-y", pageFor.all, () => "/goi-y?kind=tag&q=so"),
  postOf("/sua", "draft", {}, actFor.owners(422)),
  putJson("PUT", "/bai/:id/nhap", { baseVersion: 1, content: null }, actFor.owners(200)),
  postOf("/bo-qua", "draft", {}, actFor.owners(422)),
  postOf("/nop", "draft", { event: "1" }, actFor.owners(303)),
  // Only its own reporter takes a submission back, and discards or restores a draft.
  postOf("/rut-lai", "submitted", { event: "2" }, actFor.reporter(303)),
  postOf("/bo", "draft", { event: "1" }, actFor.reporter(303)),
  postOf("/khoi-phuc", "draft", { event: "1" }, actFor.reporter(409)),
  postOf("/tra-lai", "submitted", { event: "2" }, actFor.editors(422)),
  ofArticle("/duyet", "submitted", pageFor.editors),
  postOf("/ghi-chu", "submitted", {}, actFor.editors(400)),
  postOf("/ghi-chu/:note", "submitted", { done: "1" }, actFor.owners(303)),
  // Nobody has read the article on its review page.
  postOf("/dang", "submitted", { event: "2", version: "1" }, actFor.editors(422)),
  postOf("/go", "published", { event: "3" }, actFor.editors(422)),
  postOf("/dinh-chinh", "published", { event: "3" }, actFor.editors(422)),
  postOf("/ngay-dang", "published", { event: "3" }, actFor.admins(422)),
  postOf("/kiem-tra", "published", {}, actFor.owners(303)),
  postOf("/lien-ket", "draft", { version: "1", hours: "72" }, actFor.owners(200)),
  postOf("/lien-ket/ket-thuc", "draft", { link: "none" }, actFor.owners(303)),
  page(
    "/bai/:id/phien-ban/:n/anh/:photo/:variant",
    pageFor.owners,
    ({ id, photo }) => `/bai/${id}/phien-ban/1/anh/${photo}/480.webp`,
  ),
  // Users with the right get 409, because the newest version cannot be restored.
  postOf("/phien-ban/:n/khoi-phuc", "draft", { newest: "1" }, actFor.owners(409)),
  {
    route: "GET /xem-truoc/:token",
    stage: "draft",
    expected: anybody(404),
    path: () => `/xem-truoc/${"x".repeat(60)}`,
  },
  {
    route: "GET /xem-truoc/:token/anh/:photo/:variant",
    stage: "draft",
    expected: anybody(404),
    path: ({ photo }) => `/xem-truoc/${"x".repeat(60)}/anh/${photo}/480.webp`,
  },
];

const media: NewsroomRow[] = [
  page("/anh", pageFor.all),
  post("/anh", {}, actFor.all(422)),
  post("/anh/nhieu", {}, actFor.all(422)),
  ofPhoto("/anh/:photo", "draft", pageFor.owners),
  ofPhoto("/anh/:photo", "published", pageFor.all),
  ofPhoto("/anh/:photo/:variant", "draft", pageFor.owners),
  ofPhoto("/anh/:photo/:variant", "published", pageFor.all),
  // Only editors may erase a photo in use.
  ofPhoto("/anh/:photo/xoa", "published", [303, 403, 403, 200, 200, 303, 303]),
  postPhoto("/anh/:photo/xoa", [401, 403, 403, 422, 422, 401, 401]),
  // A reporter may not change the credit of a public photo.
  postPhoto("/anh/:photo/nguoi-chup", actFor.editors(303)),
  postPhoto("/anh/:photo/khung", actFor.editors(303)),
  wordsOfPhoto("draft", actFor.owners(303)),
  wordsOfPhoto("published", actFor.owners(303, 403)),
];

const office: NewsroomRow[] = [
  ...[
    "",
    "/nguoi",
    "/nguoi/moi",
    "/ma",
    "/thiet-lap",
    "/chuyen-muc",
    "/dong-su-kien",
    "/bao-tri",
  ].map((path) => page(`/quan-tri${path}`, pageFor.admins)),
  ...["/nhat-ky", "/nhat-ky.csv", "/nhuan-but/dinh-muc"].map((path) =>
    page(`/quan-tri${path}`, pageFor.admins),
  ),
  ...["/nhuan-but", "/nhuan-but.csv"].map((path) => page(`/quan-tri${path}`, pageFor.editors)),
  ...["/nguoi", "/ma", "/thiet-lap", "/chuyen-muc", "/dong-su-kien", "/nhuan-but/dinh-muc"].map(
    (path) => post(`/quan-tri${path}`, {}, actFor.admins(422)),
  ),
  page("/quan-tri/nguoi/:id", pageFor.admins, ({ staff }) => personPath(staff, "")),
  post("/quan-tri/nguoi/:id", {}, actFor.admins(422), ({ staff }) => personPath(staff, "")),
  ...["/khoa", "/mo", "/ket-thuc", "/lien-ket"].map((act) =>
    post(`/quan-tri/nguoi/:id${act}`, {}, actFor.admins(act === "/lien-ket" ? 200 : 303), (named) =>
      personPath(named.staff, act),
    ),
  ),
  post("/quan-tri/ma/:id/thu-hoi", {}, actFor.admins(303), ({ staff }) => tokenPath(staff)),
  ...["/len", "/xuong"].map((act) =>
    post(`/quan-tri/chuyen-muc/:section${act}`, {}, actFor.admins(303), () => sectionPath(act)),
  ),
  post("/quan-tri/chuyen-muc/:section/ten", {}, actFor.admins(422), () => sectionPath("/ten")),
  post("/quan-tri/chuyen-muc/:section/xoa", {}, actFor.admins(409), () => sectionPath("/xoa")),
  post("/quan-tri/dong-su-kien/:topic/sua", {}, actFor.admins(422), () => topicPath("/sua")),
  post("/quan-tri/bao-tri/dung-lai", {}, actFor.admins(303)),
  post("/quan-tri/dong-su-kien/:topic/len", {}, actFor.admins(303), () => topicPath("/len")),
  post("/quan-tri/dong-su-kien/:topic/xoa", {}, actFor.admins(303), () => topicPath("/xoa")),
];

const guides: NewsroomRow[] = [
  page("/huong-dan/phong-vien", pageFor.all),
  page("/huong-dan/bien-tap-vien", pageFor.all),
  page("/huong-dan/anh/:file", pageFor.all, () => "/huong-dan/anh/sign-in.webp"),
];

/** Every route of the newsroom × every kind of user. A route without a row fails the test, and so does a row without a route. */
export const newsroomTable: readonly NewsroomRow[] = [
  ...signingIn,
  ...articles,
  ...media,
  ...office,
  ...guides,
];

type PathOf = (named: NamedWithStaff) => string | Promise<string>;

function page(path: string, expected: Statuses, pathOf: PathOf = () => path): NewsroomRow {
  return {
    route: `GET /toa-soan${path}`,
    stage: "draft",
    expected,
    path: async (named) => `/toa-soan${await pathOf(named)}`,
  };
}

function post(
  path: string,
  fields: Record<string, string>,
  expected: Statuses,
  pathOf: PathOf = () => path,
): NewsroomRow {
  return {
    ...page(path, expected, pathOf),
    route: `POST /toa-soan${path}`,
    stage: "submitted",
    init: () => form(fields),
  };
}

function putJson(method: string, path: string, body: unknown, expected: Statuses): NewsroomRow {
  const headers = { "content-type": "application/json", accept: "application/json" };
  return {
    ...page(path, expected, ({ id }) => path.replace(":id", id)),
    route: `${method} /toa-soan${path}`,
    init: () => ({
      method,
      body: JSON.stringify(body),
      headers: {
        ...headers,
        ...sameOrigin,
      },
    }),
  };
}

function ofArticle(rest: string, stage: Stage, expected: Statuses, query = ""): NewsroomRow {
  const pathOf: PathOf = ({ id }) => `/bai/${id}${rest.replace(":n", "1")}${query}`;
  return { ...page(`/bai/:id${rest}`, expected, pathOf), stage };
}

function postOf(
  rest: string,
  stage: Stage,
  fields: Record<string, string>,
  expected: Statuses,
): NewsroomRow {
  const { path } = ofArticle(rest, stage, expected);
  return {
    route: `POST /toa-soan/bai/:id${rest}`,
    stage,
    path,
    init: () => form(fields),
    expected,
  };
}

function ofPhoto(path: string, stage: Stage, expected: Statuses): NewsroomRow {
  const pathOf: PathOf = ({ photo }) => filledIn(path, photo);
  return { ...page(path, expected, pathOf), stage };
}

function postPhoto(path: string, expected: Statuses): NewsroomRow {
  return { ...post(path, {}, expected, ({ photo }) => filledIn(path, photo)), stage: "published" };
}

function wordsOfPhoto(stage: Stage, expected: Statuses): NewsroomRow {
  const words = (id: string) => ({ [`alt-${id}-0`]: "Bốn ô", [`caption-${id}-0`]: "" });
  return {
    ...postPhoto("/anh/:photo/mo-ta", expected),
    stage,
    init: ({ id }) => form({ article: id, place: "0", version: "1", ...words(id) }),
  };
}

function filledIn(path: string, photo: string): string {
  return path.replace(":photo", photo).replace(":variant", "480.webp");
}

function personPath({ people }: StaffUsers, act: string): string {
  return `/quan-tri/nguoi/${people.colleague.id}${act}`;
}

async function tokenPath({ people }: StaffUsers): Promise<string> {
  const token = await env.DB.prepare("SELECT id FROM tokens WHERE person_id = ?1")
    .bind(people.colleague.id)
    .first<{ id: string }>();
  return `/quan-tri/ma/${token?.id}/thu-hoi`;
}

function sectionPath(act: string): string {
  return `/quan-tri/chuyen-muc/tin-tuc${act}`;
}

/** Promotes the topic again, because the row before removed it. */
async function topicPath(act: string): Promise<string> {
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES ('phan-quyen', 'Phân quyền', '', 1)
     ON CONFLICT DO NOTHING`,
  ).run();
  return `/quan-tri/dong-su-kien/phan-quyen${act}`;
}
