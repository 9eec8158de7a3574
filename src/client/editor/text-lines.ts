/**
 * The lines of a text without the spaces at its line breaks. The first and the last line keep their outer spaces, and stay even
 * if they are empty. Takes time in proportion to the text: a regular expression would look for each line break from each of the
 * spaces before it.
 */
export function splitLines(text: string): string[] {
  const lines = text.split("\n");
  const last = lines.length - 1;
  return lines
    .map((line, place) => {
      const begun = place === 0 ? line : line.trimStart();
      return place === last ? begun : begun.trimEnd();
    })
    .filter((line, place) => line !== "" || place === 0 || place === last);
}

/** A text without the line breaks at its end. */
export function removeLastBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === "\n") end--;
  return text.slice(0, end);
}

/** A line break of a text, with the spaces and tabs around it. */
export type LineBreak = { start: number; end: number };

export function findLineBreaks(text: string): LineBreak[] {
  const breaks: LineBreak[] = [];
  let done = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", done)) {
    let [start, end] = [at, at + 1];
    while (start > done && isBlank(text[start - 1])) start--;
    while (isBlank(text[end])) end++;
    breaks.push({ start, end });
    done = end;
  }
  return breaks;
}

function isBlank(letter: string | undefined): boolean {
  return letter === " " || letter === "\t";
}
