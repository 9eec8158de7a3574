/** Every position is below this: a position is the time of first publication in ms × 1024, plus a small number. */
export const maxPosition = Number.MAX_SAFE_INTEGER;

/** So many articles of one millisecond have consecutive positions; more of them go on behind (projection-store.ts). */
export const positionsPerMs = 1024;

/** The first position of a moment (ms since the epoch). */
export function findPosition(time: number): number {
  return time * positionsPerMs;
}

/** A position as it stands in an address, `?truoc=`. */
export function writeCursor(position: number): string {
  return position.toString(36);
}

/** The position that a cursor names; null if it is not a cursor of this site. */
export function parseCursor(cursor: string): number | null {
  if (!/^[0-9a-z]{1,11}$/.test(cursor)) return null;
  const position = Number.parseInt(cursor, 36);
  return Number.isSafeInteger(position) && writeCursor(position) === cursor ? position : null;
}
