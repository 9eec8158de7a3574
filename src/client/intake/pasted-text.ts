import { textOfBlock, wordsOf } from "../../intake/blocks/block.ts";
import type { Block, SourcePhoto } from "../../intake/blocks/block.ts";
import { markdownOf } from "../../intake/blocks/markdown-of-blocks.ts";
import { photosOf } from "../../intake/blocks/photos-of.ts";
import { readPasted } from "../../intake/page/read-pasted.ts";
import { legacyQuestion } from "../../intake/recognition/legacy-question.ts";
import type { LegacyAnswer, PastedText } from "./draft.ts";
import { photoInAddress } from "./photo-data.ts";
import { takePhotos, withCaptionsOfLost } from "./take-photos.ts";

/** What an article may have of pasted HTML; `files` are those of the same clipboard. */
export function pastedText(
  html: string,
  files: readonly File[],
  answer: LegacyAnswer | null,
): PastedText {
  const legacy = answer === "as-is" ? null : answer;
  const { blocks, fonts } = readPasted(html, legacy);
  const all = photosOf(null, blocks);
  const beside = photosBeside(all, blocks, files);
  const taken = takePhotos(
    all,
    "",
    (photo) => photoInAddress(photo.source) ?? beside.get(photo) ?? null,
  );
  const markdown = markdownOf(withCaptionsOfLost(blocks, taken), taken.named);
  const question = answer === null ? legacyQuestion(blocks.map(textOfBlock)) : null;
  return { markdown, photos: taken.photos, fonts, question, problems: taken.problems };
}

/**
 * Which file of the clipboard is which photo: by name, or one by one where they are as many. A single file beside text is
 * left out: programs put a picture of the text itself there.
 */
function photosBeside(
  all: readonly SourcePhoto[],
  blocks: readonly Block[],
  files: readonly File[],
): Map<SourcePhoto, File> {
  const images = files.filter(({ type }) => type.startsWith("image/"));
  const without = all.filter(({ source }) => photoInAddress(source) === null);
  const byName = new Map(images.map((file) => [file.name.toLowerCase(), file] as const));
  const named = without.flatMap((photo) => {
    const file = byName.get(fileName(photo));
    return file === undefined ? [] : [[photo, file] as const];
  });
  if (named.length > 0) return new Map(named);
  const isPictureOnly = blocks.every((block) => block.kind === "photos" || isBlank(block));
  if (images.length !== without.length || (images.length === 1 && !isPictureOnly)) return new Map();
  return new Map(
    without.flatMap((photo, at) => images.slice(at, at + 1).map((file) => [photo, file])),
  );
}

function fileName({ source }: SourcePhoto): string {
  return /[^/\\]*$/.exec(source ?? "")?.[0]?.toLowerCase() ?? "";
}

function isBlank(block: Block): boolean {
  return block.kind === "paragraph" && wordsOf(block.text).trim() === "";
}
