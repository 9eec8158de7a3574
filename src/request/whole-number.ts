/** A whole number from 1 up to nine digits, as addresses and forms name versions and events; null for anything else. */
export function parseWholeNumber(text: string | null | undefined): number | null {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
