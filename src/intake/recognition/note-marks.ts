/** A mark that refers to a footnote at the end of a line: "[1]", "(*)", "**", "¹". */
const noteMark =
  /(?:\s*\[\d{1,3}\]|\s*\(\*{1,3}\)|\s*(?<!\*)\*{1,3}(?!\*)|(?<=\p{L}{2}|[.”"’)])[¹²³⁰-⁹]{1,3})+$/u;

/** "km²" and "m³" end in a power, not in a mark. */
const power = /(?:^|[\s\d])[cdkm]?m[²³]$/u;

/** Marks are looked for at the very end: a row of stars is no mark, and would take long to match. */
const maxMarks = 16;

/** A title without the marks of its footnotes: its note is no part of it. */
export function withoutNoteMarks(title: string): string {
  if (power.test(title)) return title;
  const start = Math.max(0, title.length - maxMarks);
  return (title.slice(0, start) + title.slice(start).replace(noteMark, "")).trimEnd();
}
