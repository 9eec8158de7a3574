import type { Mark, Node } from "prosemirror-model";

/** A stretch of text with the same marks, or one node among text. */
export type Run = { text: string; node: Node | null; marks: readonly Mark[] };

/**
 * The content of a text block as Markdown can say it: without space at the ends, and no mark begins or ends with space.
 */
export function runsOf(block: Node): Run[] {
  const runs: Run[] = [];
  block.forEach((node) => {
    if (!node.isText) runs.push({ text: "", node, marks: node.marks });
    else runs.push(...splitSpace(node.text ?? "", node.marks));
  });
  return joined(bareSpace(trim(runs).filter((run, place, all) => !isAtBreak(run, all, place))));
}

/** No-break spaces are space to Markdown, too. */
const space = "[ \\t\\n\\u00a0]";
const parts = new RegExp(
  `${space}+|[^ \\t\\n\\u00a0](?:[^]*[^ \\t\\n\\u00a0])?(?=${space}*$)`,
  "g",
);

function splitSpace(text: string, marks: readonly Mark[]): Run[] {
  return (text.match(parts) ?? []).map((part) => ({ text: part, node: null, marks }));
}

function isSpace({ text, node }: Run): boolean {
  return node === null && text.trim() === "";
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
  return run !== undefined && (isSpace(run) || run.node?.type.name === "hardBreak");
}

/** Space at the end of a line, or at its beginning. */
function isAtBreak(run: Run, runs: Run[], place: number): boolean {
  if (!isSpace(run)) return false;
  return [runs[place - 1], runs[place + 1]].some((one) => one?.node?.type.name === "hardBreak");
}

/** Space has the marks that what stands before it and what stands after it have both. */
function bareSpace(runs: Run[]): Run[] {
  const after: (readonly Mark[])[] = [];
  let next: readonly Mark[] = [];
  for (let place = runs.length - 1; place >= 0; place--) {
    const run = runs[place];
    after[place] = next;
    if (run !== undefined && !isSpace(run)) next = run.marks;
  }
  let before: readonly Mark[] = [];
  return runs.map((run, place) => {
    if (isSpace(run)) {
      return { ...run, marks: before.filter((mark) => mark.isInSet(after[place] ?? [])) };
    }
    before = run.marks;
    return run;
  });
}

function joined(runs: Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const former = result.at(-1);
    const same = former?.node === null && run.node === null && sameMarks(former.marks, run.marks);
    if (former !== undefined && same) {
      result[result.length - 1] = { ...former, text: former.text + run.text };
    } else result.push(run);
  }
  return result;
}

function sameMarks(some: readonly Mark[], others: readonly Mark[]): boolean {
  return some.length === others.length && some.every((mark) => mark.isInSet(others));
}
