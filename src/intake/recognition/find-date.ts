import type { Block } from "../blocks/block.ts";
import { readBlockText } from "../blocks/block.ts";
import { findWrittenDate, readDateline, findPublicationTime, saysPublication } from "./dateline.ts";
import type { DateOrder, FoundDate } from "./dateline.ts";
import type { ReadFile } from "./recognised.ts";

/** Names of elements that hold the time of publication. */
const dateName =
  / (?:date|dates|datetime|time|times|ngay|ngaydang|ngay dang|thoigian|publish|published|pubdate|pub date|postdate|created|createdate|createdby|posted|dateline|news date|meta) /;

/** Names of elements that hold the time of a change. */
const changeName =
  /^(?! .*(?:publish|dang|posted|created)).* (?:updated?|modified|capnhat|cap nhat|lastmod) /;

/** Blocks at the head of the text among which a date may stand, and at its end. */
const maxBlocks = 8;

export type DateFinding = { at: number | null; by: string | null; ambiguous: boolean };

/**
 * When an article came out: by the page's data, by an element named for it, or by a line that is nothing but a date. A
 * date within a sentence is never taken, and none that lies ahead of `now`. Web APIs only.
 */
export function findDate(
  { before, blocks, after, hints }: ReadFile,
  order: DateOrder | null,
  now: number,
): DateFinding {
  const lines = [...before.slice(-maxBlocks), ...blocks.slice(0, maxBlocks)];
  const ends = [...blocks.slice(-4), ...after.slice(0, maxBlocks)];
  let ambiguous = false;
  const found = (date: FoundDate | null): date is number => {
    ambiguous ||= date === "ambiguous";
    return typeof date === "number" && date <= now;
  };
  if (hints.date !== null) {
    const date = findWrittenDate(hints.date.text, order);
    if (found(date)) return { at: date, by: hints.date.by, ambiguous: false };
  }
  const dated = [...lines, ...ends].filter((block) => isDateBlock(block, order));
  const [labelled, others] = [true, false].map((isLabelled) =>
    dated.filter((block) => saysPublication(readBlockText(block)) === isLabelled),
  );
  for (const block of [...(labelled ?? []), ...(others ?? [])]) {
    const isNamed = dateName.test(block.look.named);
    if (changeName.test(ownNames(block.look.named))) continue;
    const date = findPublicationTime(readBlockText(block), order);
    if (found(date)) return { at: date, by: isNamed ? "element" : "dateline", ambiguous: false };
  }
  return { at: null, by: null, ambiguous };
}

/** The first six class and id words: those of the element itself and of the elements close around it. */
function ownNames(named: string): string {
  return ` ${named.trim().split(" ").slice(0, 6).join(" ")} `;
}

/** Whether a block is there for its date alone. */
export function isDateBlock(block: Block, order: DateOrder | null): boolean {
  const text = readBlockText(block);
  if (readDateline(text, order) !== null) return true;
  return (
    dateName.test(block.look.named) && text.length <= 160 && findWrittenDate(text, order) !== null
  );
}
