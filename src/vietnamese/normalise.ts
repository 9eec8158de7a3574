import { removeSoftHyphens } from "./soft-hyphen.ts";

/**
 * What normalising changed, for a finding: letters composed (NFC) or lone surrogates replaced; odd
 * spaces made plain; invisible characters removed; line ends made \n; Word's bullet glyphs replaced.
 */
export type NormaliseChange = "unicode-form" | "space" | "invisible" | "line-end" | "bullet";

/** An invisible character that was removed. */
export type RemovedCharacter = {
  /** Its code point: "U+200B". */
  readonly code: string;
  /** The last characters before it, on its line; "" at the start of a line. */
  readonly before: string;
};

export type Normalised = {
  readonly text: string;
  readonly changes: readonly NormaliseChange[];
  /** Every invisible character that was removed, in the order of the text. */
  readonly removed: readonly RemovedCharacter[];
};

/** NBSP and every other space that is not U+0020, the ideographic space of East Asian text too. */
const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Zero width, BOM, bidirectional marks, tags, variation selectors, controls other than \n and \t. */
const invisiblePattern =
  /(?!\u00ad)[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]/gu;

/** A variation selector changes the visible character before it. */
const variationSelector = /\p{Variation_Selector}/u;
const visibleBefore = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]$/u;

/** A joiner stands inside one emoji: 👨‍👩‍👧, 🏳️‍🌈. */
const emojiBefore = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*$/u;
const emojiAfter = /^\p{Extended_Pictographic}/u;

/** The flags of England, Scotland and Wales are a black flag and tags. */
const flagBefore = /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u;

/** Scripts in which a joiner or non-joiner changes how letters are drawn. */
const joiningLetter =
  /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]/u;

const lineEnd = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Symbol and Wingdings bullets, which Word pastes as private-use characters. */
const bulletPattern = /[\uf0b7\uf0a7\uf0d8\uf0fc]/g;
const bulletReplacements: Record<string, string> = {
  "\uf0b7": "•",
  "\uf0a7": "▪",
  "\uf0d8": "➢",
  "\uf0fc": "✓",
};

/** How many characters before a removed character the finding shows. */
const maxBefore = 24;

/**
 * The one place where text from outside is made regular (API, form, import, search): NFC, plain
 * spaces, no invisible characters, \n line ends. Smart quotes, dashes and … stay, and so do joiners
 * that a reader sees. Idempotent.
 */
export function normaliseText(text: string): Normalised {
  const changes: NormaliseChange[] = [];
  const removed: RemovedCharacter[] = [];
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
  const note = (character: string, before: string): void => {
    removed.push({ code: formatCodePoint(character), before: readLineBefore(before) });
  };
  step("invisible", removeInvisible(result, note));
  const regular = result;
  step(
    "invisible",
    removeSoftHyphens(regular, (hyphen, at) => note(hyphen, readTextBefore(regular, at))),
  );
  // As toWellFormed, which the browsers of older Windows do not have.
  step("unicode-form", result.replace(/\p{Surrogate}/gu, "\ufffd").normalize("NFC"));
  return { text: result, changes, removed };
}

/** The same for a field of one line (title, name, alt): whitespace runs become one space, trimmed. */
export function normaliseLine(text: string): Normalised {
  const { text: regular, ...rest } = normaliseText(text);
  return { text: regular.replace(/\s+/g, " ").trim(), ...rest };
}

function removeInvisible(text: string, note: (character: string, before: string) => void): string {
  return text.replace(invisiblePattern, (character, at: number) => {
    const before = readTextBefore(text, at);
    if (hasMeaning(character, before, text.slice(at + character.length, at + 4))) return character;
    note(character, before);
    return "";
  });
}

/** The text before a place, no longer than a note needs: a text can have as many notes as characters. */
function readTextBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - 2 * maxBefore), at);
}

/** Whether a reader would see the difference: inside emoji, and between letters that join. */
function hasMeaning(character: string, before: string, after: string): boolean {
  if (variationSelector.test(character)) return visibleBefore.test(before);
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xe0000) return flagBefore.test(before);
  if (code !== 0x200c && code !== 0x200d) return false;
  if (code === 0x200d && emojiBefore.test(before) && emojiAfter.test(after)) return true;
  const last = /(.)[\p{M}]*$/su.exec(before)?.[1] ?? "";
  return joiningLetter.test(last) && (code === 0x200d || joiningLetter.test(after.slice(0, 1)));
}

function formatCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** What is left of the line before a place, cut at a word. */
function readLineBefore(text: string): string {
  const line = text.replace(invisiblePattern, "").split("\n").at(-1) ?? "";
  const kept = line.length <= maxBefore ? line : line.slice(-maxBefore).replace(/^\S* /, "");
  return kept.replace(/\p{Surrogate}/gu, "").trim();
}
