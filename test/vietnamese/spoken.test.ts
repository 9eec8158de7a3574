import { describe, expect, test } from "vitest";
import { writeSpoken, writeSpokenSentences } from "../../src/vietnamese/spoken.ts";

describe("a text as it is read aloud", () => {
  test.each([
    ["KH&CN", "khoa học và công nghệ"],
    ["UBND tỉnh và HĐND tỉnh", "ủy ban nhân dân tỉnh và hội đồng nhân dân tỉnh"],
    ["TT Phát triển KH&CN", "trung tâm Phát triển khoa học và công nghệ"],
    ["theo TT 22/2023", "theo Thông tư 22/2023"],
    ["Đ/c Bí thư BCH TW", "đồng chí Bí thư ban chấp hành trung ương"],
    ["TP. Lào Cai", "thành phố Lào Cai"],
    ["PGS.TS. Lê An, ThS. Hà", "phó giáo sư tiến sĩ Lê An, thạc sĩ Hà"],
    ["Nghị định số 42/2022/NĐ-CP", "Nghị định số 42 năm 2022 của Chính phủ"],
    ["Chỉ thị số 05-CT/TW", "Chỉ thị số 05 của Trung ương"],
    ["Nghị quyết 57-NQ/TW", "Nghị quyết 57 của Trung ương"],
    ["Luật số 91/2025/QH15", "Luật số 91 năm 2025 của Quốc hội khóa 15"],
    ["Đại hội lần thứ XIII", "Đại hội lần thứ 13"],
    ["quý IV/2020", "quý 4 năm 2020"],
  ])("%s is said: %s", (written, said) => expect(writeSpoken(written)).toBe(said));

  test.each([
    ["Ngày 28/01/2021", "Ngày 28 tháng 1 năm 2021"],
    ["sáng 28/01/2021", "sáng ngày 28 tháng 1 năm 2021"],
    ["ngày 18/5 tại xã", "ngày 18 tháng 5 tại xã"],
    ["tháng 01/2021", "tháng 1 năm 2021"],
    ["giai đoạn 2016 - 2020", "giai đoạn 2016 đến 2020"],
    ["30 – 40 ha", "30 đến 40 héc ta"],
    ["1.250.000 đồng", "1250000 đồng"],
    ["6.798,3 km²", "6798,3 ki lô mét vuông"],
    ["tăng 12,5%", "tăng 12,5 phần trăm"],
    ["60 km/h", "60 ki lô mét một giờ"],
  ])("%s is said: %s", (written, said) => expect(writeSpoken(written)).toBe(said));

  test.each(["UBNDX", "TTX Việt Nam", "5 máy", "tỷ lệ 2/3", "ngày 1/2/3", "28.01", "0912-345-678"])(
    "%s stays as it is",
    (text) => expect(writeSpoken(text)).toBe(text),
  );

  test("falls into sentences, not at the full stops of abbreviations", () => {
    expect(writeSpokenSentences("TS. An ở TP. Lào Cai nói. “Tốt!” Xong; còn nữa…")).toEqual([
      "tiến sĩ An ở thành phố Lào Cai nói.",
      "“Tốt!”",
      "Xong;",
      "còn nữa…",
    ]);
    expect(writeSpokenSentences(" – \n…")).toEqual([]);
  });

  test("cuts a long sentence at its commas, and loses no word", () => {
    const sentence = Array.from({ length: 40 }, (_, n) => `việc thứ ${n}`).join(", ");
    const pieces = writeSpokenSentences(`${sentence}.`);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(220);
    expect(pieces.join(", ")).toBe(`${sentence}.`);
  });
});
