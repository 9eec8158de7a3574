import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { checkArticle } from "../../../src/check/check-article.ts";
import { offsetAt, rangeAt, type BodyMarkdown } from "../../../src/client/editor/body-map.ts";
import { MarkdownBridge } from "../../../src/client/editor/markdown-bridge.ts";
import { schema } from "../../../src/client/editor/schema.ts";
import { cleanArticles, plantedArticles } from "../../check/corpus/corpus.ts";

const articles = [...plantedArticles, ...cleanArticles].map(
  ({ name, article }) => [name, article] as const,
);

type Read = { doc: Node; body: BodyMarkdown };

function read(markdown: string): Read {
  const bridge = new MarkdownBridge();
  const doc = bridge.read(markdown);
  return { doc, body: bridge.write(doc) };
}

/** Reads the body again from new blocks, so that all of it is written anew. */
function rewrite(markdown: string): Read {
  const bridge = new MarkdownBridge();
  const doc = schema.nodeFromJSON(bridge.read(markdown).toJSON());
  return { doc, body: bridge.write(doc) };
}

describe.each([
  ["as it was read", read],
  ["written anew", rewrite],
])("a body %s", (_, open) => {
  test.each(articles)("has each finding where its words are: %s", (_name, article) => {
    const { doc, body } = open(article.body);
    const findings = checkArticle({ ...article, body: body.text });
    for (const { where } of findings) {
      const { field, start, end } = where;
      if (field !== "body" || start === null || end === null || start === end) continue;
      const { from, to } = rangeAt(body, start, end) ?? { from: 0, to: 0 };
      const isPhoto = doc.nodeAt(from)?.type === schema.nodes.photo;
      const shown = isPhoto ? photoAt(doc, from) : doc.textBetween(from, to, "\n");
      const source = body.text.slice(start, end);
      expect(isPhoto ? shown.includes(source) || source.includes(shown) : shown === source).toBe(
        true,
      );
    }
  });

  test.each(articles)("leads from each of its characters back to it: %s", (_name, article) => {
    const { doc, body } = open(article.body);
    doc.descendants((node, position) => {
      const { text } = node;
      if (text === undefined) return;
      const middle = position + Math.floor(text.length / 2);
      const offset = offsetAt(body, middle);
      expect(rangeAt(body, offset, offset + 1)?.from).toBe(middle);
      expect(body.text.charAt(offset)).toBe(text.charAt(middle - position));
    });
  });
});

function photoAt(doc: Node, position: number): string {
  const attrs = doc.nodeAt(position)?.attrs ?? {};
  const caption = attrs["caption"] === "" ? "" : ` "${String(attrs["caption"])}"`;
  return `![${String(attrs["alt"])}](photo:${String(attrs["id"])}${caption})`;
}
