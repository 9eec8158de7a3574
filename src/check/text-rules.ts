import type { CheckedArticle } from "./checked-article.ts";
import type { Finding } from "./finding.ts";
import { readArticle } from "./read-article.ts";
import type { Rule } from "./read-article.ts";
import { altIsTitle, altNumbered, duplicateAlt, missingAlt } from "./rules/alts.ts";
import { captionStranger, personName, personOffice } from "./rules/people.ts";
import { citizenId, phoneNumber } from "./rules/private-data.ts";
import {
  doubleSpace,
  ledeFullStop,
  mixedDashes,
  mixedTonePlacement,
  spaceBeforePunctuation,
} from "./rules/typography.ts";
import {
  futureInPastTense,
  impossibleDate,
  weekdayMismatch,
  yearConflictRule,
  yearConflict,
} from "./rules/dates.ts";
import { galleryCaptions, missingPhoto } from "./rules/photos.ts";
import { garbledText, legacyText } from "./rules/unreadable-text.ts";
import { footnoteLabel, footnoteUnused } from "./rules/footnotes.ts";
import { longParagraph, longTitle } from "./rules/length.ts";
import { missingField } from "./rules/missing-field.ts";
import { tableSum } from "./rules/table-sum.ts";

/** Rules that need nothing but the text, blocking rules first. */
export const textRules: readonly Rule[] = [
  missingField,
  missingAlt,
  altIsTitle,
  legacyText,
  garbledText,
  impossibleDate,
  footnoteLabel,
  citizenId,
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
  phoneNumber,
  altNumbered,
  duplicateAlt,
  galleryCaptions,
  missingPhoto,
  footnoteUnused,
];

/** The order in which an article is read. */
const fields = ["title", "lede", "leadPhoto", "body", "section", "byline", "tags"];

/**
 * The findings of some rules: blocking ones first, then a year that contradicts the review, then the rest by place. Those that
 * are equally urgent and in the same place keep the order of the rules. Pure; it changes nothing.
 */
export function applyRules(article: CheckedArticle, rules: readonly Rule[]): Finding[] {
  const read = readArticle(article);
  return rules.flatMap((rule) => rule(read)).sort(byUrgencyThenPlace);
}

function byUrgencyThenPlace(a: Finding, b: Finding): number {
  return (
    rankUrgency(a) - rankUrgency(b) ||
    rankField(a) - rankField(b) ||
    (a.where.start ?? -1) - (b.where.start ?? -1)
  );
}

function rankUrgency({ severity, rule }: Finding): number {
  if (severity === "block") return 0;
  return rule === yearConflictRule ? 1 : 2;
}

function rankField({ where }: Finding): number {
  return fields.indexOf(where.field.split(".", 1)[0] ?? "");
}
