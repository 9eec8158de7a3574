/** A stretch of text whose letters were lost or misread; UTF-16 offsets. */
export type GarbledSpan = {
  readonly kind: "misread-utf8" | "replacement" | "private-use" | "lost-letters";
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** What UTF-8's second and third bytes look like when read as Latin-1 or Windows-1252. */
const continuation = "[\\u0080-\\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]";

/** UTF-8 Vietnamese read as Latin-1/1252: "Ä‘" (đ), "Æ°" (ư), "áº¿" (ế), "Ã¡" (á), "â€œ" (“). */
const misreadPattern = new RegExp(
  `(?:á[º»](?:${continuation}|(?=[a-zA-Z]))|Ä[\\u0083\\u0090\\u0091ƒ‘©¨]|Å[©¨]|Æ[°¡¯]|Ã(?:[\\u0080-\\u009f¡-¿]|${continuation}(?=[a-z]))|â€[\\u0080-\\u00bf™œ˜“”¦¢]|Â[\\u0080-\\u009f¡-¿])`,
  "g",
);

const unreadable = /\ufffd+|[\ue000-\uf8ff]+/g;

/** A letter that became "?" on its way through a narrow character set: "H?i ngh?". */
const lostLetterPattern =
  /(?<![A-Za-zÀ-ỹ/&=?.-])[A-Za-zÀ-ỹ]{0,4}\?[A-Za-zÀ-ỹ]{1,4}(?![A-Za-zÀ-ỹ/&=])/g;

/** Real Vietnamese may pass this; without a match there is nothing to look for. */
const maybeMisread = /[ÄÅÆÃÂ]|â€|á[º»]/;

/** Everything in the text that no reader could make out, in order of place. */
export function findGarbled(text: string): GarbledSpan[] {
  const spans: GarbledSpan[] = [];
  for (const match of text.matchAll(unreadable)) {
    spans.push(toSpan(match[0].startsWith("\ufffd") ? "replacement" : "private-use", match));
  }
  if (maybeMisread.test(text)) {
    for (const match of text.matchAll(misreadPattern)) spans.push(toSpan("misread-utf8", match));
  }
  const lost = text.includes("?") ? [...text.matchAll(lostLetterPattern)] : [];
  // One or two may be a slip of the keyboard; three words are a lost character set.
  if (lost.length >= 3) spans.push(...lost.map((match) => toSpan("lost-letters", match)));
  return spans.sort((a, b) => a.start - b.start);
}

function toSpan(kind: GarbledSpan["kind"], match: RegExpExecArray): GarbledSpan {
  const start = match.index;
  return { kind, text: match[0], start, end: start + match[0].length };
}
