import { detectLegacy } from "../../vietnamese/legacy-detect.ts";
import type { LegacySuspicion } from "../../vietnamese/legacy-detect.ts";
import { fromTcvn3 } from "../../vietnamese/tcvn3.ts";
import { fromVni } from "../../vietnamese/vni.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { block } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { Passage } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import type { Span } from "../sentence.ts";

/** Letters that neither encoding can leave behind. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]/;

/** Blocks text typed for TCVN3 or VNI fonts; the conversion is offered, never made unasked. */
export function legacyText({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const suspicion = detectLegacy(passage.text);
    return suspicion ? [findingOf(passage, suspicion)] : [];
  });
}

function findingOf(passage: Passage, suspicion: LegacySuspicion): Finding {
  const { encoding, evidence } = suspicion;
  const { start, end } = stretchOf(passage.text, suspicion);
  const stretch = passage.text.slice(start, end);
  const reading = encoding === "tcvn3" ? fromTcvn3(stretch, { capitals: false }) : fromVni(stretch);
  const message = checkWords.legacyText(encoding, evidence.slice(0, 3));
  return block("legacy-text", locate(passage, start, end), message, reading);
}

/** The whole passage, or, where it has Unicode Vietnamese too, from the first legacy word to the last. */
function stretchOf(text: string, { evidence }: LegacySuspicion): Span {
  const first = evidence[0];
  const last = evidence.at(-1);
  if (!first || !last || !UNICODE_ONLY.test(text)) return { start: 0, end: text.length };
  return { start: first.start, end: last.end };
}
