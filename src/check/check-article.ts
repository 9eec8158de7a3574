import type { CheckedArticle } from "./checked-article.ts";
import type { Finding } from "./finding.ts";
import { handbookForm, handbookOffice } from "./rules/handbook.ts";
import { fileProperties } from "./rules/file-properties.ts";
import { nearDuplicateLabel, nearDuplicateTitle } from "./rules/near-duplicates.ts";
import { expiredPhoto, smallPhoto } from "./rules/photos.ts";
import { missingCaptions } from "./rules/recordings.ts";
import { normalisedText } from "./rules/unreadable-text.ts";
import { applyRules, textRules } from "./text-rules.ts";

const allRules = [
  ...textRules,
  expiredPhoto,
  fileProperties,
  handbookForm,
  handbookOffice,
  nearDuplicateTitle,
  nearDuplicateLabel,
  smallPhoto,
  missingCaptions,
  normalisedText,
];

/** Soát bài: the findings of an article, in the order of `applyRules`. */
export function checkArticle(article: CheckedArticle): Finding[] {
  return applyRules(article, allRules);
}
