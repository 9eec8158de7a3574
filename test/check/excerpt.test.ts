import { describe, expect, test } from "vitest";
import { readShortExcerpt } from "../../src/check/excerpt.ts";
import { articleWith } from "./article-builder.ts";

describe("the excerpt that is shown of a finding", () => {
  const body = `Lớp học  kéo dài.\n\n![](photo:${"a".repeat(64)} "Lời")`;
  const article = articleWith({ body });

  test("is what stands at its place", () => {
    expect(readShortExcerpt(article, { field: "body", start: 4, end: 13 })).toBe("học  kéo");
  });

  test("is what stands around a place between two letters", () => {
    expect(readShortExcerpt(article, { field: "title", start: 8, end: 8 })).toBe(
      "Tập huấn kỹ năng số cho cán bộ xã",
    );
  });

  test("is nothing for a recording, whose address tells nobody anything", () => {
    const recording = articleWith({ body: `[Trạm mưa](/phim/${"a".repeat(64)})` });
    expect(readShortExcerpt(recording, { field: "body", start: 0, end: 80 })).toBe("");
  });

  test("is nothing for a whole field or a photo, and short for a long place", () => {
    expect(readShortExcerpt(article, { field: "body", start: null, end: null })).toBe("");
    expect(readShortExcerpt(article, { field: "body", start: 19, end: body.length })).toBe("");
    const long = articleWith({ body: "dài ".repeat(100) });
    expect(readShortExcerpt(long, { field: "body", start: 0, end: 400 })).toHaveLength(120);
  });
});
