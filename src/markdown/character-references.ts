/** The named references that people and word processors really write; any other stays as it was typed. */
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

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/g;

/** `&amp;`, `&#7843;` and the like as the characters they stand for, once: `&amp;lt;` gives `&lt;`. */
export function decodeCharacterReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    return character(decimal === undefined ? parseInt(hex ?? "0", 16) : Number(decimal));
  });
}

/** As HTML does it: zero, surrogates and what is out of range become the replacement character. */
function character(code: number): string {
  const isWrong = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isWrong ? "\ufffd" : String.fromCodePoint(code);
}
