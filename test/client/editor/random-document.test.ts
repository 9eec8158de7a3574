import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { MarkdownBridge } from "../../../src/client/editor/markdown-bridge.ts";
import { RandomDocument } from "./random-document.ts";

const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1);

describe("a random document", () => {
  test("is written as Markdown with every character of its texts and photos", () => {
    for (const seed of seeds) {
      const doc = new RandomDocument(seed).make();
      const back = new MarkdownBridge().read(new MarkdownBridge().write(doc).text);
      expect({ seed, text: readCharacters(back) }).toEqual({ seed, text: readCharacters(doc) });
    }
  });

  test("has its marked words where the map says", () => {
    for (const seed of seeds) {
      const doc = new RandomDocument(seed).make();
      const { text, blocks } = new MarkdownBridge().write(doc);
      for (const { position, start, pieces } of blocks) {
        for (const { at, length, from, to } of pieces) {
          if (length !== to - from || doc.nodeAt(position + at)?.isText !== true) continue;
          const shown = doc.textBetween(position + at, position + at + length);
          expect({ seed, shown }).toEqual({ seed, shown: text.slice(start + from, start + to) });
        }
      }
    }
  });
});

/** All text without spaces, because Markdown does not keep those at line ends. */
function readCharacters(doc: Node): string {
  const texts: string[] = [];
  doc.descendants(({ isText, text, attrs }) => {
    if (isText) texts.push(text ?? "");
    else if ("alt" in attrs) {
      texts.push(String(attrs["alt"]), String(attrs["caption"] ?? attrs["title"]));
    }
  });
  return texts.join("").replace(/\s/g, "");
}
