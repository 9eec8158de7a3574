/** The named references that people and word processors write. Any other name is plain text. */
const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  bull: "•",
  middot: "·",
  deg: "°",
  times: "×",
  colon: ":",
};

/** A character reference, with or without a name that is known. */
export const characterReference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/g;

/** Replaces `&amp;`, `&#7843;` and the like by the characters they stand for, once: `&amp;lt;` gives `&lt;`. */
export function decodeCharacterReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    characterReference,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      return decodeCharacter(decimal === undefined ? parseInt(hex ?? "0", 16) : Number(decimal));
    },
  );
}

/** As in HTML, zero, surrogates and numbers out of range become the replacement character. */
function decodeCharacter(code: number): string {
  const isWrong = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isWrong ? "\ufffd" : String.fromCodePoint(code);
}
