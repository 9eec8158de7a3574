import type { Look } from "./block.ts";
import { readAttribute, readNameWords, readStyle } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

export function readBold(node: MarkupElement): boolean | null {
  const weight = readStyle(node, "font-weight");
  if (/^(?:bold|bolder|[6-9]00)/.test(weight)) return true;
  if (/^(?:normal|lighter|[1-5]00)/.test(weight)) return false;
  return node.name === "b" || node.name === "strong" ? true : null;
}

export function readItalic(node: MarkupElement): boolean | null {
  const style = readStyle(node, "font-style");
  if (/^(?:italic|oblique)/.test(style)) return true;
  if (style === "normal") return false;
  return node.name === "i" || node.name === "em" || node.name === "cite" ? true : null;
}

export function isStruck(node: MarkupElement): boolean {
  if (node.name === "s" || node.name === "strike") return true;
  const line = readStyle(node, "text-decoration-line") || readStyle(node, "text-decoration");
  return line.includes("line-through");
}

export function computeLook(node: MarkupElement, around: Look | null): Look {
  const align = readStyle(node, "text-align") || readAttribute(node, "align").toLowerCase();
  const named = readNameWords(node).trimEnd() + (around?.named ?? " ");
  const own = node.name === "figcaption" || node.name === "caption" ? ` caption${named}` : named;
  return {
    align: computeAlign(node.name === "center" ? "center" : align, around),
    named: own.slice(0, 200),
    withPhoto: false,
  };
}

function computeAlign(align: string, around: Look | null): Look["align"] {
  if (align === "center" || align === "right") return align;
  return align === "" ? (around?.align ?? null) : null;
}
