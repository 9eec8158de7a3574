import { foldToKey } from "../../vietnamese/fold.ts";
import { normaliseLine, normaliseText } from "../../vietnamese/normalise.ts";
import type { Block, SourcePhoto } from "../blocks/block.ts";
import { isAll, readBlockText, readBlocksText } from "../blocks/block.ts";
import { shapeBody } from "./body-shape.ts";
import { joinCaptions } from "./captions.ts";
import { readDateline } from "./dateline.ts";
import type { DateOrder } from "./dateline.ts";
import { findDate, isDateBlock } from "./find-date.ts";
import { findEnding } from "./find-ending.ts";
import { findLede, isNamedLede } from "./find-lede.ts";
import { refuseUnreadable } from "./legacy-text.ts";
import { keepNotes } from "./keep-notes.ts";
import { reportIntake } from "../report.ts";
import { isFurniture, removeNoteMarks } from "./page-lines.ts";
import { ReadFailure } from "./read-failure.ts";
import type { Part, Recognisable, Recognised } from "./recognised.ts";

/** What recognition gets from outside: the time (ms), and the order of day and month if a page leaves it open. */
export type RecogniseOptions = {
  now: number;
  dateOrder: DateOrder | null;
  /** Refuses what is surely no article. The importer is strict; the form is not, because a person sees the result. */
  strict: boolean;
};

/** Fewer letters than that, without photos, are no article. */
const minArticle = 120;

/** A longer heading is text. */
const maxHeading = 200;

/** So many blocks at the head may be the page's and not the article's. */
const maxBlocks = 8;

/**
 * The article in a file that was read into blocks. Whatever is not surely something else stays text of the body: nothing
 * is lost without a trace. Web APIs only. ReadFailure, when strict: no-title, not-article, legacy-text, garbled-text.
 */
export function recognise(file: Recognisable, options: RecogniseOptions): Recognised {
  const by: Recognised["by"] = {};
  const notes = file.blocks.filter((block) => block.kind === "note");
  const noted = { ...file, blocks: file.blocks.filter((block) => block.kind !== "note") };
  const { title, blocks: untitled, repeated } = takeTitle(noted, options, by);
  const date = findDate({ ...file, blocks: untitled }, options.dateOrder, options.now);
  note(by, "date", date.by);
  if (options.strict) refuseList(untitled);
  const isNoText = (block: Block, index: number): boolean => {
    const isNear = index < maxBlocks || index >= untitled.length - maxBlocks;
    const isOfPage = file.hasFurniture && isFurniture(readBlockText(block));
    return isNear && (isOfPage || isDateBlock(block, options.dateOrder));
  };
  const texts = untitled.map(readAsText);
  const lines = texts.filter((block, index) => !isNoText(block, index));
  const { hints } = file;
  const ending = findEnding(lines, file, options.dateOrder);
  note(by, "byline", ending.bylineBy);
  const leftOut = [...repeated, ...texts.filter(isNoText), ...ending.leftOut];
  const { lede, by: ledeBy, blocks } = findLede(joinCaptions(ending.blocks), hints.description);
  note(by, "lede", ledeBy);
  const { leadPhoto, body: text } = takeLeadPhoto(shapeBody(blocks));
  const kept = keepNotes(text, notes);
  const body = [...text, ...kept.blocks];
  if (options.strict) {
    refuseTooLittle(lede, body, leadPhoto);
    refuseUnreadable([title, lede, ...body.map(readBlockText), leadPhoto?.caption ?? ""]);
  }
  note(by, "leadPhoto", leadPhoto === null ? null : "first");
  const category = hints.category ?? ending.category;
  note(by, "category", category === null ? null : hints.category === null ? "line" : "data");
  note(by, "source", ending.source === null ? null : "line");
  note(by, "tags", ending.tags.length === 0 ? null : "line");
  return {
    title,
    lede: normaliseText(lede).text,
    body,
    leadPhoto,
    byline: ending.byline,
    source: ending.source,
    tags: ending.tags,
    publishedAt: date.at,
    category,
    addresses: hints.addresses,
    by,
    leftOut: [
      ...leftOut.map((block) => reportIntake("line", readBlockText(block))),
      ...kept.unreferred.map((block) => reportIntake("note", readBlockText(block))),
    ],
    ambiguousDate: date.ambiguous,
  };
}

