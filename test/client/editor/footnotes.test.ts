import { Slice } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { expect, test } from "vitest";
import { renameTakenFootnotes } from "../../../src/client/editor/free-footnotes.ts";
import { keys } from "../../../src/client/editor/keys.ts";
import { MarkdownBridge } from "../../../src/client/editor/markdown-bridge.ts";

/** The body after Enter behind these words, and a word that is typed then. */
function enterBehind(words: string, body: string): string {
  const bridge = new MarkdownBridge();
  const doc = bridge.read(body);
  let at = 0;
  doc.descendants((node, position) => {
    const start = node.text?.indexOf(words) ?? -1;
    if (start >= 0) at = position + start + words.length;
  });
  let state = EditorState.create({ doc, plugins: keys(() => undefined) });
  state = state.apply(state.tr.setSelection(TextSelection.create(doc, at)));
  const view = Object.create(EditorView.prototype, {
    state: { get: () => state },
    dispatch: { value: (change: typeof state.tr) => (state = state.apply(change)) },
  }) as EditorView;
  const enter = { key: "Enter", keyCode: 13 } as KeyboardEvent;
  state.plugins.some((plugin) => plugin.props.handleKeyDown?.call(plugin, view, enter) === true);
  return bridge.write(state.apply(state.tr.insertText("Sau")).doc).text;
}

test.each([
  ["behind a footnote goes on in a paragraph", "thích.", "Một[^1]\n\n[^1]: Chú thích.\n\nSau"],
  ["in a footnote breaks its line", "Chú", "Một[^1]\n\n[^1]: Chú\\\n    Sau thích."],
])("Enter %s", (_, words, body) => {
  expect(enterBehind(words, "Một[^1]\n\n[^1]: Chú thích.")).toBe(body);
});

/** A body with another pasted below it. */
function pasted(body: string, other: string): string {
  const bridge = new MarkdownBridge();
  const doc = bridge.read(body);
  const slice = new Slice(new MarkdownBridge().read(other).content, 0, 0);
  const { tr } = EditorState.create({ doc });
  const { content } = renameTakenFootnotes(slice, doc, null);
  return bridge.write(tr.insert(doc.content.size, content).doc).text;
}

test.each([
  ["of another text", "Hai[^1] ba[^1]\n\n[^1]: B", "Hai[^2] ba[^2]\n\n[^2]: B"],
  ["in a table", "| A[^1] |\n| --- |\n| B |\n\n[^1]: C", "| A[^2] |\n| --- |\n| B |\n\n[^2]: C"],
  ["that the text does not have", "Hai[^3]\n\n[^3]: B", "Hai[^3]\n\n[^3]: B"],
])("pasted footnotes %s get free labels", (_, other, below) => {
  const body = "Một[^1]\n\n[^1]: A";
  expect(pasted(body, other)).toBe(`${body}\n\n${below}`);
});

test("a pasted reference to a footnote of the text keeps its label", () => {
  const doc = new MarkdownBridge().read("Một[^1]\n\n[^1]: A");
  const slice = doc.slice(0, doc.firstChild?.nodeSize);
  expect(renameTakenFootnotes(slice, doc, null)).toBe(slice);
});

test("footnotes that are moved, or pasted over themselves, keep their labels", () => {
  const doc = new MarkdownBridge().read("Một[^1]\n\n[^1]: A");
  const slice = doc.slice(0, doc.content.size);
  expect(renameTakenFootnotes(slice, doc, { from: 0, to: doc.content.size })).toBe(slice);
});
