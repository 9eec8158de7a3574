/** Parts of a text, UTF-16 offsets, that are written as one word or as several: a text is found by either. */
type Span = { start: number; end: number };

/** "COVID-19", "29A-12345", "KH&CN", "1.500.000": written without spaces, with a digit or "&". */
const compound = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:[-‐‑–.&/_][\p{L}\p{N}\p{M}]+)+/gu;

/** "F 150", "Covid 19". Vietnamese words before a number (ngày 28) have marks, mostly, and are no codes. */
const spacedCode = /(?<![\p{L}\p{N}\p{M}])[A-Za-z]{1,10}[ \u00a0]\d{1,6}(?![\p{L}\p{N}\p{M}])/gu;

/** "1.500.000", "1,500,000"; with spaces only from a million on, because "10 000" may be two numbers. */
const thousands =
  /(?<![\p{L}\p{N}]|\d[.,])[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*(?!\1?\d)|[ \u00a0]\d{3}(?:[ \u00a0]\d{3})+(?!\d))(?!\p{L})/gu;

/** "0912 345 678", "(0203) 3825-123", "+84 912.345.678", "1900 1234". A date's first group is shorter. */
const phone =
  /(?<![\p{L}\p{N}])(?:\(0\d{1,4}\)|0\d{2,4}|\+?84|1[89]00)(?:[ .\u00a0-]\d{2,5}){1,4}(?![\p{L}\p{N}])/gu;

const maxPhoneDigits = 12;
const minPhoneDigits = 8;

/** "covid19", "F150", "29A12345": letters and digits without a sign between them. */
const mixedCode =
  /(?<![\p{L}\p{N}\p{M}])(?=[A-Za-z]*\d+[A-Za-z]|[A-Za-z]+\d)[A-Za-z\d]{2,20}(?![\p{L}\p{N}\p{M}])/gu;

const letterMeetsDigit = /(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/;

/** A code with more parts is left as it is: people do not divide it in different ways. */
const maxParts = 4;

/** Finds the words that people also write as one word. */
export function listJoinable(text: string): Span[] {
  const found = [
    ...findSpans(text, compound).filter(({ start, end }) =>
      /[\p{N}&]/u.test(text.slice(start, end)),
    ),
    ...findSpans(text, spacedCode),
    ...listGroupedNumbers(text),
  ];
  return [...new Map(found.map((span) => [`${span.start} ${span.end}`, span])).values()];
}

/** What is written as one word and may be divided where letters meet digits: each way to divide it. */
export function listDivided(text: string): Span[][] {
  return findSpans(text, mixedCode).flatMap(({ start, end }) => {
    const parts = text.slice(start, end).split(letterMeetsDigit);
    return parts.length > maxParts ? [] : divide(parts, start).filter((way) => way.length > 1);
  });
}

/** Every way to write parts that follow one another, some of them joined. */
function divide(parts: readonly string[], start: number): Span[][] {
  const ways: Span[][] = [];
  let end = start;
  for (let taken = 1; taken <= parts.length; taken++) {
    end += parts[taken - 1]?.length ?? 0;
    const first = { start, end };
    if (taken === parts.length) ways.push([first]);
    else for (const rest of divide(parts.slice(taken), end)) ways.push([first, ...rest]);
  }
  return ways;
}

/** The text with its grouped numbers as plain digits: "1.500.000" as "1500000", "0912 345 678" as "0912345678". */
export function joinGroupedNumbers(text: string): string {
  let joined = "";
  let done = 0;
  for (const { start, end } of listGroupedNumbers(text)) {
    if (start < done) continue;
    joined += text.slice(done, start) + text.slice(start, end).replace(/\D/g, "");
    done = end;
  }
  return joined + text.slice(done);
}

function listGroupedNumbers(text: string): Span[] {
  const phones = findSpans(text, phone).filter(({ start, end }) => {
    const digits = text.slice(start, end).replace(/\D/g, "").length;
    return digits >= minPhoneDigits && digits <= maxPhoneDigits;
  });
  return [...phones, ...findSpans(text, thousands)].sort((a, b) => a.start - b.start);
}

function findSpans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
