import { cutText } from "../vietnamese/cut-text.ts";
import type { CheckedArticle } from "./checked-article.ts";
import type { Where } from "./finding.ts";

/** What a finding can point into. */
export type ExcerptedArticle = Pick<
  CheckedArticle,
  "title" | "lede" | "body" | "section" | "tags" | "byline" | "leadPhoto" | "documents"
>;

/** In UTF-16 units. An excerpt is part of a key, so it is short. */
const maxLength = 300;

/** For excerpts that people see, in UTF-16 units. */
const maxShownLength = 120;

/** Text on either side of a place between two letters, where something is missing, in UTF-16 units. */
const contextLength = 40;

/** The text that a finding is about: the text at its place, or its whole field. A dismissal is valid while this text stays. */
export function readExcerpt(article: ExcerptedArticle, { field, start, end }: Where): string {
  const text = readField(article, field);
  if (start === null || end === null) return cutText(text, maxLength);
  if (start === end)
    return text.slice(findWordStart(text, start - contextLength), end + contextLength);
  return cutText(text.slice(start, end), maxLength);
}

/** A short excerpt for people. Empty for a finding about a whole field, a photo or a recording. */
export function readShortExcerpt(article: ExcerptedArticle, where: Where): string {
  if (where.start === null) return "";
  const excerpt = readExcerpt(article, where).trim();
  return /\]\((?:photo:|\/phim\/)/.test(excerpt) ? "" : cutText(excerpt, maxShownLength);
}

/** The beginning of the first whole word at or after a place. */
function findWordStart(text: string, place: number): number {
  if (place <= 0) return 0;
  return text.indexOf(" ", place - 1) + 1;
}

function readField(article: ExcerptedArticle, field: string): string {
  const { byline, leadPhoto } = article;
  const author = /^byline\.authors\.(\d+)$/.exec(field)?.[1];
  if (author !== undefined) return byline.authors[Number(author)] ?? "";
  const tag = /^tags\.(\d+)$/.exec(field)?.[1];
  if (tag !== undefined) return article.tags[Number(tag)] ?? "";
  const document = /^documents\.(\d+)\.file$/.exec(field)?.[1];
  if (document !== undefined) return article.documents[Number(document)]?.file ?? "";
  switch (field) {
    case "title":
    case "lede":
    case "body":
    case "section":
      return article[field] ?? "";
    case "byline.authors":
      return byline.authors.join(", ");
    case "byline.unit":
      return byline.unit ?? "";
    case "leadPhoto":
      return leadPhoto?.photo ?? "";
    case "leadPhoto.alt":
    case "leadPhoto.caption":
    case "leadPhoto.credit":
      return leadPhoto?.[field.slice("leadPhoto.".length) as "alt" | "caption" | "credit"] ?? "";
    default:
      return "";
  }
}
