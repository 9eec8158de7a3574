/** A capital first letter and small ones after it, as a name's syllable has: "Chính", "Đ", not "KH". */
export function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  const rest = word.slice(1);
  return first !== first.toLowerCase() && rest === rest.toLowerCase();
}
