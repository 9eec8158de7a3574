/*
 * The rules that a browser cannot apply to a form, by their names. Their findings come from the server.
 */

/** Rules that need other articles, facts about photos and files, or the text as it was sent. */
export const serverRules: readonly string[] = [
  "expired-photo",
  "file-properties",
  "near-duplicate-title",
  "near-duplicate-label",
  "small-photo",
  "normalised-text",
];

/** Rules that need the newsroom's handbook, which a browser may be unable to load. */
export const handbookRules: readonly string[] = ["handbook-form", "handbook-office"];
