import { describe, expect, test } from "vitest";
import { makePlainInline, plainLook } from "../../src/intake/blocks/block.ts";
import type { SourcePhoto } from "../../src/intake/blocks/block.ts";
import { describePhotos } from "../../import/describe-photos.ts";
import type { Recognised } from "../../src/intake/recognition/recognised.ts";

const title = "Hội nghị tổng kết năm 2020";

function photo(alt: string, caption: string | null = null): SourcePhoto {
  return { source: "a.jpg", larger: null, alt, caption, shownWidth: null };
}

function article(photos: SourcePhoto[], heading: string | null = null): Recognised {
  const look = plainLook;
  const above =
    heading === null
      ? []
      : [{ kind: "heading" as const, level: 2, text: [makePlainInline(heading)], look }];
  return {
    title,
    lede: "",
    body: [...above, { kind: "photos", photos, look }],
    leadPhoto: null,
    byline: { authors: [], unit: "" },
    source: null,
    tags: [],
    publishedAt: null,
    category: null,
    addresses: [],
    by: {},
    leftOut: [],
    ambiguousDate: false,
  };
}

function listAlts(photos: SourcePhoto[], heading: string | null = null, standIn = false): string[] {
  return [...describePhotos(article(photos, heading), photos, standIn).alts.values()];
}

describe("the alt text of an imported photo", () => {
  test.each([
    ["its own", photo("Quang cảnh hội trường"), "Quang cảnh hội trường"],
    [
      "its caption, where its own is the title",
      photo(title, "Đồng chí A phát biểu"),
      "Đồng chí A phát biểu",
    ],
    [
      "its caption, where its own is the title numbered",
      photo(`${title} -0`, "Trao thưởng"),
      "Trao thưởng",
    ],
    [
      "its caption, where its own is a file name",
      photo("IMG_2043.jpg", "Trao thưởng"),
      "Trao thưởng",
    ],
    ["its caption, where its own is a number", photo("hoi-nghi-3", "Trao thưởng"), "Trao thưởng"],
    ["none, where there is only the title", photo(`${title}-1`, title), ""],
    ["none, where there is nothing", photo(""), ""],
  ])("is %s", (_, one, expected) => {
    expect(listAlts([one])).toEqual([expected]);
  });

  test("is the sub-heading above it, with its number", () => {
    expect(
      listAlts([photo(`${title} -0`), photo("", "Trao cờ"), photo("")], "Một số hình ảnh:"),
    ).toEqual(["Một số hình ảnh (ảnh 1/3)", "Trao cờ", "Một số hình ảnh (ảnh 3/3)"]);
  });

  test("says that a description is missing if the flag is set, and counts those photos", () => {
    const photos = [photo(""), photo("", "Trao cờ"), photo("")];
    expect(listAlts(photos, null, true)).toEqual([
      "Ảnh thứ 1 trong 3 ảnh của bài, chưa có mô tả",
      "Trao cờ",
      "Ảnh thứ 3 trong 3 ảnh của bài, chưa có mô tả",
    ]);
    expect(describePhotos(article(photos), photos, true)).toMatchObject({
      missing: 0,
      standIns: 2,
    });
    expect(describePhotos(article(photos), photos, false)).toMatchObject({
      missing: 2,
      standIns: 0,
    });
  });
});
