/** The beginning of a text, at most so many UTF-16 units long, without half a character at its end: an emoji has two units. */
export function cutText(text: string, max: number): string {
  const end = /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return text.slice(0, end);
}
