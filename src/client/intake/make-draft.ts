import {
  makeParagraph,
  makePlainInline,
  plainLook,
  readBlockText,
  listPhotos,
} from "../../intake/blocks/block.ts";
import type { Block, SourcePhoto } from "../../intake/blocks/block.ts";
import { writeMarkdown } from "../../intake/blocks/write-markdown.ts";
import { askAboutLegacy } from "../../intake/recognition/legacy-text.ts";
import type { Recognised } from "../../intake/recognition/recognised.ts";
import type { ReadOptions } from "../../intake/text/read-text.ts";
import type { LegacyAnswer, ReadDraft } from "./draft.ts";
import { IntakeRefusal } from "./intake-refusal.ts";
import { takePhotos, keepCaptionsOfLostPhotos } from "./take-photos.ts";

/** How the form reads files: nothing is refused that can be read at all, because the reporter sees it first. */
export function makeReadOptions(
  answer: LegacyAnswer | null,
  charset: string | null = null,
): ReadOptions {
  const legacy = answer === "as-is" ? null : answer;
  return { now: Date.now(), dateOrder: null, strict: false, legacy, charset };
}

/** What a file gave besides its article. */
export type Findings = {
  find: (photo: SourcePhoto) => Blob | null;
  fonts: string[];
  answer: LegacyAnswer | null;
  problems: string[];
};

/** The article of a file as the form takes it. IntakeRefusal empty where nothing is in it. */
export function makeDraft(
  article: Recognised,
  { find, fonts, answer, problems }: Findings,
): ReadDraft {
  const { title, lede, byline, source, tags, leadPhoto } = article;
  const taken = takePhotos(listPhotos(leadPhoto, article.body), title, find);
  const lead = leadPhoto === null ? null : taken.named(leadPhoto);
  const blocks = lead === null ? [...listPhotoBlocks(leadPhoto), ...article.body] : article.body;
  const composeMarkdown = (some: readonly Block[]): string =>
    writeMarkdown(keepCaptionsOfLostPhotos(some, taken), taken.named);
  const body = composeMarkdown(blocks);
  if (title + lede + body === "" && taken.photos.size === 0) throw new IntakeRefusal("empty");
  const passages = [title, lede, ...blocks.map(readBlockText)];
  return {
    title,
    lede,
    body,
    byline,
    source,
    tags,
    fonts,
    whole: composeMarkdown([
      ...writeTitleAndLede(article),
      ...listPhotoBlocks(leadPhoto),
      ...article.body,
    ]),
    leadPhoto: lead?.name ?? null,
    photos: taken.photos,
    question: answer === null ? askAboutLegacy(passages) : null,
    problems: [...taken.problems, ...problems],
  };
}

/** The title as a sub-heading, and the lede below it. */
function writeTitleAndLede({ title, lede }: Recognised): Block[] {
  const head: Block[] = [];
  if (title !== "") {
    head.push({ kind: "heading", level: 2, text: [makePlainInline(title)], look: plainLook });
  }
  if (lede !== "") head.push(makeParagraph(lede));
  return head;
}

function listPhotoBlocks(photo: SourcePhoto | null): Block[] {
  return photo === null ? [] : [{ kind: "photos", photos: [photo], look: plainLook }];
}
