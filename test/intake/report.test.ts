import { expect, test } from "vitest";
import { reportIntake, reportSentence, reportSentences } from "../../src/intake/report.ts";

test("a report names the part and the words before it", () => {
  const report = reportIntake(
    "hidden-text",
    " bí\n mật ",
    "Sáng nay, trạm quan trắc đi vào hoạt động tại xã",
  );
  expect(report).toEqual({
    code: "hidden-text",
    about: "bí mật",
    place: "…trạm quan trắc đi vào hoạt động tại xã",
  });
  expect(reportSentence(report)).toBe(
    "Đã bỏ chữ ẩn: “bí mật”. (Sau “…trạm quan trắc đi vào hoạt động tại xã”.)",
  );
});

test("a long part is cut at a word", () => {
  const report = reportIntake("comment", "chữ ".repeat(100));
  expect(reportSentence(report)).toMatch(/“(?:chữ ){20,60}chữ…”\.$/);
});

test("sentences of one code are listed up to five, and the others are counted", () => {
  const reports = Array.from({ length: 8 }, (_, at) => reportIntake("link", `/${at}`));
  const sentences = reportSentences([...reports, ...reports, reportIntake("header", "Trang 1")]);
  expect(sentences).toHaveLength(7);
  expect(sentences[5]).toBe("… và 3 chỗ tương tự.");
  expect(sentences[6]).toBe("Đã bỏ đầu trang, chân trang: “Trang 1”.");
});
