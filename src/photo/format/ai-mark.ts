import type { AiLabel } from "../../ai-label.ts";

/**
 * Reads from the metadata of a photo whether AI made it or altered it: the IPTC term of DigitalSourceType, which cameras, editors and
 * generators write into XMP, and into C2PA manifests. The terms are so long that pixels do not look like them.
 * https://cv.iptc.org/newscodes/digitalsourcetype/
 */
export function readAiLabel(file: Uint8Array): AiLabel | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.includes("trainedAlgorithmicMedia")) return "generated";
  const altered = ["compositeWithTrainedAlgorithmicMedia", "digitalsourcetype/compositeSynthetic"];
  return altered.some((term) => bytes.includes(term)) ? "altered" : null;
}
