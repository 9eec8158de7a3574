import { readBody } from "../../check/body-passages.ts";
import type { BodyPhoto } from "../../check/body-passages.ts";
import { objectPlaceholder } from "../../check/passage.ts";
import type { Passage } from "../../check/passage.ts";
import { findSourceRange } from "../../markdown/placed-text.ts";
import type { SourceRange } from "../../markdown/placed-text.ts";
import type { Piece } from "./text-diff.ts";
import { showReplaced, compareWords, diffParagraphs } from "./text-diff.ts";
import { BodyFormats, compareLooks } from "./body-formats.ts";
import type { Format, KeptWords } from "./body-formats.ts";
import { pairSimilar } from "./similar-pairs.ts";

/**
 * Characters of changed passages that are compared word by word. Passages beyond are marked as replaced: comparing takes time,
 * and nobody reads so many changes word by word.
 */
const maxCompared = 100_000;

/** Words that are marked because they look different. Nobody looks at more of them. */
const maxFormatChanges = 300;

/** Words that were removed from a passage that stayed. They are shown before or after the character at `at`. */
export type RemovedWords = { at: number; side: "before" | "after"; text: string };

/** A passage or photo that was removed. It is shown before the part that begins at `before`; null: at the end. */
export type RemovedPart = { before: number | null; text: string };

/** A photo that is new, stands elsewhere or has other words. */
export type PhotoChange = {
  photo: BodyPhoto;
  kind: "added" | "moved" | "reworded";
  /** Its former words, if it was there before. */
  before: { alt: string; caption: string } | null;
};

/** Words that look different, and the formats that they lost; without any, they were plain. */
export type FormatChange = SourceRange & { lost: readonly Format[] };

/** What changed in a body, by places in the newer one. */
export type BodyChanges = {
  added: SourceRange[];
  removedWords: RemovedWords[];
  removedPassages: RemovedPart[];
  removedPhotos: (RemovedPart & { id: string })[];
  photos: PhotoChange[];
  /** Words that stayed and look different. */
  formats: FormatChange[];
  /** Whether something changed that no mark can show, such as an empty line. */
  hasUnmarked: boolean;
};

export function noBodyChanges(): BodyChanges {
  return {
    added: [],
    removedWords: [],
    removedPassages: [],
    removedPhotos: [],
    photos: [],
    formats: [],
    hasUnmarked: false,
  };
}

export function compareBodyPlaces(before: string, after: string): BodyChanges {
  const [old, fresh] = [readBody(before), readBody(after)];
  const changes = noBodyChanges();
  const formats = { before: new BodyFormats(before), after: new BodyFormats(after) };
  comparePassages(old.passages, fresh.passages, formats, changes);
  comparePhotos(old.photos, fresh.photos, changes);
  const { hasUnmarked: _, ...marked } = changes;
  const isMarked = Object.values(marked).some((some) => some.length > 0);
  return { ...changes, hasUnmarked: changes.hasUnmarked || (!isMarked && before !== after) };
}

type Formats = { before: BodyFormats; after: BodyFormats };

function comparePassages(
  old: readonly Passage[],
  fresh: readonly Passage[],
  formats: Formats,
  changes: BodyChanges,
): void {
  const texts = (passages: readonly Passage[]) => passages.map(({ text }) => text);
  let [oldAt, freshAt, compared] = [0, 0, 0];
  for (const run of diffParagraphs(texts(old), texts(fresh))) {
    if ("same" in run) {
      run.same.forEach(({ length }, n) => {
        const kept = [{ before: 0, after: 0, length }];
        markLooks([old[oldAt + n], fresh[freshAt + n]], kept, formats, changes);
      });
      oldAt += run.same.length;
      freshAt += run.same.length;
      continue;
    }
    const pairs = pairSimilar(run.removed, run.added);
    for (const [removed, added] of pairs) {
      const passage = added === null ? undefined : fresh[freshAt + added];
      const former = removed === null ? null : (run.removed[removed] ?? "");
      if (passage === undefined) {
        const next = findNextAdded(pairs, removed) ?? run.added.length;
        const following = fresh[freshAt + next];
        const place = following === undefined ? null : findSource(following).start;
        changes.removedPassages.push({ before: place, text: former ?? "" });
      } else if (former === null) changes.added.push(findSource(passage));
      else {
        compared += former.length + passage.text.length;
        const compare = compared > maxCompared ? showReplaced : compareWords;
        const pieces = compare(former, passage.text);
        markPieces(pieces, passage, changes);
        const before = old[oldAt + (removed ?? 0)];
        markLooks([before, passage], listKept(pieces), formats, changes);
      }
    }
    oldAt += run.removed.length;
    freshAt += run.added.length;
  }
}

