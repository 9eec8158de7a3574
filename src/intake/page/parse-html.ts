import { parse } from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";
import { makeElement } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";

type Node = DefaultTreeAdapterMap["node"];

/** Deeper than any page is nested; what lies deeper keeps its text. */
const maxDepth = 200;

/**
 * A page or a piece of one as the tree that a browser would make of it. parse5 because it follows the standard: saved
 * pages are full of unclosed and misplaced tags, and their order matters here. Web APIs only.
 */
export function parseHtml(html: string): MarkupElement {
  const [root] = toMarkup(parse(html).childNodes, 0).filter((node) => typeof node !== "string");
  return root ?? makeElement("html", {}, []);
}

function toMarkup(nodes: readonly Node[], depth: number): Markup[] {
  return nodes.flatMap((node): Markup[] => {
    if ("value" in node) return [node.value];
    if (!("tagName" in node)) return [];
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    const children =
      depth < maxDepth ? toMarkup(node.childNodes, depth + 1) : listTexts(node.childNodes);
    return [makeElement(node.tagName, attributes, children)];
  });
}

/** Without recursion: a page nested a hundred thousand deep must not end the run. */
function listTexts(nodes: readonly Node[]): string[] {
  const texts: string[] = [];
  const left = [...nodes].reverse();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ("value" in node) texts.push(node.value);
    else if ("childNodes" in node)
      for (const child of [...node.childNodes].reverse()) left.push(child);
  }
  return texts;
}
