import type { CheckedArticle } from "./checked-article.ts";
import type { Finding } from "./finding.ts";
import { readArticle } from "./read-article.ts";
import type { Rule } from "./read-article.ts";
import { altIsTitle } from "./rules/alt-is-title.ts";
import { altNumbered } from "./rules/alt-numbered.ts";
import { captionStranger } from "./rules/caption-stranger.ts";
import { citizenId } from "./rules/citizen-id.ts";
import { doubleSpace } from "./rules/double-space.ts";
import { duplicateAlt } from "./rules/duplicate-alt.ts";
import { futureInPastTense } from "./rules/future-in-past-tense.ts";
import { galleryCaptions } from "./rules/gallery-captions.ts";
import { garbledText } from "./rules/garbled-text.ts";
import { impossibleDate } from "./rules/impossible-date.ts";
import { ledeFullStop } from "./rules/lede-full-stop.ts";
import { legacyText } from "./rules/legacy-text.ts";
import { longParagraph } from "./rules/long-paragraph.ts";
import { longTitle } from "./rules/long-title.ts";
import { missingAlt } from "./rules/missing-alt.ts";
import { missingField } from "./rules/missing-field.ts";
import { mixedDashes } from "./rules/mixed-dashes.ts";
import { mixedTonePlacement } from "./rules/mixed-tone-placement.ts";
import { nearDuplicateTitle } from "./rules/near-duplicate-title.ts";
import { normalisedText } from "./rules/normalised-text.ts";
import { personName } from "./rules/person-name.ts";
import { personOffice } from "./rules/person-office.ts";
import { phoneNumber } from "./rules/phone-number.ts";
import { smallPhoto } from "./rules/small-photo.ts";
import { spaceBeforePunctuation } from "./rules/space-before-punctuation.ts";
import { tableSum } from "./rules/table-sum.ts";
import { weekdayMismatch } from "./rules/weekday-mismatch.ts";
import { YEAR_CONFLICT, yearConflict } from "./rules/year-conflict.ts";

/** Every rule, those that block first; the order here settles ties in the answer. */
const RULES: readonly Rule[] = [
  missingField,
  missingAlt,
  altIsTitle,
  legacyText,
  garbledText,
  impossibleDate,
  yearConflict,
  weekdayMismatch,
  futureInPastTense,
  tableSum,
  personName,
  personOffice,
  captionStranger,
  ledeFullStop,
  mixedDashes,
  mixedTonePlacement,
  doubleSpace,
  spaceBeforePunctuation,
  longTitle,
  longParagraph,
  nearDuplicateTitle,
  phoneNumber,
  citizenId,
  altNumbered,
  duplicateAlt,
  galleryCaptions,
  smallPhoto,
  normalisedText,
];

/** The order in which an article is read. */
const FIELDS = ["title", "lede", "leadPhoto", "body", "section", "byline"];

/**
 * Soát bài: all that should be looked at before the article goes out. What blocks comes first, then
 * a year that contradicts the review, then the rest by place. Pure; it changes nothing.
 */
export function checkArticle(article: CheckedArticle): Finding[] {
  const read = readArticle(article);
  return RULES.flatMap((rule) => rule(read)).sort(byUrgencyThenPlace);
}

/** Whether the findings refuse a submission. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "block");
}

function byUrgencyThenPlace(a: Finding, b: Finding): number {
  return (
    urgency(a) - urgency(b) ||
    fieldRank(a) - fieldRank(b) ||
    (a.where.start ?? -1) - (b.where.start ?? -1)
  );
}

function urgency({ severity, rule }: Finding): number {
  if (severity === "block") return 0;
  return rule === YEAR_CONFLICT ? 1 : 2;
}

function fieldRank({ where }: Finding): number {
  return FIELDS.indexOf(where.field.split(".", 1)[0] ?? "");
}
