/** Whether AI made a picture or a text, or altered it. */
export const aiLabels = ["generated", "altered"] as const;

export type AiLabel = (typeof aiLabels)[number];

/** The terms of IPTC for the labels: https://cv.iptc.org/newscodes/digitalsourcetype/ */
export const digitalSourceTypes: Record<AiLabel, string> = {
  generated: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
  altered: "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
};
