import { describe, expect, test } from "vitest";
import { compareBodyPlaces } from "../../src/newsroom/review/body-changes.ts";

/** The words of the newer body that look different, each with what it lost. */
function listFormatChanges(before: string, after: string): [words: string, lost: string][] {
  return compareBodyPlaces(before, after).formats.map(({ start, end, lost }) => [
    after.slice(start, end),
    lost.map(({ kind, value }) => `${kind}${value}`).join(" "),
  ]);
}

describe("a change of format alone", () => {
  test.each<[name: string, before: string, after: string, marked: [string, string][]]>([
    ["words become bold", "Chợ phiên đông.", "Chợ **phiên** đông.", [["phiên", ""]]],
    [
      "bold words become plain",
      "**Chợ phiên** đông.",
      "Chợ phiên đông.",
      [["Chợ phiên", "strong"]],
    ],
    ["bold becomes italic", "Chợ **phiên**.", "Chợ *phiên*.", [["phiên", "strong"]]],
    [
      "the address of a link",
      "Xem [văn bản](https://a.example/1).",
      "Xem [văn bản](https://a.example/2).",
      [["văn bản", "linkhttps://a.example/1"]],
    ],
    [
      "an address that is written out",
      "Xem https://a.example/1 nhé.",
      "Xem https://a.example/2 nhé.",
      [["https://a.example/2", "linkhttps://a.example/1"]],
    ],
    ["the level of a heading", "## Mục\n\nChữ.", "### Mục\n\nChữ.", [["Mục", "heading2"]]],
    ["a paragraph becomes a heading", "Mục\n\nChữ.", "## Mục\n\nChữ.", [["Mục", "paragraph"]]],
    [
      "the kind of a list",
      "- một\n- hai",
      "1. một\n2. hai",
      [
        ["một", "bullet1"],
        ["hai", "bullet1"],
      ],
    ],
    ["an item goes one level down", "- một\n- hai", "- một\n  - hai", [["hai", "bullet1"]]],
    ["a paragraph becomes a quotation", "Lời nói.", "> Lời nói.", [["Lời nói.", "paragraph"]]],
    [
      "beside words that changed",
      "Chợ phiên đông vui cả ngày.",
      "Chợ **phiên** đông vui cả tuần.",
      [["phiên", ""]],
    ],
    [
      "code",
      "Gõ `npm start` rồi chờ.",
      "Gõ `npm test` rồi chờ.",
      [["`npm test`", "codenpm start"]],
    ],
  ])("is marked: %s", (_, before, after, marked) => {
    expect(listFormatChanges(before, after)).toEqual(marked);
    expect(compareBodyPlaces(before, after).hasUnmarked).toBe(false);
  });

  test.each([
    ["the same body", "**Chợ** phiên.\n\n- một", "**Chợ** phiên.\n\n- một"],
    ["another way to write the same", "**Chợ** phiên.\n\n- một", "__Chợ__ phiên.\n\n* một"],
  ])("is not marked: %s", (_, before, after) => {
    expect(listFormatChanges(before, after)).toEqual([]);
    expect(compareBodyPlaces(before, after).hasUnmarked).toBe(before !== after);
  });

  test("beyond what anybody looks at is named, not marked", () => {
    const words = Array.from({ length: 1000 }, (_, n) => `chữ ${n}`);
    const before = words.join("\n\n");
    const changes = compareBodyPlaces(before, words.map((word) => `*${word}*`).join("\n\n"));
    expect(changes.formats).toHaveLength(300);
    expect(changes.hasUnmarked).toBe(true);
  });
});
