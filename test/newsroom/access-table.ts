import {
  pageFor,
  actFor,
  sameForAll,
  page,
  post,
  putJson,
  aboutArticle,
  postAboutArticle,
  tickNote,
  aboutReport,
  aboutPhoto,
  postPhoto,
  wordsOfPhoto,
  personPath,
  tokenPath,
  sectionPath,
  topicPath,
  authorPath,
} from "./access-rows.ts";
import type { NamedWithStaff, NewsroomRow } from "./access-rows.ts";

const signingIn: NewsroomRow[] = [
  // A signed-in user is redirected.
  page("/dang-nhap", [200, 303, 303, 303, 303, 200, 200]),
  post("/dang-nhap", { username: "nobody", password: "x" }, sameForAll(401)),
  // Cloudflare Access is off unless a setting turns it on.
  post("/dang-nhap/access", {}, sameForAll(404)),
  post("/dang-xuat", {}, sameForAll(303)),
  post("/khoa/dang-nhap/thach-thuc", {}, sameForAll(200)),
  post("/khoa/dang-nhap", {}, sameForAll(400)),
  post("/khoa/moi/thach-thuc", {}, actFor.all(400)),
  post("/khoa/moi", {}, actFor.all(400)),
  post("/khoa/xoa", { id: "none" }, actFor.all(303)),
  page("/loi-moi/:token", sameForAll(404), () => `/loi-moi/${"x".repeat(43)}`),
  post("/loi-moi/:token", {}, sameForAll(404), () => `/loi-moi/${"x".repeat(43)}`),
  page("/tai-khoan", pageFor.all),
  post("/tai-khoan", {}, actFor.all(422)),
  post("/tai-khoan/mat-khau", {}, actFor.all(422)),
  post("/tai-khoan/phien", {}, actFor.all(303)),
  putJson("POST", "/tai-khoan/thong-bao", {}, actFor.all(422)),
  post("/tai-khoan/thong-bao/tat", { device: "none" }, actFor.all(303)),
  post("/tai-khoan/thong-bao/thu", { device: "none" }, actFor.all(303)),
  post("/tai-khoan/thong-bao/loai", {}, actFor.all(303)),
  page("/thong-bao.js", sameForAll(200)),
];

const articles: NewsroomRow[] = [
  page("", pageFor.all),
  page("/bai", pageFor.all),
  page("/lich", pageFor.all),
  page("/bao-loi", pageFor.all),
  aboutReport("GET", pageFor.owners),
  aboutReport("POST", actFor.editors(422)),
  page("/bai/moi", pageFor.all, () => `/bai/moi?key=${"k".repeat(24)}`),
  post("/bai", {}, actFor.all(400)),
  putJson("POST", "/bai/nhap", {}, actFor.all(422)),
  post("/lich/:id", {}, actFor.editors(409), ({ id }) => `/lich/${id}`),
  aboutArticle("", "draft", pageFor.owners),
  aboutArticle("", "published", pageFor.owners),
  ...["/sua", "/nhap", "/xem-truoc", "/trang", "/phien-ban", "/phien-ban/:n"].flatMap((rest) => [
    aboutArticle(rest, "draft", pageFor.owners),
    aboutArticle(rest, "published", pageFor.ownersOfPublic),
  ]),
  aboutArticle("/so-sanh", "draft", pageFor.owners, "?from=1&to=1"),
  aboutArticle("/so-sanh", "published", pageFor.ownersOfPublic, "?from=1&to=1"),
  page("/goi-y", pageFor.all, () => "/goi-y?kind=tag&q=so"),
  postAboutArticle("/sua", "draft", {}, actFor.owners(422)),
  putJson("PUT", "/bai/:id/nhap", { baseVersion: 1, content: null }, actFor.owners(200)),
  postAboutArticle("/bo-qua", "draft", {}, actFor.owners(422)),
  postAboutArticle("/nop", "draft", { event: "1" }, actFor.owners(303)),
  // Only its own reporter takes a submission back, and discards or restores a draft.
  postAboutArticle("/rut-lai", "submitted", { event: "2" }, actFor.reporter(303)),
  postAboutArticle("/bo", "draft", { event: "1" }, actFor.reporter(303)),
  postAboutArticle("/khoi-phuc", "draft", { event: "1" }, actFor.reporter(409)),
  postAboutArticle("/tra-lai", "submitted", { event: "2" }, actFor.editors(422)),
  aboutArticle("/duyet", "submitted", pageFor.editors),
  postAboutArticle("/ghi-chu", "submitted", {}, actFor.editors(400)),
  tickNote(actFor.owners(303)),
  // Nobody has read the article on its review page.
  postAboutArticle("/dang", "submitted", { event: "2", version: "1" }, actFor.editors(422)),
  postAboutArticle("/go", "published", { event: "3" }, actFor.editors(422)),
  postAboutArticle("/dinh-chinh", "published", { event: "3" }, actFor.editors(422)),
  postAboutArticle("/ngay-dang", "published", { event: "3" }, actFor.admins(422)),
  postAboutArticle("/kiem-tra", "published", {}, actFor.owners(303)),
  postAboutArticle("/lien-ket", "draft", { version: "1", hours: "72" }, actFor.owners(200)),
  postAboutArticle("/lien-ket/ket-thuc", "draft", { link: "none" }, actFor.owners(303)),
  page(
    "/bai/:id/phien-ban/:n/anh/:photo/:variant",
    pageFor.owners,
    ({ id, photo }) => `/bai/${id}/phien-ban/1/anh/${photo}/480.webp`,
  ),
  // Users with the right get 409, because the newest version cannot be restored.
  postAboutArticle("/phien-ban/:n/khoi-phuc", "draft", { newest: "1" }, actFor.owners(409)),
  {
    route: "GET /xem-truoc/:token",
    stage: "draft",
    expected: sameForAll(404),
    path: () => `/xem-truoc/${"x".repeat(60)}`,
  },
  {
    route: "GET /xem-truoc/:token/anh/:photo/:variant",
    stage: "draft",
    expected: sameForAll(404),
    path: ({ photo }) => `/xem-truoc/${"x".repeat(60)}/anh/${photo}/480.webp`,
  },
  {
    route: "GET /xem-truoc/:token/tai-lieu/:file/:name",
    stage: "draft",
    expected: sameForAll(404),
    path: ({ file }) => `/xem-truoc/${"x".repeat(60)}/tai-lieu/${file}/bao-cao.pdf`,
  },
];

