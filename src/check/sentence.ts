export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A full stop after one of these ends no sentence: "TS. Nguyễn", "TP. Lào Cai". */
const ABBREVIATION = /(?:^|[\s(.])(?:TS|ThS|GS|PGS|KS|BS|CN|TP|Tp|TX|TT|NCS|St|Mr|Mrs|Dr|[A-ZĐ])$/;

const END = /[.!?…]["”’)\]]*(?=\s|$)|\n/g;

/** The sentence of `text` in which `index` stands. */
export function sentenceAround(text: string, index: number): Span {
  let start = 0;
  for (const match of text.matchAll(END)) {
    if (match[0].startsWith(".") && ABBREVIATION.test(text.slice(0, match.index).slice(-6)))
      continue;
    const end = match.index + match[0].length;
    if (end > index) return { start, end };
    start = end;
  }
  return { start, end: text.length };
}
