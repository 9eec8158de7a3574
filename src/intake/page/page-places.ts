import { makeElement } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";

/** The elements from the root down to one, both included; empty when it is not under the root. Web APIs only. */
export function findPath(root: MarkupElement, wanted: MarkupElement): MarkupElement[] {
  if (root === wanted) return [root];
  for (const child of root.children) {
    if (typeof child === "string") continue;
    const path = findPath(child, wanted);
    if (path.length > 0) return [root, ...path];
  }
  return [];
}

/** The nearest element that holds both. */
export function findCommonAncestor(
  root: MarkupElement,
  a: MarkupElement,
  b: MarkupElement,
): MarkupElement {
  const others = new Set(findPath(root, b));
  return (
    findPath(root, a)
      .filter((node) => others.has(node))
      .at(-1) ?? root
  );
}

/** What stands before an element, in the tree it stood in. */
export function keepBefore(root: MarkupElement, limit: MarkupElement): MarkupElement {
  return cut(root, findPath(root, limit), (children, at) => children.slice(0, at));
}

/** What stands behind an element. */
export function keepAfter(root: MarkupElement, limit: MarkupElement): MarkupElement {
  return cut(root, findPath(root, limit), (children, at) => children.slice(at + 1), "after");
}

function cut(
  root: MarkupElement,
  [, next, ...path]: MarkupElement[],
  keep: (children: readonly Markup[], at: number) => readonly Markup[],
  side: "before" | "after" = "before",
): MarkupElement {
  if (next === undefined) return makeElement(root.name, root.attributes, []);
  const kept = keep(
    root.children,
    root.children.findIndex((child) => child === next),
  );
  const edge = path.length === 0 ? [] : [cut(next, [next, ...path], keep, side)];
  const children = side === "before" ? [...kept, ...edge] : [...edge, ...kept];
  return makeElement(root.name, root.attributes, children);
}
