import type { ArticleContent, ArticleKind, Section } from "../../article/article.ts";
import { describeRow } from "../../article/document-rows.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { readingWords } from "../../vietnamese/words/reading.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";

/** One thing that an article says besides its body, as a line to compare. */
export type ContentField = {
  label: string;
  text: string;
  /** A choice, not a text: of two section names it helps nobody to know which words they share. */
  isChoice?: boolean;
  /** It tells about the lead photo. */
  isOfPhoto?: boolean;
  /** The documents that `text` describes. */
  documents?: ArticleContent["documents"];
};

/** Everything that an article says besides its body, always the same fields in the same order. */
export function listContentFields(
  {
    title,
    lede,
    section,
    genre,
    tags,
    byline,
    source,
    leadPhoto,
    english,
    madeByAi,
    documents,
  }: ArticleContent,
  { sections, kind }: { sections: readonly Section[]; kind: ArticleKind },
): ContentField[] {
  const words = reviewWords.fields;
  const sectionName = sections.find(({ slug }) => slug === section)?.name ?? section ?? "";
  return [
    { label: words.title, text: title },
    { label: words.lede, text: lede },
    { label: words.section, text: sectionName, isChoice: true },
    {
      label: words.genre,
      text: kind === "page" ? "" : readingWords.genres[genre],
      isChoice: true,
    },
    { label: words.tags, text: tags.join(", ") },
    { label: words.authors, text: byline.authors.join(", ") },
    { label: words.unit, text: byline.unit },
    { label: words.source, text: [source?.name, source?.url].filter(Boolean).join(" ") },
    {
      label: words.leadPhoto,
      text: leadPhoto === null ? "" : shortenPhotoName(leadPhoto.photo),
      isChoice: true,
      isOfPhoto: true,
    },
    { label: words.leadAlt, text: leadPhoto?.alt ?? "", isOfPhoto: true },
    { label: words.leadCaption, text: leadPhoto?.caption ?? "", isOfPhoto: true },
    { label: words.leadCredit, text: leadPhoto?.credit ?? "", isOfPhoto: true },
    { label: words.englishTitle, text: english?.title ?? "" },
    { label: words.englishSummary, text: english?.summary ?? "" },
    {
      label: words.madeByAi,
      text: madeByAi === null ? "" : formWords.aiLabels[madeByAi],
      isChoice: true,
    },
    { label: words.documents, text: documents.map(describeRow).join("\n"), documents },
  ];
}

/** A body whose photos are named by the beginning of their ids: enough to tell them apart, short enough to read. */
export function makeReadable(body: string): string {
  return body.replace(/photo:([\da-f]{64})/g, (_, id: string) => `photo:${shortenPhotoName(id)}`);
}

function shortenPhotoName(id: string): string {
  return id.slice(0, 8);
}
