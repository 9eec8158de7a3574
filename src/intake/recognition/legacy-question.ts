import { detectLegacy } from "../../vietnamese/legacy-detect.ts";
import type { LegacyEncoding } from "../../vietnamese/legacy-detect.ts";
import { fromLegacyFont, isUnicodeText } from "../page/legacy-font.ts";

/** Text that may be of an encoding before Unicode: a few lines of it, as they stand and as they would be read. */
export type LegacyQuestion = { kind: LegacyEncoding; before: string; after: string };

const [mostLines, longestLine] = [3, 200];

/**
 * What a person has to be asked about passages whose fonts are lost: whether they are typed for old fonts. Null where
 * nothing looks like it. Web APIs only.
 */
export function legacyQuestion(passages: readonly string[]): LegacyQuestion | null {
  const suspicion = [passages.join("\n"), ...passages]
    .map((passage) => detectLegacy(passage))
    .find((found) => found !== null);
  if (suspicion === undefined || suspicion === null) return null;
  const { encoding, evidence } = suspicion;
  const lines = passages
    .filter((passage) => !isUnicodeText(passage))
    .filter((passage) => evidence.some(({ text }) => passage.includes(text)))
    .slice(0, mostLines);
  const shown = lines.length > 0 ? lines : [evidence.map(({ text }) => text).join(" ")];
  const before = shown.map((line) => line.slice(0, longestLine)).join("\n");
  return { kind: encoding, before, after: fromLegacyFont(before, encoding) };
}
