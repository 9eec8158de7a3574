import { formatNumber } from "../blocks/list-number.ts";
import type { NumberFormat } from "../blocks/list-number.ts";
import { readAttribute, findChild, listChildren } from "../blocks/markup.ts";
import type { MarkupElement } from "../blocks/markup.ts";
import { isSet, readValue } from "./styles.ts";
import type { WordStyles } from "./styles.ts";

/** Levels of a list, from 0. */
const maxLevel = 8;

type Level = {
  start: number;
  format: string;
  text: string;
  isLegal: boolean;
  restart: number;
  /** The style whose paragraphs are on this level. */
  style: string;
};

type List = { abstract: string; levels: (Level | null)[]; starts: Map<number, number> };

const formats = new Set(["lowerLetter", "upperLetter", "lowerRoman", "upperRoman"]);

/**
 * The labels that Word computes for paragraphs of lists: "3.", "II.", "Điều 1." (ECMA-376 17.9). Ask for them in the order
 * of the text.
 */
export class WordNumbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | null)[]>();
  readonly #started = new Set<string>();

  constructor(root: MarkupElement | null, styles: WordStyles) {
    if (root === null) return;
    const abstracts = new Map(
      listChildren(root, "w:abstractNum").map((node) => [
        readAttribute(node, "w:abstractNumId"),
        node,
      ]),
    );
    const nums = new Map(
      listChildren(root, "w:num").map((node) => [readAttribute(node, "w:numId"), node]),
    );
    for (const [id, num] of nums) {
      let abstract = readValue(findChild(num, "w:abstractNumId"));
      const link = readValue(findChild(abstracts.get(abstract) ?? null, "w:numStyleLink"));
      const numbered = findChild(styles.paragraphProperty(link, "w:numPr"), "w:numId");
      const linked = link === "" ? undefined : nums.get(readValue(numbered));
      if (linked !== undefined) abstract = readValue(findChild(linked, "w:abstractNumId"));
      this.#lists.set(id, readList(abstract, abstracts.get(abstract) ?? null, num));
    }
  }

  /** The level at which a list has paragraphs of a style; 0 if it does not say. */
  findLevel(id: string, style: string): number {
    const level = this.#lists.get(id)?.levels.findIndex((one) => one?.style === style);
    return Math.max(0, level ?? 0);
  }

  /** The label of the next paragraph of a list; null if there is no such list. "" if Word shows none. */
  next(id: string, level: number): string | null {
    const list = this.#lists.get(id);
    const own = list?.levels[Math.min(level, maxLevel)];
    if (list === undefined || own === undefined || own === null) return null;
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    this.#count(id, list, level, counts);
    if (own.format === "bullet") return own.text === "" ? "" : "•";
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const count = (counts[at] ??= list.levels[at]?.start ?? 1);
      return writeNumber(count, own.isLegal ? "decimal" : (list.levels[at]?.format ?? "decimal"));
    });
  }

  #count(id: string, { levels, starts }: List, level: number, counts: (number | null)[]): void {
    const start = starts.get(level);
    const key = `${id} ${level}`;
    if (start !== undefined && !this.#started.has(key)) counts[level] = start - 1;
    this.#started.add(key);
    counts[level] = (counts[level] ?? (levels[level]?.start ?? 1) - 1) + 1;
    for (let deeper = level + 1; deeper <= maxLevel; deeper++) {
      const restart = levels[deeper]?.restart ?? deeper;
      if (restart !== 0 && level < restart) counts[deeper] = null;
    }
  }
}

function readList(abstract: string, node: MarkupElement | null, num: MarkupElement): List {
  const levels: (Level | null)[] = [];
  const starts = new Map<number, number>();
  for (const level of node === null ? [] : listChildren(node, "w:lvl")) {
    levels[levelIn(level)] = readLevel(level);
  }
  for (const override of listChildren(num, "w:lvlOverride")) {
    const level = findChild(override, "w:lvl");
    if (level !== null) levels[levelIn(override)] = readLevel(level);
    const start = readValue(findChild(override, "w:startOverride"));
    if (start !== "") starts.set(levelIn(override), Number(start));
  }
  return { abstract, levels, starts };
}

function levelIn(node: MarkupElement): number {
  return Math.min(maxLevel, Number(readAttribute(node, "w:ilvl")) || 0);
}

function readLevel(node: MarkupElement): Level {
  const start = readValue(findChild(node, "w:start"));
  const restart = readValue(findChild(node, "w:lvlRestart"));
  return {
    start: start === "" ? 0 : Number(start),
    format: readValue(findChild(node, "w:numFmt")) || "decimal",
    text: readValue(findChild(node, "w:lvlText")),
    isLegal: isSet(findChild(node, "w:isLgl")),
    style: readValue(findChild(node, "w:pStyle")),
    restart: restart === "" ? levelIn(node) : Number(restart),
  };
}

function writeNumber(number: number, format: string): string {
  if (format === "none") return "";
  if (format === "decimalZero") return String(number).padStart(2, "0");
  return formats.has(format) ? formatNumber(number, format as NumberFormat) : String(number);
}
