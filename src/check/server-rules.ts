/*
 * The rules that a browser cannot apply to a form, by their names. Their findings come from the server.
 */

/** Rules that need other articles, facts about photos and files, or the text as it was sent, and rules of what few texts have. */
export const serverRules: readonly string[] = [
  "expired-photo",
  "file-properties",
  "near-duplicate-title",
  "near-duplicate-label",
  "small-photo",
  "missing-captions",
  "normalised-text",
];

/** Rules that need the newsroom's handbook, which a browser may be unable to load. */
export const handbookRules: readonly string[] = ["handbook-form", "handbook-office"];
