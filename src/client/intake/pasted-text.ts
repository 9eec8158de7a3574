import { readBlockText, joinInlineText, listPhotos } from "../../intake/blocks/block.ts";
import type { Block, SourcePhoto } from "../../intake/blocks/block.ts";
import { writeMarkdown } from "../../intake/blocks/write-markdown.ts";
import { readPasted } from "../../intake/page/read-pasted.ts";
import { reportSentences } from "../../intake/report.ts";
import { askAboutLegacy } from "../../intake/recognition/legacy-text.ts";
import type { LegacyAnswer, PastedText } from "./draft.ts";
import { rtfType } from "./clipboard-files.ts";
import { readPhotosOfRtf } from "./rtf-photos.ts";
import {
  isImageDataUrl,
  readImageDataUrl,
  takePhotos,
  keepCaptionsOfLostPhotos,
} from "./take-photos.ts";

/** What an article may have of pasted HTML; `files` are those of the same clipboard. */
export async function readPastedText(
  html: string,
  files: readonly File[],
  answer: LegacyAnswer | null,
): Promise<PastedText> {
  const { blocks, fonts, reports } = readPasted(html, answer === "as-is" ? null : answer);
  const all = listPhotos(null, blocks);
  const beside = await matchPhotos(all, blocks, files);
  const taken = takePhotos(
    all,
    "",
    (photo) => readImageDataUrl(photo.source) ?? beside.get(photo) ?? null,
  );
  const markdown = writeMarkdown(keepCaptionsOfLostPhotos(blocks, taken), taken.named);
  const problems = [...taken.problems, ...reportSentences(reports)];
  const question = answer === null ? askAboutLegacy(blocks.map(readBlockText)) : null;
  return { markdown, photos: taken.photos, fonts, question, problems };
}

/**
 * Which file of the clipboard is which photo: by name, or one by one where its RTF or its files have as many. A single
 * file beside text is left out: programs put a picture of the text itself there.
 */
async function matchPhotos(
  all: readonly SourcePhoto[],
  blocks: readonly Block[],
  files: readonly File[],
): Promise<Map<SourcePhoto, Blob>> {
  const images = files.filter(({ type }) => type.startsWith("image/"));
  const without = all.filter(({ source }) => !isImageDataUrl(source));
  if (without.length === 0) return new Map();
  const byName = new Map(images.map((file) => [file.name.toLowerCase(), file] as const));
  const named = without.flatMap((photo) => {
    const file = byName.get(readFileName(photo));
    return file === undefined ? [] : [[photo, file] as const];
  });
  if (named.length > 0) return new Map(named);
  const isPictureOnly = blocks.every((block) => block.kind === "photos" || isBlank(block));
  const fromRtf = await readRtfPhotos(files);
  const kept = images.length === 1 && !isPictureOnly ? [] : images;
  const found = fromRtf.length === without.length ? fromRtf : kept;
  if (found.length !== without.length) return new Map();
  return new Map(
    without.flatMap((photo, at) => found.slice(at, at + 1).map((one) => [photo, one])),
  );
}

async function readRtfPhotos(files: readonly File[]): Promise<Blob[]> {
  const rtf = files.find(({ type }) => type === rtfType);
  return rtf === undefined ? [] : readPhotosOfRtf(await rtf.text());
}

function readFileName({ source }: SourcePhoto): string {
  return /[^/\\]*$/.exec(source ?? "")?.[0]?.toLowerCase() ?? "";
}

function isBlank(block: Block): boolean {
  return block.kind === "paragraph" && joinInlineText(block.text).trim() === "";
}
