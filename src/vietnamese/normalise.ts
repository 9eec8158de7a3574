import { detectLegacy } from "./legacy-detect.ts";

/**
 * What normalising changed, for a finding: letters composed (NFC) or lone surrogates replaced; odd
 * spaces made plain; invisible characters dropped; line ends made \n; Word's bullet glyphs replaced.
 */
export type NormaliseChange = "unicode-form" | "space" | "invisible" | "line-end" | "bullet";

export type Normalised = {
  readonly text: string;
  readonly changes: readonly NormaliseChange[];
};

/** NBSP and every other space that is not U+0020, but the ideographic one of East Asian text too. */
const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Zero width, BOM, bidirectional marks, controls other than \n and \t. */
const invisiblePattern =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]/g;

const lineEnd = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Symbol and Wingdings bullets, which Word pastes as private-use characters. */
const bulletPattern = /[\uf0b7\uf0a7\uf0d8\uf0fc]/g;
const bulletReplacements: Record<string, string> = {
  "\uf0b7": "•",
  "\uf0a7": "▪",
  "\uf0d8": "➢",
  "\uf0fc": "✓",
};

const softHyphen = /\u00ad/g;

/**
 * The one place where text from outside is made regular (API, form, import, search): NFC, plain
 * spaces, no invisible characters, \n line ends. Smart quotes, dashes and … stay. Idempotent.
 */
export function normaliseText(text: string): Normalised {
  const changes: NormaliseChange[] = [];
  let result = text;
  const step = (change: NormaliseChange, next: string): void => {
    if (next !== result && !changes.includes(change)) changes.push(change);
    result = next;
  };
  step("line-end", result.replace(lineEnd, "\n"));
  step("space", result.replace(oddSpace, " "));
  step(
    "bullet",
    result.replace(bulletPattern, (glyph) => bulletReplacements[glyph] ?? glyph),
  );
  step("invisible", result.replace(invisiblePattern, ""));
  // U+00AD is also TCVN3's ư: dropping it there would lose letters for good.
  if (result.includes("\u00ad") && detectLegacy(result)?.encoding !== "tcvn3") {
    step("invisible", result.replace(softHyphen, ""));
  }
  // As toWellFormed, which the browsers of older Windows do not have.
  step("unicode-form", result.replace(/\p{Surrogate}/gu, "\ufffd").normalize("NFC"));
  return { text: result, changes };
}

/** The same for a field of one line (title, name, alt): whitespace runs become one space, trimmed. */
export function normaliseLine(text: string): Normalised {
  const { text: regular, changes } = normaliseText(text);
  return { text: regular.replace(/\s+/g, " ").trim(), changes };
}
