import type { Passage } from "../../check/passage.ts";
import { readBodyTokens, listChildTokens, type BodyToken } from "../../markdown/body-token.ts";
import { lexBody } from "../../markdown/markdown.ts";
import { findSourceRange } from "../../markdown/placed-text.ts";
import type { SourceRange } from "../../markdown/placed-text.ts";

/** One thing about how words look: `value` is the level of a heading, the depth of a list, or the address of a link. */
export type Format = {
  kind:
    | "paragraph"
    | "heading"
    | "bullet"
    | "ordered"
    | "quote"
    | "table"
    | "footnote"
    | "strong"
    | "em"
    | "del"
    | "link"
    | "code";
  value: string;
};

/** Words of a passage that look alike, by offsets in its text. */
export type FormatRun = { start: number; end: number; formats: readonly Format[] };

type PlacedFormats = SourceRange & { formats: readonly Format[] };

/** How the words of a body look, to be asked by passage. */
export class BodyFormats {
  /** In the order of the source. */
  readonly #places: PlacedFormats[] = [];

  constructor(body: string) {
    this.#readBlocks(lexBody(body).tokens, [{ kind: "paragraph", value: "" }], 0);
    this.#places.sort((one, other) => one.start - other.start);
  }

  /** The looks of a passage of this body, in the order of its text. */
  read({ pieces }: Passage): FormatRun[] {
    return pieces.map(({ at, length, from }) => ({
      start: at,
      end: at + length,
      formats: this.#find(from),
    }));
  }

  #find(at: number): readonly Format[] {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#places[low - 1]?.formats ?? [];
  }

  /** `depth` counts the lists around the blocks. */
  #readBlocks(tokens: readonly BodyToken[], around: readonly Format[], depth: number): void {
    for (const token of tokens) {
      if (token.type === "list") {
        const kind = token.ordered ? "ordered" : "bullet";
        const formats: Format[] = [{ kind, value: String(depth + 1) }];
        for (const item of listChildTokens(token)) {
          this.#readBlocks(listChildTokens(item), formats, depth + 1);
        }
      } else if (token.type === "blockquote" || token.type === "footnote") {
        const kind = token.type === "footnote" ? "footnote" : "quote";
        this.#readBlocks(listChildTokens(token), [{ kind, value: "" }], depth);
      } else if (token.type === "heading") {
        this.#readInline(readBodyTokens(token.tokens), [
          { kind: "heading", value: String(token.depth) },
        ]);
      } else if (token.type === "table") {
        this.#readInline(listChildTokens(token), [{ kind: "table", value: "" }]);
      } else this.#readInline([token], around);
    }
  }

  #readInline(tokens: readonly BodyToken[], around: readonly Format[]): void {
    for (const token of tokens) {
      if (token.pieces.length === 0) continue;
      const formats = addFormat(token, around);
      const children = token.type === "image" ? [] : listChildTokens(token);
      this.#places.push({ ...findSourceRange(token.pieces, 0, token.raw.length), formats });
      this.#readInline(children, formats);
    }
  }
}

function addFormat(token: BodyToken, around: readonly Format[]): readonly Format[] {
  if (token.type === "link") return [...around, { kind: "link", value: token.href }];
  if (token.type === "codespan") return [...around, { kind: "code", value: token.text }];
  const { type: kind } = token;
  return kind === "strong" || kind === "em" || kind === "del"
    ? [...around, { kind, value: "" }]
    : around;
}

/** Words that stayed, by the offsets at which they begin in the older and in the newer text. */
export type KeptWords = { before: number; after: number; length: number };

/** Words of the newer text that look different, and the formats that they lost. */
type ChangedLook = { start: number; end: number; lost: Format[] };

/** Which of the words that stayed look different. Both lists of runs cover their texts without gaps. */
export function compareLooks(
  kept: readonly KeptWords[],
  before: readonly FormatRun[],
  after: readonly FormatRun[],
): ChangedLook[] {
  const changed: ChangedLook[] = [];
  let [old, fresh] = [0, 0];
  for (const words of kept) {
    let done = 0;
    while (done < words.length) {
      while ((before[old]?.end ?? Infinity) <= words.before + done) old++;
      while ((after[fresh]?.end ?? Infinity) <= words.after + done) fresh++;
      const [then, now] = [before[old], after[fresh]];
      if (then === undefined || now === undefined) return changed;
      const next = Math.min(then.end - words.before, now.end - words.after, words.length);
      const look = describeChange(then.formats, now.formats);
      const [start, end] = [words.after + done, words.after + next];
      if (look !== null) addLook(changed, { start, end, lost: look });
      done = next;
    }
  }
  return changed;
}

/** The formats that words lost; empty if they only gained some. Null if they look the same. */
function describeChange(before: readonly Format[], after: readonly Format[]): Format[] | null {
  const lost = listMissing(before, after);
  return lost.length === 0 && listMissing(after, before).length === 0 ? null : lost;
}

function listMissing(some: readonly Format[], others: readonly Format[]): Format[] {
  return some.filter(
    ({ kind, value }) => !others.some((other) => other.kind === kind && other.value === value),
  );
}

/** Joins words that follow one another and lost the same. */
function addLook(changed: ChangedLook[], look: ChangedLook): void {
  const last = changed.at(-1);
  const continues =
    last?.end === look.start && JSON.stringify(last.lost) === JSON.stringify(look.lost);
  if (last !== undefined && continues) last.end = look.end;
  else changed.push(look);
}
