/** Bold, italic, struck, code or a link. `href` and `title` are "" for the others. */
export type InlineMark = {
  kind: "strong" | "emphasis" | "deleted" | "code" | "link";
  href: string;
  title: string;
};

/** A stretch of text with the same marks. `atom` is Markdown that stands for no text: a line break, a footnote's mark. */
export type Run = { text: string; atom: string | null; marks: readonly InlineMark[] };

/** A line break within a block. */
export const lineBreak = "\\\n";

export function hasMark(marks: readonly InlineMark[], { kind, href, title }: InlineMark): boolean {
  return marks.some((one) => one.kind === kind && one.href === href && one.title === title);
}

/** Runs as Markdown can say them: without space at the ends, and no mark begins or ends with space. */
export function makeRegular(runs: readonly Run[]): Run[] {
  const parts = runs.flatMap((run) => (run.atom === null ? splitSpace(run) : [run]));
  return joinRuns(freeSpaces(trim(parts).filter((run, place, all) => !isAtBreak(run, all, place))));
}

/** No-break spaces are space to Markdown, too. */
const space = "[ \\t\\n\\u00a0]";
const parts = new RegExp(
  `${space}+|[^ \\t\\n\\u00a0](?:[^]*[^ \\t\\n\\u00a0])?(?=${space}*$)`,
  "g",
);

function splitSpace({ text, marks }: Run): Run[] {
  return (text.match(parts) ?? []).map((part) => ({ text: part, atom: null, marks }));
}

function isSpace({ text, atom }: Run): boolean {
  return atom === null && text.trim() === "";
}

function trim(runs: Run[]): Run[] {
  let last = runs.length - 1;
  while (last >= 0 && isBlankAt(runs, last)) last--;
  let first = 0;
  while (first < last && isBlankAt(runs, first)) first++;
  return runs.slice(first, last + 1);
}

function isBlankAt(runs: Run[], place: number): boolean {
  const run = runs[place];
  return run !== undefined && (isSpace(run) || run.atom === lineBreak);
}

/** Space at the end of a line, or at its beginning. */
function isAtBreak(run: Run, runs: Run[], place: number): boolean {
  if (!isSpace(run)) return false;
  return [runs[place - 1], runs[place + 1]].some((one) => one?.atom === lineBreak);
}

/** Space has the marks that what stands before it and what stands after it have both. */
function freeSpaces(runs: Run[]): Run[] {
  const after: (readonly InlineMark[])[] = [];
  let next: readonly InlineMark[] = [];
  for (let place = runs.length - 1; place >= 0; place--) {
    const run = runs[place];
    after[place] = next;
    if (run !== undefined && !isSpace(run)) next = run.marks;
  }
  let before: readonly InlineMark[] = [];
  return runs.map((run, place) => {
    if (isSpace(run)) {
      return { ...run, marks: before.filter((mark) => hasMark(after[place] ?? [], mark)) };
    }
    before = run.marks;
    return run;
  });
}

function joinRuns(runs: Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const former = result.at(-1);
    const same = former?.atom === null && run.atom === null && sameMarks(former.marks, run.marks);
    if (former !== undefined && same) {
      result[result.length - 1] = { ...former, text: former.text + run.text };
    } else result.push(run);
  }
  return result;
}

function sameMarks(some: readonly InlineMark[], others: readonly InlineMark[]): boolean {
  return some.length === others.length && some.every((mark) => hasMark(others, mark));
}
