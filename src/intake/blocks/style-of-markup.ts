import type { Look } from "./block.ts";
import { attributeOf, namedOf, styleOf } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

export function boldOf(node: MarkupElement): boolean | null {
  const weight = styleOf(node, "font-weight");
  if (/^(?:bold|bolder|[6-9]00)/.test(weight)) return true;
  if (/^(?:normal|lighter|[1-5]00)/.test(weight)) return false;
  return node.name === "b" || node.name === "strong" ? true : null;
}

export function italicOf(node: MarkupElement): boolean | null {
  const style = styleOf(node, "font-style");
  if (/^(?:italic|oblique)/.test(style)) return true;
  if (style === "normal") return false;
  return node.name === "i" || node.name === "em" || node.name === "cite" ? true : null;
}

export function isStruck(node: MarkupElement): boolean {
  if (node.name === "s" || node.name === "strike") return true;
  const line = styleOf(node, "text-decoration-line") || styleOf(node, "text-decoration");
  return line.includes("line-through");
}

export function lookOf(node: MarkupElement, around: Look | null): Look {
  const align = styleOf(node, "text-align") || attributeOf(node, "align").toLowerCase();
  const named = namedOf(node).trimEnd() + (around?.named ?? " ");
  const own = node.name === "figcaption" || node.name === "caption" ? ` caption${named}` : named;
  return {
    align: alignOf(node.name === "center" ? "center" : align, around),
    named: own.slice(0, 200),
    withPhoto: false,
  };
}

function alignOf(align: string, around: Look | null): Look["align"] {
  if (align === "center" || align === "right") return align;
  return align === "" ? (around?.align ?? null) : null;
}
