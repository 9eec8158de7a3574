import { checkWords } from "../../vietnamese/words/check.ts";
import { block, wholeField } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";

/** Blocks a photo without a description for those who cannot see it (TT 26/2020). */
export function missingAlt({ photos }: ReadArticle): Finding[] {
  return photos
    .filter(({ alt }) => alt.text.trim() === "")
    .map(({ alt, inBody }) =>
      block(
        "missing-alt",
        inBody ? { field: "body", ...inBody } : wholeField(alt.field),
        checkWords.missingAlt,
      ),
    );
}
