const hour = 60 * 60 * 1000;

/** The lifetimes of a preview link to choose from, in hours; the form proposes the second. */
export const linkHours = [24, 72, 168] as const;

export type LinkHours = (typeof linkHours)[number];

/** The time when a link that is made now ends, in ms. */
export function findLinkEnd(hours: LinkHours, now: number): number {
  return now + hours * hour;
}