/** The first added passage after a removed one, in the order of the pairs. */
function findNextAdded(pairs: readonly Pair[], removed: number | null): number | null {
  const from = pairs.findIndex((pair) => pair[0] === removed);
  return pairs.slice(from).find((pair) => pair[1] !== null)?.[1] ?? null;
}

type Pair = readonly [removed: number | null, added: number | null];

function markPieces(pieces: readonly Piece[], passage: Passage, changes: BodyChanges): void {
  let at = 0;
  for (const { kind, text } of pieces) {
    if (kind === "removed") {
      const place = attach(passage, at);
      if (place === null) changes.hasUnmarked = true;
      else changes.removedWords.push({ ...place, text });
      continue;
    }
    if (kind === "added") changes.added.push(findSource(passage, at, at + text.length));
    at += text.length;
  }
}

function listKept(pieces: readonly Piece[]): KeptWords[] {
  const kept: KeptWords[] = [];
  let [before, after] = [0, 0];
  for (const { kind, text } of pieces) {
    if (kind === "same") kept.push({ before, after, length: text.length });
    if (kind !== "added") before += text.length;
    if (kind !== "removed") after += text.length;
  }
  return kept;
}

function markLooks(
  [before, after]: [Passage | undefined, Passage | undefined],
  kept: readonly KeptWords[],
  formats: Formats,
  changes: BodyChanges,
): void {
  if (before === undefined || after === undefined) return;
  const looks = compareLooks(kept, formats.before.read(before), formats.after.read(after));
  for (const { start, end, lost } of looks) {
    if (after.text.slice(start, end).trim() === "") continue;
    if (changes.formats.length === maxFormatChanges) changes.hasUnmarked = true;
    if (changes.formats.length >= maxFormatChanges) return;
    changes.formats.push({ ...findSource(after, start, end), lost });
  }
}

/** The character of a passage beside which removed words are shown: the nearest that is written as it is. */
function attach({ text, pieces }: Passage, at: number): Omit<RemovedWords, "text"> | null {
  const isWritten = (index: number) => index < text.length && text[index] !== objectPlaceholder;
  for (let index = at; index < text.length; index++) {
    if (isWritten(index))
      return { at: findSourceRange(pieces, index, index + 1).start, side: "before" };
  }
  for (let index = at - 1; index >= 0; index--) {
    if (isWritten(index))
      return { at: findSourceRange(pieces, index, index + 1).end, side: "after" };
  }
  return null;
}

function findSource({ pieces, text }: Passage, start = 0, end = text.length): SourceRange {
  return findSourceRange(pieces, start, end);
}

function comparePhotos(
  old: readonly BodyPhoto[],
  fresh: readonly BodyPhoto[],
  changes: BodyChanges,
): void {
  const ids = (photos: readonly BodyPhoto[]) => photos.map(({ photo }) => photo);
  let [oldAt, freshAt] = [0, 0];
  for (const run of diffParagraphs(ids(old), ids(fresh))) {
    const [removed, added] = "same" in run ? [run.same, run.same] : [run.removed, run.added];
    added.forEach((id, index) => {
      const photo = fresh[freshAt + index];
      const former = "same" in run ? old[oldAt + index] : old.find((one) => one.photo === id);
      if (photo === undefined) return;
      const before = former === undefined ? null : readPhotoWords(former);
      const kind = former === undefined ? "added" : "same" in run ? "reworded" : "moved";
      const now = readPhotoWords(photo);
      const isSame = before?.alt === now.alt && before.caption === now.caption;
      if (kind !== "reworded" || !isSame) changes.photos.push({ photo, kind, before });
    });
    if (!("same" in run)) {
      const next = fresh[freshAt + added.length];
      removed.forEach((id, index) => {
        const photo = old[oldAt + index];
        if (photo === undefined || fresh.some((one) => one.photo === id)) return;
        const { alt, caption } = readPhotoWords(photo);
        changes.removedPhotos.push({ before: next?.start ?? null, text: caption || alt, id });
      });
    }
    oldAt += removed.length;
    freshAt += added.length;
  }
}

function readPhotoWords({ alt, caption }: BodyPhoto): { alt: string; caption: string } {
  return { alt: alt.text, caption: caption?.text ?? "" };
}
