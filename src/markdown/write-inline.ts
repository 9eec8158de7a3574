import {
  writeAddress,
  escapeLineStart,
  escapeText,
  writeQuoted,
  type TextPlace,
} from "./escape-text.ts";
import { hasMark, lineBreak, type InlineMark, type Run } from "./inline-run.ts";

/** A delimiter binds only by what stands on its two sides, so they are kept apart until all are known. */
type Part = { text: string; kind: "text" | "open" | "close" };

const delimiters: Record<string, string> = { strong: "**", emphasis: "*", deleted: "~~" };

type Place = Omit<TextPlace, "inBrackets">;

/** The content of a paragraph, from regular runs. */
export function writeInline(runs: readonly Run[], place: Place): string {
  return writeRun(runs, place).split("\n").map(escapeLineStart).join("\n");
}

/** The content of a heading or cell: it has one line, and no block can begin in it. */
export function writeSingleLine(runs: readonly Run[], place: Place): string {
  return writeRun(runs, place)
    .replaceAll(lineBreak, " ")
    .replace(/(^|[^\\#])(#+)$/, "$1\\$2");
}

function writeRun(runs: readonly Run[], place: Place): string {
  return guardParts(new InlineWriter(place).write(runs))
    .map((part) => part.text)
    .join("");
}

class InlineWriter {
  readonly #place: Place;
  readonly #parts: Part[] = [];
  #open: { mark: InlineMark; delimiter: string }[] = [];

  constructor(place: Place) {
    this.#place = place;
  }

  write(runs: readonly Run[]): Part[] {
    runs.forEach((run, index) => {
      const bare = this.#place.style === "plain" && isBareLink(run) && endsAddress(runs[index + 1]);
      const marks = run.marks.filter(({ kind }) => this.#isWritten(kind, bare));
      this.#closeAllBut(marks);
      this.#openInOrder(marks, runs.slice(index));
      this.#parts.push({ kind: "text", text: bare ? run.text : this.#content(run) });
    });
    this.#closeAllBut([]);
    return this.#parts;
  }

  #isWritten(mark: InlineMark["kind"], isBareLink: boolean): boolean {
    if (mark === "link") return !isBareLink;
    return mark !== "code" && this.#place.style !== "bare";
  }

  #content({ text, atom, marks }: Run): string {
    if (atom !== null) return atom;
    if (marks.some(({ kind }) => kind === "code")) return this.#code(text);
    const inBrackets = marks.some(({ kind }) => kind === "link");
    return escapeText(text.replaceAll("\n", " "), { ...this.#place, inBrackets });
  }

  #code(text: string): string {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(longest + 1);
    const padding = /^`|`$|^ .* $/.test(text) ? " " : "";
    const content = this.#place.inCell ? text.replaceAll("|", "\\|") : text;
    return fence + padding + content + padding + fence;
  }

  /** Marks close in the order in which they nest. If an outer mark ends first, the inner mark is closed and opened again. */
  #closeAllBut(marks: readonly InlineMark[]): void {
    const firstEnding = this.#open.findIndex(({ mark }) => !hasMark(marks, mark));
    if (firstEnding < 0) return;
    for (const { mark, delimiter } of this.#open.slice(firstEnding).reverse()) {
      this.#parts.push({ kind: "close", text: delimiter === "[" ? linkEnd(mark) : delimiter });
    }
    this.#open = this.#open.slice(0, firstEnding);
  }

  /** Stars beside stars would be counted together. */
  #delimiter({ kind }: InlineMark): string {
    if (kind !== "emphasis" || this.#place.style === "plain") return delimiters[kind] ?? "[";
    return this.#parts[this.#parts.length - 1]?.text.endsWith("*") ? "_" : "*";
  }

  /** What lasts longest stands outermost; a link stands around what is as long. */
  #openInOrder(marks: readonly InlineMark[], rest: readonly Run[]): void {
    const measureLength = (mark: InlineMark): number => {
      const end = rest.findIndex((run) => !hasMark(run.marks, mark));
      return end < 0 ? rest.length : end;
    };
    const open = this.#open.map(({ mark }) => mark);
    const fresh = marks.filter((mark) => !hasMark(open, mark));
    for (const mark of fresh.sort((one, other) => measureLength(other) - measureLength(one))) {
      const delimiter = this.#delimiter(mark);
      this.#parts.push({ kind: "open", text: delimiter });
      this.#open.push({ mark, delimiter });
    }
  }
}

function linkEnd({ href, title }: InlineMark): string {
  return `](${writeAddress(href)}${title === "" ? "" : ` ${writeQuoted(title)}`})`;
}

/** An address that becomes a link by itself. */
function isBareLink({ text, marks }: Run): boolean {
  const href = marks.find(({ kind }) => kind === "link")?.href;
  const plain = /^(?:https?:\/\/|www\.)[\w.-]+\.\w+(?:\/[\w./%-]*[\w/])?$/.test(text);
  return plain && (href === text || (text.startsWith("www.") && href === `http://${text}`));
}

/** Whether an address ends before this run. Letters right behind it would be read as its end. */
function endsAddress(next: Run | undefined): boolean {
  return next === undefined || (next.atom === null && /^[.,:!?]*(?:\s|$)/.test(next.text));
}

/**
 * `**` with punctuation inside and a letter outside is no delimiter: «**Kính gửi:**Ông». Written as a character
 * reference the letter is punctuation to Markdown, and a letter to the reader.
 */
function guardParts(parts: Part[]): Part[] {
  const made = parts.map((part) => ({ ...part }));
  made.forEach((part, place) => {
    if (part.kind === "text" || /[[\]]/.test(part.text)) return;
    const before = made[place - 1];
    const after = made[place + 1];
    if (before === undefined || after === undefined) return;
    const [inside, outside] = part.kind === "open" ? [after, before] : [before, after];
    if (outside.kind !== "text") return;
    const near = part.kind === "open" ? /^./u.exec(inside.text) : /.$/u.exec(inside.text);
    if (near === null || !/[\p{P}\p{S}]/u.test(near[0])) return;
    const far = part.kind === "open" ? /[\p{L}\p{N}]$/u : /^[\p{L}\p{N}]/u;
    outside.text = outside.text.replace(far, (char) => `&#${char.codePointAt(0)};`);
  });
  return made;
}
