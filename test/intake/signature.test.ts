import { describe, expect, test } from "vitest";
import {
  parseAuthor,
  isSystemSignature,
  parseSignature,
} from "../../src/intake/recognition/signature.ts";

describe("signatureOf", () => {
  test.each([
    ["Thế Bằng – TT Phát triển KH&CN", ["Thế Bằng"], "TT Phát triển KH&CN"],
    ["Thế Bằng - Trung tâm Phát triển KH&CN", ["Thế Bằng"], "Trung tâm Phát triển KH&CN"],
    [
      "Thế Bằng, Thu Trang – Trung tâm Thông tin và Thống kê",
      ["Thế Bằng", "Thu Trang"],
      "Trung tâm Thông tin và Thống kê",
    ],
    ["Thế Bằng và Thu Trang", ["Thế Bằng", "Thu Trang"], ""],
    ["Thế Bằng - Thu Trang", ["Thế Bằng", "Thu Trang"], ""],
    ["Tin, ảnh: Lò Hải", ["Lò Hải"], ""],
    ["Ảnh: Lò Hải", ["Lò Hải"], ""],
    ["Bài và ảnh: Lường Văn Ín", ["Lường Văn Ín"], ""],
    ["Tin bài: Thu Trang (Phòng Quản lý KH)", ["Thu Trang"], "Phòng Quản lý KH"],
    ["(Thu Trang)", ["Thu Trang"], ""],
    ["Đoàn Văn Minh", ["Đoàn Văn Minh"], ""],
    ["Vũ Trường Sơn – Văn phòng Sở", ["Vũ Trường Sơn"], "Văn phòng Sở"],
    ["Tác giả: T.H", ["T.H"], ""],
    ["THẾ BẰNG", ["THẾ BẰNG"], ""],
    ["Tin: Ban Biên tập", ["Ban Biên tập"], ""],
    ["Được viết bởi Thu Trang", ["Thu Trang"], ""],
  ])("%s", (text, authors, unit) => {
    expect(parseSignature(text, false)).toEqual({ authors, unit });
  });

  test.each([
    "Hội nghị kết thúc tốt đẹp.",
    "Một số hình ảnh tại Hội nghị",
    "Phát biểu kết luận tại Hội nghị, đồng chí Phạm Quốc Chính nhấn mạnh",
    "Đề tài do Trung tâm Phát triển KH&CN chủ trì",
    "Trung tâm Phát triển KH&CN",
    "Kết quả: đạt loại khá",
    "ảnh đẹp quá",
    "Ảnh: Cán bộ hiệu chỉnh cảm biến",
    "Viết bởi Super User",
    "",
  ])("none in %j", (text) => {
    expect(parseSignature(text, false)).toBeNull();
  });

  test("takes a unit alone, and a name of one word, only where they are set as a signature", () => {
    const unit = { authors: ["Trung tâm Phát triển KH&CN"], unit: "" };
    expect(parseSignature("Trung tâm Phát triển KH&CN", true)).toEqual(unit);
    expect(parseSignature("Hằng", true)).toEqual({ authors: ["Hằng"], unit: "" });
  });

  test("takes no account of a system for an author", () => {
    expect(parseAuthor("admin")).toBeNull();
    expect(parseAuthor("Nghiêm Xuân Bách")).toEqual({ authors: ["Nghiêm Xuân Bách"], unit: "" });
    expect(isSystemSignature("Viết bởi Super User")).toBe(true);
    expect(isSystemSignature("Viết bởi Thu Trang")).toBe(false);
  });
});
