/**
 * Search shadow text: no marks, đ as d, lower case. The same for NFC and NFD input.
 *
 * FTS5's unicode61 never folds đ (nor the look-alike Ð U+00D0), hence the explicit step.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐðÐ]/g, "d")
    .toLowerCase();
}

/** The folded letters and digits alone, to compare two texts whatever their spaces and signs. */
export function foldToKey(text: string): string {
  return fold(text).replace(/[^a-z\d]+/g, "");
}
