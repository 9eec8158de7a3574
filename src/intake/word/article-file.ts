import { isAll, readBlockText } from "../blocks/block.ts";
import type { Block } from "../blocks/block.ts";
import { removeDocumentHead } from "../recognition/document-head.ts";
import { noHints } from "../recognition/recognised.ts";
import type { Recognisable } from "../recognition/recognised.ts";
import { reportIntake } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import { titleClass } from "./read-blocks.ts";

/** Among the first so many blocks a title may stand. */
const near = 8;

/**
 * The blocks of a document, its title first. Lines of an office above the title are left out and reported; all else above
 * it stays, below it. Web APIs only.
 */
export function readArticleFile(
  all: readonly Block[],
  report: (one: IntakeReport) => void,
): Recognisable {
  const { head, rest } = removeDocumentHead(all);
  const at = findTitle(rest);
  const above = rest.slice(0, at);
  const leftOut = above.filter(isOfficeLine);
  const kept = above.filter((block) => !isOfficeLine(block));
  for (const block of [...head, ...leftOut]) report(reportIntake("line", readBlockText(block)));
  const blocks = [...rest.slice(at, at + 1), ...kept, ...rest.slice(at + 1)];
  return { before: [...head, ...leftOut], blocks, after: [], hints: noHints, hasFurniture: false };
}

/** A paragraph of the style Title, else a heading of level 1 that no other title stands above, else the first line. */
function findTitle(blocks: readonly Block[]): number {
  const first = blocks.slice(0, near);
  const titled = first.findIndex(({ look }) =>
    look.named.includes(` ${titleClass.replace("-", " ")} `),
  );
  if (titled !== -1) return titled;
  const heading = first.findIndex((block) => block.kind === "heading" && block.level === 1);
  const others = first.slice(0, Math.max(0, heading)).filter((block) => !isOfficeLine(block));
  const hasTitle = others.some(readsAsTitle);
  return heading === -1 || hasTitle ? 0 : heading;
}

/** A line set apart from the text, and short. */
function readsAsTitle(block: Block): boolean {
  if (block.kind !== "paragraph" || readBlockText(block).length > 200) return false;
  return isAll(block.text, "bold") || block.look.align === "center";
}

/** The name of an office or of a form in capitals. */
function isOfficeLine(block: Block): boolean {
  if (block.kind !== "paragraph" && block.kind !== "heading") return false;
  const text = readBlockText(block).trim();
  return block.kind === "paragraph" && text.length <= 80 && text === text.toUpperCase();
}
