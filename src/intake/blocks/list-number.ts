import type { Block, ListBlock, Look } from "./block.ts";
import { makePlainInline } from "./block.ts";
import { readAttribute, findChild, readRawText, readStyle } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

/** What stands before an item: a bullet, a number that Markdown has, or a label that only text can keep. */
export type ListMark = { kind: "bullet" } | { kind: "number"; number: number } | { kind: "label" };

/** Word's paragraph in a list, `mso-list:l0 level1`: its level, and the label as Word shows it. */
export type WordListItem = { level: number; label: string; mark: ListMark };

/** Fonts in which letters look like bullets. */
const signFont = /symbol|wingdings|webdings/i;

/** Null for a paragraph outside lists, and for one without a label. */
export function readWordListItem(node: MarkupElement): WordListItem | null {
  const level = /\blevel(\d)/.exec(readStyle(node, "mso-list"))?.[1];
  const written = level === undefined ? null : labelIn(node, "");
  if (level === undefined || written === null) return null;
  const label = written.text.replace(/\s+/g, " ").trim();
  return { level: Number(level), label, mark: listMark(label, written.font) };
}

export function findNumber(mark: ListMark): number | null {
  return mark.kind === "number" ? mark.number : null;
}

/**
 * The lists of a list element. Items whose number is not the next one begin a list of their own; letters and Roman numbers
 * become text, because Markdown has only digits.
 */
function joinNumberedLists(
  node: MarkupElement,
  items: readonly Block[][],
  numbers: readonly number[],
  look: Look,
): Block[] {
  if (items.length === 0) return [];
  if (node.name !== "ol")
    return [{ kind: "list", ordered: false, start: 1, items: [...items], look }];
  const format = findNumberFormat(node);
  if (format === null) return items.flat();
  if (format !== "decimal" || numbers.some((number) => number < 0)) {
    return items.flatMap((item, at) =>
      labelItems(item, `${formatNumber(numbers[at] ?? 0, format)}.`, look),
    );
  }
  const lists: ListBlock[] = [];
  items.forEach((item, at) => {
    const number = numbers[at] ?? 0;
    const last = lists.at(-1);
    if (last !== undefined && last.start + last.items.length === number) last.items.push(item);
    else lists.push({ kind: "list", ordered: true, start: number, items: [item], look });
  });
  return lists;
}

/** The numbers of the items of a list; `values` are those that items have themselves. */
export function readItemNumbers(node: MarkupElement, values: readonly (number | null)[]): number[] {
  const step = "reversed" in node.attributes ? -1 : 1;
  let next = readInteger(node, "start") ?? (step === 1 ? 1 : values.length);
  return values.map((value) => {
    const number = value ?? next;
    next = number + step;
    return number;
  });
}

/** The integer in an attribute; null without one. */
export function readInteger(node: MarkupElement, name: string): number | null {
  const text = readAttribute(node, name).trim();
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

export type NumberFormat =
  | "decimal"
  | "decimalZero"
  | "lowerLetter"
  | "upperLetter"
  | "lowerRoman"
  | "upperRoman";

/** A number as a list shows it: 3 as "c", "III". After "z" comes "aa", as in Word. */
export function formatNumber(number: number, format: NumberFormat): string {
  if (format === "decimalZero") return String(number).padStart(2, "0");
  if (format === "decimal" || number < 1 || number > 3999) return String(number);
  const isLetter = format === "lowerLetter" || format === "upperLetter";
  const text = isLetter ? writeLetters(number) : writeRoman(number);
  return format.startsWith("upper") ? text.toUpperCase() : text;
}

/** The label in a paragraph of Word, and the font around it. */
function labelIn(node: MarkupElement, font: string): { text: string; font: string } | null {
  const own = readStyle(node, "font-family") || readAttribute(node, "face") || font;
  if (readStyle(node, "mso-list") === "ignore") {
    const face = findChild(node, "font");
    return {
      text: readRawText(node),
      font: face === null ? own : readAttribute(face, "face") || own,
    };
  }
  for (const child of node.children) {
    const label = typeof child === "string" ? null : labelIn(child, own);
    if (label !== null) return label;
  }
  return null;
}

function listMark(label: string, font: string): ListMark {
  const isBullet = label === "o" || signFont.test(font) || !/[\p{L}\p{N}]/u.test(label);
  if (isBullet) return { kind: "bullet" };
  const number = /^(0|[1-9]\d{0,8})[.)]$/.exec(label)?.[1];
  return number === undefined ? { kind: "label" } : { kind: "number", number: Number(number) };
}

function labelItems(item: Block[], label: string, look: Look): Block[] {
  const [first, ...rest] = item;
  if (first?.kind === "paragraph") {
    return [{ ...first, text: [makePlainInline(`${label} `), ...first.text] }, ...rest];
  }
  return [{ kind: "paragraph", text: [makePlainInline(label)], look }, ...item];
}

/** Null for a list that shows no numbers. */
function findNumberFormat(node: MarkupElement): NumberFormat | null {
  const type = readAttribute(node, "type").trim();
  const style = readStyle(node, "list-style-type") || readStyle(node, "list-style");
  if (/\bnone\b/.test(style)) return null;
  if (style.includes("decimal-leading-zero")) return "decimalZero";
  if (type === "a" || /lower-(?:alpha|latin)/.test(style)) return "lowerLetter";
  if (type === "A" || /upper-(?:alpha|latin)/.test(style)) return "upperLetter";
  if (type === "i" || style.includes("lower-roman")) return "lowerRoman";
  if (type === "I" || style.includes("upper-roman")) return "upperRoman";
  return "decimal";
}

function writeLetters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.floor((number - 1) / 26) + 1);
}

function writeRoman(number: number): string {
  const units: [number, string][] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let left = number;
  let text = "";
  for (const [value, unit] of units) {
    text += unit.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}

/** The lists of a list element: photos of an item stand below it, and the list goes on after them. */
export function joinListsBetweenPhotos(
  node: MarkupElement,
  items: readonly Block[][],
  numbers: readonly number[],
  look: Look,
): Block[] {
  const isPhotos = ({ kind }: Block): boolean => kind === "photos";
  const at = items.findIndex((item) => item.some(isPhotos));
  const item = items[at];
  if (item === undefined) return joinNumberedLists(node, items, numbers, look);
  const upTo = [...items.slice(0, at), item.filter((block) => !isPhotos(block))];
  return [
    ...joinNumberedLists(node, upTo, numbers.slice(0, at + 1), look),
    ...item.filter(isPhotos),
    ...joinListsBetweenPhotos(node, items.slice(at + 1), numbers.slice(at + 1), look),
  ];
}

/** An item without a number of its own that only moves the list in it to the right. */
export function isOnlyIndent(item: MarkupElement): boolean {
  const isBare =
    /\bnone\b/.test(readStyle(item, "list-style-type") || readStyle(item, "list-style")) ||
    /^(?:block|inline)/.test(readStyle(item, "display"));
  return (
    isBare &&
    item.children.every((child) =>
      typeof child === "string" ? child.trim() === "" : /^[uo]l$/.test(child.name),
    )
  );
}
