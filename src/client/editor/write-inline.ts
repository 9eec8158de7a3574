import type { Mark, Node } from "prosemirror-model";
import { address, escapeLineStart, escapeText, quoted, type TextPlace } from "./escape-text.ts";
import { runsOf, type Run } from "./inline-run.ts";

/** A delimiter binds only by what stands on its two sides, so they are kept apart until all are known. */
type Part = { text: string; kind: "text" | "open" | "close" };

const delimiters: Record<string, string> = { strong: "**", emphasis: "*", deleted: "~~" };

/** The content of a paragraph, heading or cell; a break is a backslash at the end of its line. */
export function writeInline(block: Node, place: Omit<TextPlace, "inBrackets">): string {
  const parts = new InlineWriter(place).write(runsOf(block));
  const text = guarded(parts)
    .map((part) => part.text)
    .join("");
  return text.split("\n").map(escapeLineStart).join("\n");
}

class InlineWriter {
  readonly #place: Omit<TextPlace, "inBrackets">;
  readonly #parts: Part[] = [];
  #open: { mark: Mark; delimiter: string }[] = [];

  constructor(place: Omit<TextPlace, "inBrackets">) {
    this.#place = place;
  }

  write(runs: Run[]): Part[] {
    runs.forEach((run, index) => {
      const bare = isBareLink(run) && this.#place.style === "plain";
      const marks = run.marks.filter(({ type }) => this.#isWritten(type.name, bare));
      this.#closeAllBut(marks);
      this.#openInOrder(marks, runs.slice(index));
      this.#parts.push({ kind: "text", text: bare ? run.text : this.#content(run) });
    });
    this.#closeAllBut([]);
    return this.#parts;
  }

  #isWritten(mark: string, isBareLink: boolean): boolean {
    if (mark === "link") return !isBareLink;
    return mark !== "code" && this.#place.style !== "bare";
  }

  #content({ text, node, marks }: Run): string {
    if (node !== null) {
      return node.type.name === "hardBreak" ? "\\\n" : `[^${String(node.attrs["label"])}]`;
    }
    if (marks.some(({ type }) => type.name === "code")) return this.#code(text);
    const inBrackets = marks.some(({ type }) => isLink(type));
    return escapeText(text.replaceAll("\n", " "), { ...this.#place, inBrackets });
  }

  #code(text: string): string {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(longest + 1);
    const padding = /^`|`$|^ .* $/.test(text) ? " " : "";
    const content = this.#place.inCell ? text.replaceAll("|", "\\|") : text;
    return fence + padding + content + padding + fence;
  }

  /** Marks close in the order in which they nest; one that goes on behind another that ends is opened anew. */
  #closeAllBut(marks: readonly Mark[]): void {
    const firstEnding = this.#open.findIndex(({ mark }) => !mark.isInSet(marks));
    if (firstEnding < 0) return;
    for (const { mark, delimiter } of this.#open.slice(firstEnding).reverse()) {
      this.#parts.push({ kind: "close", text: delimiter === "[" ? linkEnd(mark) : delimiter });
    }
    this.#open = this.#open.slice(0, firstEnding);
  }

  /** Stars beside stars would be counted together. */
  #delimiter({ type }: Mark): string {
    if (type.name !== "emphasis" || this.#place.style === "plain")
      return delimiters[type.name] ?? "[";
    return this.#parts[this.#parts.length - 1]?.text.endsWith("*") ? "_" : "*";
  }

  /** What lasts longest stands outermost; a link stands around what is as long. */
  #openInOrder(marks: readonly Mark[], rest: Run[]): void {
    const length = (mark: Mark): number => {
      const end = rest.findIndex((run) => !mark.isInSet(run.marks));
      return end < 0 ? rest.length : end;
    };
    const open = this.#open.map(({ mark }) => mark);
    const fresh = marks.filter((mark) => !mark.isInSet(open));
    for (const mark of fresh.sort((one, other) => length(other) - length(one))) {
      const delimiter = this.#delimiter(mark);
      this.#parts.push({ kind: "open", text: delimiter });
      this.#open.push({ mark, delimiter });
    }
  }
}

function linkEnd({ attrs }: Mark): string {
  const title = String(attrs["title"]);
  return `](${address(String(attrs["href"]))}${title === "" ? "" : ` ${quoted(title)}`})`;
}

function isLink({ name }: { name: string }): boolean {
  return name === "link";
}

/** An address that becomes a link by itself. */
function isBareLink({ text, marks }: Run): boolean {
  const href = marks.find(({ type }) => isLink(type))?.attrs["href"];
  const plain = /^(?:https?:\/\/|www\.)[\w.-]+\.\w+(?:\/[\w./%-]*[\w/])?$/.test(text);
  return plain && (href === text || (text.startsWith("www.") && href === `http://${text}`));
}

/**
 * `**` with punctuation inside and a letter outside is no delimiter: «**Kính gửi:**Ông». Written as a character
 * reference the letter is punctuation to Markdown, and a letter to the reader.
 */
function guarded(parts: Part[]): Part[] {
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
