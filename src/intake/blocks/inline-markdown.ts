import { readBodyTokens, listChildTokens } from "../../markdown/body-token.ts";
import type { BodyToken } from "../../markdown/body-token.ts";
import { decodeCharacterReferences } from "../../markdown/character-references.ts";
import { escapeText, writeQuoted } from "../../markdown/escape-text.ts";
import type { Style } from "../../markdown/escape-text.ts";
import type { Footnotes } from "../../markdown/footnotes.ts";
import { lineBreak, makeRegular } from "../../markdown/inline-run.ts";
import type { InlineMark, Run } from "../../markdown/inline-run.ts";
import { relex } from "../../markdown/markdown.ts";
import { writeInline, writeSingleLine } from "../../markdown/write-inline.ts";
import type { Inline } from "./block.ts";
import { findLinkedNote } from "./read-note.ts";

/** In order: what people read well, and what is surely read as it was written. */
const styles: Style[] = ["plain", "careful"];

/** Marks that are dropped until the rest can be written. Struck text comes last: without its mark it says something else. */
const droppedMarks: InlineMark["kind"][][] = [[], ["emphasis"], ["emphasis", "strong"]];

/**
 * Inline text as Markdown that reads as exactly that text: it is read again at once, and written more carefully if it is
 * not the same. Web APIs only.
 */
export function writeInlineMarkdown(text: readonly Inline[]): string {
  return writeRuns(text, "paragraph");
}

export function writeHeadingMarkdown(text: readonly Inline[]): string {
  return writeRuns(removeBreaks(text), "heading");
}

/** The text of a table's cell: a bar would end it. */
export function writeCellMarkdown(text: readonly Inline[]): string {
  return writeRuns(removeBreaks(text), "cell");
}

function removeBreaks(text: readonly Inline[]): Inline[] {
  return text.map((piece) => ({ ...piece, text: piece.text.replaceAll("\n", " ") }));
}

/** Plain text for the alt of a photo. */
export function writeAltMarkdown(text: string): string {
  return escapeText(text, { style: "careful", inCell: false, inBrackets: true });
}

/** Plain text as the quoted title of a photo or link. */
export function writeTitleMarkdown(text: string): string {
  return writeQuoted(text);
}

type Where = "paragraph" | "heading" | "cell";

function writeRuns(text: readonly Inline[], where: Where): string {
  const runs = text.flatMap(readRuns);
  const labels = text.flatMap(({ link }) => findLinkedNote(link) ?? []);
  for (const kinds of droppedMarks) {
    const some = runs.map((run) => removeMarks(run, kinds));
    const markdown = writeFaithfully(makeRegular(some), where, labels);
    if (markdown !== null) return markdown;
  }
  return write(makeRegular(runs), "bare", where);
}

function removeMarks(run: Run, kinds: readonly InlineMark["kind"][]): Run {
  return { ...run, marks: run.marks.filter(({ kind }) => !kinds.includes(kind)) };
}

/** Null if Markdown cannot say exactly this text with these marks. */
function writeFaithfully(
  runs: readonly Run[],
  where: Where,
  labels: readonly string[],
): string | null {
  const wanted = describeRuns(runs);
  const footnotes: Footnotes = new Map(
    labels.map((label) => [label, { type: "footnote", raw: "", label, tokens: [] }]),
  );
  for (const style of styles) {
    const markdown = write(runs, style, where);
    if (markdown === "") return markdown;
    const seen = where === "paragraph" ? markdown : `# ${markdown.replaceAll("\\|", "|")}`;
    const [token, ...others] = relex(seen, {}, footnotes);
    const type = where === "paragraph" ? "paragraph" : "heading";
    if (others.length > 0 || token?.type !== type || !("tokens" in token)) continue;
    const read = readTokens(readBodyTokens(token.tokens), []);
    if (read !== null && describeRuns(makeRegular(read)) === wanted) return markdown;
  }
  return null;
}

function write(runs: readonly Run[], style: Style, where: Where): string {
  const place = { style, inCell: where === "cell" };
  return where === "paragraph" ? writeInline(runs, place) : writeSingleLine(runs, place);
}

function readRuns({ text, bold, italic, struck, link }: Inline): Run[] {
  const label = findLinkedNote(link);
  const marks: InlineMark[] = [];
  if (link !== null && label === null) marks.push(linkMark(link));
  if (bold) marks.push(makeInlineMark("strong"));
  if (italic) marks.push(makeInlineMark("emphasis"));
  if (struck) marks.push(makeInlineMark("deleted"));
  if (label !== null) return [{ text: "", atom: `[^${label}]`, marks }];
  return text.split("\n").flatMap((line, at): Run[] => {
    const run = { text: line, atom: null, marks };
    return at === 0 ? [run] : [{ text: "", atom: lineBreak, marks: [] }, run];
  });
}

function makeInlineMark(kind: InlineMark["kind"]): InlineMark {
  return { kind, href: "", title: "" };
}

/** With the characters encoded that would end an address. */
function linkMark(link: string): InlineMark {
  const href = link.replace(
    /[\s()<>\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return { kind: "link", href, title: "" };
}

/** The runs that Markdown's reader sees; null if it sees something that inline text has not. */
function readTokens(tokens: readonly BodyToken[], marks: readonly InlineMark[]): Run[] | null {
  const runs: Run[] = [];
  for (const token of tokens) {
    const some = readToken(token, marks);
    if (some === null) return null;
    runs.push(...some);
  }
  return runs;
}

const markOfToken: Partial<Record<BodyToken["type"], InlineMark["kind"]>> = {
  strong: "strong",
  em: "emphasis",
  del: "deleted",
  link: "link",
};

function readToken(token: BodyToken, marks: readonly InlineMark[]): Run[] | null {
  const kind = markOfToken[token.type];
  if (kind !== undefined) {
    const href = token.type === "link" ? token.href : "";
    return readTokens(listChildTokens(token), [...marks, { kind, href, title: "" }]);
  }
  if (token.type === "text" && listChildTokens(token).length > 0) {
    return readTokens(listChildTokens(token), marks);
  }
  if (token.type === "text" || token.type === "escape") {
    const text = token.type === "text" ? decodeCharacterReferences(token.text) : token.text;
    return [{ text, atom: null, marks }];
  }
  if (token.type === "br") return [{ text: "", atom: lineBreak, marks: [] }];
  return token.type === "footnoteReference"
    ? [{ text: "", atom: `[^${token.label}]`, marks }]
    : null;
}

/** Addresses that become links by themselves are links or not, as it happens. */
function describeRuns(runs: readonly Run[]): string {
  const parts: { marks: string; text: string }[] = [];
  for (const { text, atom, marks } of runs) {
    const own = [text, `http://${text}`, `mailto:${text}`];
    const kinds = marks.filter(({ kind, href }) => kind !== "link" || !own.includes(href));
    const key = kinds
      .map(({ kind, href }) => kind + href)
      .sort()
      .join();
    const last = parts.at(-1);
    const words = atom ?? text;
    if (last?.marks === key) last.text += words;
    else parts.push({ marks: key, text: words });
  }
  return JSON.stringify(parts);
}
