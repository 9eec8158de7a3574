import { detectLegacy } from "../../vietnamese/legacy-detect.ts";
import type { LegacyEncoding } from "../../vietnamese/legacy-detect.ts";
import { fromLegacyFont, isUnicodeText } from "../page/legacy-font.ts";

/** Text that may be of an encoding before Unicode: a few lines of it, as they stand and as they would be read. */
export type LegacyQuestion = { kind: LegacyEncoding; before: string; after: string };

const [maxLines, maxLine] = [3, 200];

/**
 * The question to a person whether passages without their fonts were typed for old fonts. Null if nothing looks like it. Web APIs only.
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
    .slice(0, maxLines);
  const shown = lines.length > 0 ? lines : [evidence.map(({ text }) => text).join(" ")];
  const before = shown.map((line) => line.slice(0, maxLine)).join("\n");
  return { kind: encoding, before, after: fromLegacyFont(before, encoding) };
}
