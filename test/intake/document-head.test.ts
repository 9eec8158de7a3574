import { describe, expect, test } from "vitest";
import { readWord } from "../../src/intake/word/read-word.ts";
import { options } from "./page-fixtures.ts";
import { centred, table, toTheRight, wordDocument, words } from "./word-document.ts";

const title = "Trạm quan trắc thứ mười đi vào hoạt động";
const lede = "Sáng 20/11, Trung tâm Phát triển KH&CN đưa trạm quan trắc tự động vào hoạt động.";
const text = "Trạm đo nhiệt độ, độ ẩm và lượng mưa, mười phút một lần gửi số liệu về trung tâm.";

async function read(...blocks: Parameters<typeof wordDocument>[0]) {
  const { article } = readWord(await wordDocument(blocks), options);
  return { title: article.title, lede: article.lede, blocks: article.body.length };
}

const article = [centred(title, { bold: true }), words(lede, { bold: true }), words(text)];
const expected = { title, lede, blocks: 1 };
const motto = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
const date = "Lào Cai, ngày 20 tháng 11 năm 2026";

describe("the head of an office's document", () => {
  test("in lines is not taken for the title", async () => {
    const lines = ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", ...motto, "–––––––", "Số: 12/BC-TTPT", date];
    expect(await read(...lines.map((line) => centred(line)), ...article)).toEqual(expected);
  });

  test("in a table of several rows is not taken for the title", async () => {
    const head = table(
      ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", motto[0] ?? ""],
      ["TT PHÁT TRIỂN KH&CN", motto[1] ?? ""],
      ["Số: 12/BC-TTPT", date],
    );
    expect(await read(head, ...article)).toEqual(expected);
  });

  test("ends before the title, though a date stands below it", async () => {
    const [heading = words(""), ...rest] = article;
    const summary = await read(
      ...motto.map((line) => centred(line)),
      heading,
      toTheRight(date),
      ...rest,
    );
    expect(summary.title).toBe(title);
  });

  test("is none without the motto", async () => {
    expect((await read(centred("Số: 12/BC-TTPT"), ...article)).title).toBe("Số: 12/BC-TTPT");
  });
});

describe("labels of a form", () => {
  test.each([
    ["TIN BÀI", [centred("TIN BÀI", { bold: true }), ...article]],
    ["Tiêu đề, Sapo", [words(`Tiêu đề: ${title}`), words(`Sapo: ${lede}`), words(text)]],
    [
      "Tít, lời dẫn, nội dung",
      [words(`Tít bài: ${title}`), words(`Lời dẫn: ${lede}`), words("Nội dung:"), words(text)],
    ],
  ])("%s go, what they name stays", async (_, blocks) => {
    expect(await read(...blocks)).toEqual(expected);
  });

  test("are none within a sentence", async () => {
    const asked = "Tin: vì sao trạm quan trắc ở xã Nậm Cang vẫn chưa hoạt động?";
    expect((await read(words(asked), words(lede), words(text))).title).toBe(asked);
  });
});
