/** A mark that refers to a footnote at the end of a line: "[1]", "(*)", "**", "¹". */
const noteMark =
  /(?:\s*\[\d{1,3}\]|\s*\(\*{1,3}\)|\s*\*{1,3}|(?<=\p{L}{2}|[.”"’)])[¹²³⁰-⁹]{1,3})+$/u;

/** "km²" and "m³" end in a power, not in a mark. */
const power = /(?:^|[\s\d])[cdkm]?m[²³]$/u;

/** A title without the marks of its footnotes: its note is no part of it. */
export function withoutNoteMarks(title: string): string {
  return power.test(title) ? title : title.replace(noteMark, "").trimEnd();
}
