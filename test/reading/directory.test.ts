import { beforeAll, describe, expect, test } from "vitest";
import { publish } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { htmlFaults } from "../html/html-faults.ts";

let editor: Colleague;

beforeAll(async () => {
  await addSections("tin-tuc");
  editor = await hire("editor");
});

const directory = (photo: string) => `| Ảnh | Họ và tên | Chức vụ | Điện thoại | E-mail |
| --- | --- | --- | --- | --- |
| ![Chân dung bà Vũ Thị Lan](photo:${photo}) | Vũ Thị Lan | Giám đốc | 0912 345 678; 0214 3 840 888 | lan@example.gov.vn |
| | Lê Văn An | Phó giám đốc | máy lẻ: hỏi văn thư | |`;

describe("a table of people in a page", () => {
  test("is a directory whose phone numbers and addresses are links", async () => {
    const photo = await sendPhoto(editor);
    const content = { kind: "page", title: "Danh bạ cơ quan", body: directory(photo) };
    const { slug } = await publish(editor, editor, content);
    const page = await (await send(`/trang/${slug}`)).text();
    expect(page).toContain('class="table directory"');
    expect(page).toMatch(/<th scope="row">Vũ Thị Lan<\/th>/);
    expect(page).toContain('<a href="tel:0912345678">0912\u00a0345\u00a0678</a>');
    expect(page).toContain('<a href="tel:02143840888">0214\u00a03\u00a0840\u00a0888</a>');
    expect(page).toContain('<a href="mailto:lan@example.gov.vn">lan@example.gov.vn</a>');
    expect(page).toContain('data-label="Chức vụ">Giám đốc<');
    expect(page).toContain("máy lẻ: hỏi văn thư");
    expect(page).toContain(`/anh/${photo}/480.webp`);
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("gives no finding about its phone numbers, which another table does", async () => {
    const findings = async (body: string) => {
      const content = { kind: "page", title: "Danh bạ kiểm tra", body };
      const answer = await editor.send("/api/articles", json("POST", content));
      const { findings: found } = await answer.json<{ findings: { rule: string }[] }>();
      return found.map(({ rule }) => rule).filter((rule) => rule === "phone-number");
    };
    const other = "| Người | Số |\n| --- | --- |\n| Vũ Thị Lan | 0912 345 678 |";
    const named = "| Họ tên | Điện thoại |\n| --- | --- |\n| Vũ Thị Lan | 0912 345 678 |";
    expect(await findings(named)).toEqual([]);
    expect(await findings(other)).toEqual(["phone-number"]);
  });
});

describe("GET /so-do", () => {
  test("names the pages, sections, feeds, the archive and search", async () => {
    await publish(editor, editor, { kind: "page", title: "Chính sách chung", body: "Nội dung." });
    const page = await (await send("/so-do")).text();
    for (const path of [
      "/trang/chinh-sach-chung",
      "/chuyen-muc/tin-tuc",
      "/rss.xml",
      "/luu-tru",
      "/tim-kiem",
    ]) {
      expect(page, path).toContain(`<li><a href="${path}">`);
    }
    expect(await htmlFaults(page)).toEqual([]);
  });
});
