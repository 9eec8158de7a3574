import { detectLegacy } from "../../vietnamese/legacy-detect.ts";
import type { LegacySuspicion } from "../../vietnamese/legacy-detect.ts";
import { fromTcvn3, fromVni } from "../../vietnamese/legacy-encodings.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { block, warn, pointToField } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { Passage } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import type { Span } from "../sentence.ts";
import { findGarbled } from "../../vietnamese/garbled.ts";

/** Letters that appear in neither encoding. */
const unicodeOnly = /[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]/;

/** Blocks text typed for TCVN3 or VNI fonts. The conversion is only a suggestion. */
export function legacyText({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const suspicion = detectLegacy(passage.text);
    return suspicion ? [offerConversion(passage, suspicion)] : [];
  });
}

function offerConversion(passage: Passage, suspicion: LegacySuspicion): Finding {
  const { encoding, evidence } = suspicion;
  const { start, end } = findStretch(passage.text, suspicion);
  const stretch = passage.text.slice(start, end);
  const reading = encoding === "tcvn3" ? fromTcvn3(stretch, { capitals: false }) : fromVni(stretch);
  const message = checkWords.legacyText(encoding, evidence.slice(0, 3));
  return block("legacy-text", locate(passage, start, end), message, reading);
}

/** The whole passage, or, where it has Unicode Vietnamese too, from the first legacy word to the last. */
function findStretch(text: string, { evidence }: LegacySuspicion): Span {
  const first = evidence[0];
  const last = evidence.at(-1);
  if (!first || !last || !unicodeOnly.test(text)) return { start: 0, end: text.length };
  return { start: first.start, end: last.end };
}

/** Blocks text whose letters were lost or misread on the way, one finding a passage. */
export function garbledText({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const spans = findGarbled(passage.text);
    const first = spans[0];
    const last = spans.at(-1);
    if (!first || !last) return [];
    const where = locate(passage, first.start, last.end);
    return [block("garbled-text", where, checkWords.garbledText(first.text))];
  });
}

/**
 * Text that normalising changed when it was received. Line ends alone are not reported, because every form sends CRLF.
 */
export function normalisedText({ article }: ReadArticle): Finding[] {
  return article.normalised.flatMap(({ field, changes, removed }) => {
    const reported = changes.filter((change) => change !== "line-end");
    if (reported.length === 0) return [];
    return [
      warn("normalised-text", pointToField(field), checkWords.normalisedText(reported, removed)),
    ];
  });
}