function note(by: Recognised["by"], part: Part, how: string | null): void {
  if (how !== null && how !== "") by[part] = how;
}

/** The title by the page's data, else the first line; the blocks without it. */
function takeTitle(
  { blocks, hints, hasFurniture }: Recognisable,
  { strict, dateOrder }: RecogniseOptions,
  by: Recognised["by"],
): { title: string; blocks: Block[]; repeated: Block[] } {
  const first = blocks.find(
    (block) =>
      (block.kind === "heading" || block.kind === "paragraph") &&
      !(hasFurniture && isFurniture(readBlockText(block))) &&
      readDateline(readBlockText(block), dateOrder) === null,
  );
  const title = removeNoteMarks(
    normaliseLine(hints.title?.text ?? (first ? readBlockText(first) : "")).text,
  );
  if (title === "" || title.length > 300) {
    if (strict) throw new ReadFailure("no-title");
    return { title: "", blocks, repeated: [] };
  }
  by.title = hints.title?.by ?? describeSetting(first);
  const key = foldToKey(title);
  const isTitle = (block: Block, index: number): boolean =>
    index < maxBlocks &&
    block.kind !== "photos" &&
    foldToKey(removeNoteMarks(readBlockText(block))) === key;
  return {
    title,
    blocks: blocks.filter((block, index) => !isTitle(block, index)),
    repeated: blocks.filter(isTitle).slice(1),
  };
}

function describeSetting(block: Block | undefined): string {
  if (block?.kind === "heading") return "heading";
  return block?.kind === "paragraph" && isAll(block.text, "bold") ? "bold" : "first-line";
}

/** The photo above the text, or under its first paragraph at most; of several the first. */
function takeLeadPhoto(blocks: Block[]): { leadPhoto: SourcePhoto | null; body: Block[] } {
  const at = blocks.findIndex((block) => block.kind === "photos");
  const block = blocks[at];
  const isHigh = at === 0 || (at === 1 && blocks[0]?.kind === "paragraph");
  if (!isHigh || block?.kind !== "photos") return { leadPhoto: null, body: blocks };
  const [leadPhoto = null, ...photos] = block.photos;
  const rest = photos.length === 0 ? [] : [{ ...block, photos }];
  return { leadPhoto, body: [...blocks.slice(0, at), ...rest, ...blocks.slice(at + 1)] };
}

/** A lede, or a whole paragraph, that a page sets as a heading. */
function readAsText(block: Block): Block {
  if (block.kind !== "heading") return block;
  const isText = isNamedLede(block.look) || readBlockText(block).length > maxHeading;
  return isText ? { ...block, kind: "paragraph" } : block;
}

/** Characters of text for each linked line, below which a page is a list of teasers. */
const minTextPerLink = 400;

/** A page of teasers: many of its lines are links and nothing else, and little text stands between them. */
function refuseList(blocks: readonly Block[]): void {
  const lines = blocks.filter((block) => block.kind === "paragraph" || block.kind === "heading");
  const linked = lines.filter(({ text }) =>
    text.every((piece) => piece.link !== null || piece.text.trim() === ""),
  );
  if (linked.length < 4 || linked.length < 0.3 * lines.length) return;
  const text = readBlocksText(lines.filter((line) => !linked.includes(line)));
  if (text.length < minTextPerLink * linked.length) throw new ReadFailure("not-article");
}

function refuseTooLittle(lede: string, body: Block[], leadPhoto: SourcePhoto | null): void {
  const letters = lede.length + readBlocksText(body).trim().length;
  const hasPhotos = leadPhoto !== null || body.some((block) => block.kind === "photos");
  if (letters < (hasPhotos ? minArticle / 3 : minArticle)) throw new ReadFailure("not-article");
}
