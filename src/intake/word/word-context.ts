import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { reportIntake } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import type { ReportCode } from "../../vietnamese/words/intake-report.ts";
import type { Field } from "./fields.ts";
import type { WordNumbering } from "./numbering.ts";
import type { WordStyles } from "./styles.ts";
import type { WordPart } from "./word-package.ts";

/** Text to which the document refers by ids, read beforehand. */
export type Referred = {
  footnotes: ReadonlyMap<string, MarkupElement>;
  endnotes: ReadonlyMap<string, MarkupElement>;
  comments: ReadonlyMap<string, string>;
  /** The words in charts and diagrams, by the id of their relationship. */
  drawings: ReadonlyMap<string, string>;
};

type ReadBlocks = (nodes: readonly Markup[], context: WordContext) => MarkupElement[];

/** What reading a document keeps from one paragraph to the next. */
export class WordContext {
  readonly styles: WordStyles;
  readonly numbering: WordNumbering;
  readonly referred: Referred;
  readonly reports: IntakeReport[] = [];
  /** Fields that have begun and not ended; one may last over several paragraphs. */
  readonly fields: Field[] = [];
  /** The names of pictures in the archive, by the sources that the markup has for them. */
  readonly pictures = new Map<string, string>();
  /** Notes that the text refers to, in the order of the text. */
  readonly notes: { kind: "footnote" | "endnote"; id: string }[] = [];
  /** Blocks of text boxes that belong behind the paragraph that is being read. */
  boxes: MarkupElement[] = [];
  /** The part that is being read: relationships are its own. */
  part: WordPart;
  #before = "";
  #leftOut: { code: ReportCode; text: string } | null = null;

  readonly #readBlocks: ReadBlocks;

  constructor(
    part: WordPart,
    styles: WordStyles,
    numbering: WordNumbering,
    referred: Referred,
    readBlocks: ReadBlocks,
  ) {
    this.part = part;
    this.#readBlocks = readBlocks;
    this.styles = styles;
    this.numbering = numbering;
    this.referred = referred;
  }

  /** Paragraphs and tables within a cell or text box as HTML has them. */
  readBlocks(nodes: readonly Markup[]): MarkupElement[] {
    return this.#readBlocks(nodes, this);
  }

  /** Says that this text is kept. */
  keep(text: string): string {
    if (text.trim() !== "") this.flush();
    this.#before = (this.#before + text).slice(-200);
    return text;
  }

  /** Reports text that is left out; pieces that follow one another are one report. */
  leaveOut(code: ReportCode, text: string): void {
    if (this.#leftOut?.code !== code) this.flush();
    const former = this.#leftOut?.text ?? "";
    this.#leftOut = { code, text: former + text };
  }

  /** Ends the text that is being left out, at the latest with its paragraph. */
  flush(): void {
    const leftOut = this.#leftOut;
    this.#leftOut = null;
    if (leftOut !== null && leftOut.text.trim() !== "") this.report(leftOut.code, leftOut.text);
  }

  report(code: ReportCode, about: string): void {
    this.flush();
    this.reports.push(reportIntake(code, about, this.#before));
  }

  /** Ends a paragraph. */
  endParagraph(): void {
    this.flush();
    this.#before += " ";
  }

  /** The number of a note in the text, from 1. */
  noteNumber(kind: "footnote" | "endnote", id: string): number {
    const some = this.notes.filter((note) => note.kind === kind);
    const at = some.findIndex((note) => note.id === id);
    if (at !== -1) return at + 1;
    this.notes.push({ kind, id });
    return some.length + 1;
  }
}

/** The text of a Word element of any kind, deleted text and formulas included. */
export function readWords(node: Markup): string {
  if (typeof node === "string") return "";
  if (/^(?:w:t|w:delText|m:t|a:t)$/.test(node.name)) {
    return node.children.filter((child) => typeof child === "string").join("");
  }
  if (node.name === "w:tab" || node.name === "w:br") return " ";
  const words = node.children.map(readWords).join("");
  return /^(?:w:p|a:p|w:tc)$/.test(node.name) ? `${words} ` : words;
}