const fileErasure = "/bai/:id/tai-lieu/:file/xoa";
const eraseFile = ({ id, file }: NamedWithStaff) => `/bai/${id}/tai-lieu/${file}/xoa`;

const files: NewsroomRow[] = [
  // Users with the right get 422, because the request has no name.
  putJson("POST", "/tai-lieu", {}, actFor.all(422)),
  page("/tai-lieu/:file/:name", pageFor.owners, ({ file }) => `/tai-lieu/${file}/bao-cao.pdf`),
  page(fileErasure, pageFor.editors, eraseFile),
  post(fileErasure, {}, actFor.editors(422), eraseFile),
];

const arrangement: NewsroomRow[] = [
  page("/quan-tri/khoi", pageFor.admins),
  page("/quan-tri/khoi/xem-truoc", pageFor.admins),
  post("/quan-tri/khoi", {}, actFor.admins(200)),
  page("/trang-nhat/xem-truoc", pageFor.editors),
  page("/trang-nhat", pageFor.editors),
  post("/trang-nhat", {}, actFor.editors(200)),
  page("/trang-nhat/:section", pageFor.editors, () => "/trang-nhat/tin-tuc"),
  post("/trang-nhat/:section", {}, actFor.editors(200), () => "/trang-nhat/tin-tuc"),
];

const media: NewsroomRow[] = [
  page("/anh", pageFor.all),
  post("/anh", {}, actFor.all(415)),
  post("/anh/nhieu", {}, actFor.all(422)),
  aboutPhoto("/anh/:photo", "draft", pageFor.owners),
  aboutPhoto("/anh/:photo", "published", pageFor.all),
  aboutPhoto("/anh/:photo/:variant", "draft", pageFor.owners),
  aboutPhoto("/anh/:photo/:variant", "published", pageFor.all),
  // Only editors may erase a photo in use.
  aboutPhoto("/anh/:photo/xoa", "published", [303, 403, 403, 200, 200, 303, 303]),
  postPhoto("/anh/:photo/xoa", [401, 403, 403, 422, 422, 401, 401]),
  // A reporter may not change the credit of a public photo.
  postPhoto("/anh/:photo/nguoi-chup", actFor.editors(303)),
  postPhoto("/anh/:photo/de-nghi", actFor.owners(303, 403), {
    act: "propose",
    credit: "Đỗ Vân",
  }),
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
    "/chien-dich",
    "/chuyen-muc",
    "/dong-su-kien",
    "/tinh-trang",
    "/bao-tri",
  ].map((path) => page(`/quan-tri${path}`, pageFor.admins)),
  ...["/nhat-ky", "/nhat-ky.csv", "/nhuan-but/dinh-muc"].map((path) =>
    page(`/quan-tri${path}`, pageFor.admins),
  ),
  ...["/nhuan-but", "/nhuan-but.csv"].map((path) => page(`/quan-tri${path}`, pageFor.editors)),
  ...["/nguoi", "/ma", "/thiet-lap", "/chuyen-muc", "/dong-su-kien", "/nhuan-but/dinh-muc"].map(
    (path) => post(`/quan-tri${path}`, {}, actFor.admins(422)),
  ),
  ...["/so-tay", "/so-tay.csv", "/so-tay.json"].map((path) =>
    page(`/quan-tri${path}`, pageFor.all),
  ),
  ...["/so-tay", "/so-tay/nhap"].map((path) => post(`/quan-tri${path}`, {}, actFor.admins(422))),
  ...["/sua", "/xoa"].map((act) =>
    post(`/quan-tri/so-tay/:entry${act}`, {}, actFor.admins(404), () => `/quan-tri/so-tay/1${act}`),
  ),
  page("/tac-gia", pageFor.editors),
  page("/tac-gia/:slug", pageFor.editors, () => authorPath("")),
  post("/tac-gia/:slug", { photo: "?" }, actFor.editors(422), () => authorPath("")),
  post("/tac-gia/:slug/xoa", {}, actFor.editors(303), () => authorPath("/xoa")),
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
  ...["", "/xem-truoc"].map((rest) =>
    post(`/quan-tri/chien-dich${rest}`, { mourning: "on" }, actFor.admins(422)),
  ),
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
  ...arrangement,
  ...media,
  ...files,
  ...office,
  ...guides,
];
