import { describe, expect, test } from "vitest";
import { findCompletion, listEndings } from "../../../src/client/editor/completion.ts";

const endings = listEndings(["Giám đốc Sở Phạm Quốc Chính", "Covid-19", "Mường Vi", "Đảng ủy Sở"]);

function complete(before: string): [string, string] | null {
  const found = findCompletion(before, endings);
  return found && [before.slice(0, found.from) + found.text, found.rest];
}

describe("typed letters are completed", () => {
  test.each([
    ["Có Phạm Qu", "Có Phạm Quốc Chính", "ốc Chính"],
    ["Có pham quoc ", "Có Phạm Quốc Chính", "Chính"],
    ["giám đốc S", "Giám đốc Sở Phạm Quốc Chính", "ở Phạm Quốc Chính"],
    ["Dịch covi", "Dịch Covid-19", "d-19"],
    ["Dịch Covid", "Dịch Covid-19", "-19"],
    ["Dang u", "Đảng ủy Sở", "ủy Sở".slice(1)],
  ])("%j", (before, after, rest) => {
    expect(complete(before)).toEqual([after, rest]);
  });

  test.each(["Có Phạ", "Covid-19", "Có Phạm Quy", "", "   ", "xCovi"])("but not %j", (before) => {
    expect(complete(before)).toBeNull();
  });
});
