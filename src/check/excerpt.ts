import type { CheckedArticle } from "./checked-article.ts";
import type { Where } from "./finding.ts";

/** What a finding can point into. */
export type ExcerptedArticle = Pick<
  CheckedArticle,
  "title" | "lede" | "body" | "section" | "byline" | "leadPhoto"
>;

/** Longest excerpt in UTF-16 units: it is part of a key. */
const maxLength = 300;

/** Longest excerpt that is shown, in UTF-16 units. */
const maxShownLength = 120;

/** Where something is missing between two letters, what stands around it, in UTF-16 units on either side. */
const contextLength = 40;

/** The text that a finding is about: what stands at its place, or all of its field. A dismissal holds while this stays. */
export function readExcerpt(article: ExcerptedArticle, { field, start, end }: Where): string {
  const text = readField(article, field);
  if (start === null || end === null) return text.slice(0, maxLength);
  if (start === end) return text.slice(wordStart(text, start - contextLength), end + contextLength);
  return text.slice(start, end).slice(0, maxLength);
}

/** The excerpt as people are shown it: short, and nothing where all of a field is meant or it would be a photo's code. */
export function readShortExcerpt(article: ExcerptedArticle, where: Where): string {
  if (where.start === null) return "";
  const excerpt = readExcerpt(article, where).trim();
  return excerpt.includes("](photo:") ? "" : excerpt.slice(0, maxShownLength);
}

/** The beginning of the first whole word at or after a place. */
function wordStart(text: string, place: number): number {
  if (place <= 0) return 0;
  return text.indexOf(" ", place - 1) + 1;
}

function readField(article: ExcerptedArticle, field: string): string {
  const { byline, leadPhoto } = article;
  const author = /^byline\.authors\.(\d+)$/.exec(field)?.[1];
  if (author !== undefined) return byline.authors[Number(author)] ?? "";
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
