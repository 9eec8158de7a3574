import { readBody } from "./body-passages.ts";
import type { BodyFootnote, BodyPhoto, BodyTable } from "./body-passages.ts";
import type { CheckedArticle } from "./checked-article.ts";
import { findDateMentions } from "./date-mentions.ts";
import type { DateMention } from "./date-mentions.ts";
import type { Finding } from "./finding.ts";
import { makePlainPassage } from "./passage.ts";
import type { Passage, PassageKind } from "./passage.ts";
import { findPersonMentions } from "./person-mentions.ts";
import type { PersonMention } from "./person-mentions.ts";

/** The article read once for all rules. */
export type ReadArticle = {
  readonly article: CheckedArticle;
  readonly title: Passage;
  readonly lede: Passage;
  /** Body prose in reading order. */
  readonly body: readonly Passage[];
  /** Captions with text, the lead photo's first. */
  readonly captions: readonly Passage[];
  /** Title, lede, body, captions: what a reader reads as the article. */
  readonly prose: readonly Passage[];
  /** Prose, code, alts, credits and byline: everything that readers may see. */
  readonly everything: readonly Passage[];
  readonly photos: readonly UsedPhoto[];
  readonly galleries: readonly (readonly BodyPhoto[])[];
  readonly tables: readonly BodyTable[];
  readonly footnotes: readonly BodyFootnote[];
  readonly dates: readonly DateMention[];
  readonly people: readonly PersonMention[];
};

/** A photo of the page, the lead photo first. A lead photo without words of its own that the body shows is that photo of the body. */
export type UsedPhoto = {
  readonly photo: string;
  readonly isLead: boolean;
  readonly alt: Passage;
  /** Null for a lead photo that is no part of the body's text. */
  readonly inBody: { readonly start: number; readonly end: number } | null;
};

/** One rule of soát bài: what it has to say about an article, never changing it. */
export type Rule = (read: ReadArticle) => Finding[];

export function readArticle(article: CheckedArticle): ReadArticle {
  const title = makePlainPassage("title", "title", article.title);
  const lede = makePlainPassage("lede", "lede", article.lede);
  const body = readBody(article.body);
  const captions = [
    ...readLeadCaption(article),
    ...body.photos.flatMap(({ caption }) => caption ?? []),
  ];
  const prose = [title, lede, ...body.passages, ...captions];
  const photos = readUsedPhotos(article, body.photos);
  return {
    article,
    title,
    lede,
    body: body.passages,
    captions,
    prose,
    everything: [...prose, ...body.code, ...photos.map(({ alt }) => alt), ...readCredits(article)],
    photos,
    galleries: body.galleries,
    tables: body.tables,
    footnotes: body.footnotes,
    dates: prose.flatMap(findDateMentions),
    people: prose.flatMap(findPersonMentions),
  };
}

function readLeadCaption({ leadPhoto }: CheckedArticle): Passage[] {
  return readOptionalPassage("leadPhoto.caption", "caption", leadPhoto?.caption ?? null);
}

function readUsedPhotos({ leadPhoto }: CheckedArticle, photos: readonly BodyPhoto[]): UsedPhoto[] {
  const first = photos.findIndex(({ photo }) => photo === leadPhoto?.photo);
  const isLeadOfBody = first >= 0 && leadPhoto?.alt.trim() === "";
  const inBody = photos.map(({ photo, alt, start, end }, place) => ({
    photo,
    isLead: isLeadOfBody && place === first,
    alt,
    inBody: { start, end },
  }));
  if (!leadPhoto || isLeadOfBody) return inBody;
  const alt = makePlainPassage("leadPhoto.alt", "alt", leadPhoto.alt);
  return [{ photo: leadPhoto.photo, isLead: true, alt, inBody: null }, ...inBody];
}

function readCredits({ leadPhoto, byline }: CheckedArticle): Passage[] {
  return [
    ...readOptionalPassage("leadPhoto.credit", "credit", leadPhoto?.credit ?? null),
    ...byline.authors.map((author, i) => makePlainPassage(`byline.authors.${i}`, "author", author)),
    ...readOptionalPassage("byline.unit", "unit", byline.unit),
  ];
}

function readOptionalPassage(field: string, kind: PassageKind, text: string | null): Passage[] {
  return text ? [makePlainPassage(field, kind, text)] : [];
}
