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

/** Blocks text typed for TCVN3 or VNI fonts; the conversion is offered, never made unasked. */
export function legacyText({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const suspicion = detectLegacy(passage.text);
    return suspicion ? [findingOf(passage, suspicion)] : [];
  });
}

function findingOf(passage: Passage, { encoding, evidence }: LegacySuspicion): Finding {
  const start = evidence[0]?.start ?? 0;
  const end = evidence.at(-1)?.end ?? passage.text.length;
  const stretch = passage.text.slice(start, end);
  const reading = encoding === "tcvn3" ? fromTcvn3(stretch, { capitals: false }) : fromVni(stretch);
  const message = checkWords.legacyText(encoding, evidence.slice(0, 3));
  return block("legacy-text", locate(passage, start, end), message, reading);
}
