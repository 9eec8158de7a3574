export type Span = {
  readonly start: number;
  readonly end: number;
};

/** A full stop after one of these ends no sentence: "TS. Nguyễn", "TP. Lào Cai". */
const abbreviation = /(?:^|[\s(.])(?:TS|ThS|GS|PGS|KS|BS|CN|TP|Tp|TX|TT|NCS|St|Mr|Mrs|Dr|[A-ZĐ])$/;

const endPattern = /[.!?…]["”’)\]]*(?=\s|$)|\n/g;

/** No sentence is longer. Otherwise a long text without full stops would be read again for each date in it. */
const maxReach = 600;

/** The sentence of `text` that contains `index`. */
export function findSentence(text: string, index: number): Span {
  const from = Math.max(0, index - maxReach);
  const around = text.slice(from, index + maxReach);
  let start = from;
  for (const match of around.matchAll(endPattern)) {
    if (match[0].startsWith(".") && abbreviation.test(around.slice(0, match.index).slice(-6)))
      continue;
    const end = from + match.index + match[0].length;
    if (end > index) return { start, end };
    start = end;
  }
  return { start, end: from + around.length };
}
