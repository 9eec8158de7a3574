import { listAllTokens, type BodyToken } from "./body-token.ts";
import { lexBody, replaceRanges } from "./markdown.ts";
import { findSourceRange } from "./placed-text.ts";

/** Joins two bodies. Footnotes of the second get labels that the first does not have. */
export function joinBodies(first: string, second: string): string {
  return `${first.trimEnd()}\n\n${renameFootnotes(second, first)}`.trimStart();
}

/**
 * Renames the footnotes whose labels `other` uses, too. Labels that both have from `base` stay. Nothing else changes.
 */
export function renameFootnotes(markdown: string, other: string, base = ""): string {
  if (!markdown.includes("[^") || !other.includes("[^")) return markdown;
  const taken = new Set(labelTokens(other).map(({ label }) => label));
  const tokens = labelTokens(markdown);
  const own = new Set(tokens.map(({ label }) => label));
  const common = new Set(labelTokens(base).map(({ label }) => label));
  const names = new Map<string, string>();
  for (const label of own) {
    if (taken.has(label) && !common.has(label))
      names.set(label, freeLabel(label, new Set([...taken, ...own, ...names.values()])));
  }
  const changes = tokens.flatMap(({ label, pieces }) => {
    const text = names.get(label);
    const start = "[^".length;
    return text === undefined
      ? []
      : [{ ...findSourceRange(pieces, start, start + label.length), text }];
  });
  return replaceRanges(markdown, changes);
}

type LabelToken = Extract<BodyToken, { type: "footnote" | "footnoteReference" }>;

function labelTokens(markdown: string): LabelToken[] {
  return listAllTokens(lexBody(markdown).tokens).filter(
    (token) => token.type === "footnote" || token.type === "footnoteReference",
  );
}

/** The next free number, or the label with a number. */
export function freeLabel(label: string, taken: ReadonlySet<string>): string {
  const isNumber = /^\d{1,9}$/.test(label);
  let number = isNumber ? Number(label) + 1 : 2;
  const makeLabel = (): string => (isNumber ? String(number) : `${label}-${number}`);
  while (taken.has(makeLabel())) number++;
  return makeLabel();
}
