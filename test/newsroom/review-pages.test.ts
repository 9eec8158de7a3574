import { beforeAll, describe, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { article, submitArticle, publish, revise } from "../support/articles.ts";
import { addSections } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let editor: Staff;
let id = "";
let photo = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  const reporter = await hireInBrowser("reporter");
  editor = await hireInBrowser("editor");
  photo = await sendPhoto(reporter, `Nguyễn "Văn" <A>`);
  const content = (title: string) =>
    article(title, {
      leadPhoto: { photo, alt: `Chợ "phiên" <Bắc Hà>`, caption: "Chợ & người" },
      body: `Mở đầu <b>.\n\nHai.\n\nBa.\n\n![Chợ](photo:${photo})\n\nKết ${title}.`,
    });
  const first = await publish(reporter, editor, content(`Bài "một" & <hai>`));
  ({ id } = await revise(reporter, first, content("Bài đã sửa")));
  await submitArticle(reporter, content("Bài khác dùng ảnh"));
});

describe("GET of each review and media page answers valid HTML with one heading", () => {
  test.each([
    () => `/toa-soan/bai/${id}/xem-truoc`,
    () => `/toa-soan/bai/${id}/xem-truoc?screen=desktop&version=1`,
    () => `/toa-soan/bai/${id}/trang`,
    () => `/toa-soan/bai/${id}/phien-ban`,
    () => `/toa-soan/bai/${id}/phien-ban/1`,
    () => `/toa-soan/bai/${id}/so-sanh?from=1&to=2`,
    () => `/toa-soan/anh`,
    () => `/toa-soan/anh?q=khong-co&show=unused`,
    () => `/toa-soan/anh/${photo}`,
    () => `/toa-soan/anh/${photo}/xoa`,
  ])("%s", async (path) => {
    const answer = await editor.open(path());
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(await htmlFaults(page)).toEqual([]);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toContain("<Bắc");
  });

  test("the new-link page and a refused erasure are valid HTML with one heading", async () => {
    const made = await editor.post(`/toa-soan/bai/${id}/lien-ket`, { version: "2", hours: "24" });
    expect(await htmlFaults(await made.text())).toEqual([]);
    const refused = await editor.post(`/toa-soan/anh/${photo}/xoa`, { reason: "" });
    expect(refused.status).toBe(422);
    expect(await htmlFaults(await refused.text())).toEqual([]);
  });
});
