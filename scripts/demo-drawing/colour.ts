/** A colour between two `#rrggbb` colours; 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  return hex(a.map((value, index) => value + ((b[index] ?? value) - value) * share));
}

export const darker = (colour: string, share: number): string => mix(colour, "#05070c", share);

export const lighter = (colour: string, share: number): string => mix(colour, "#ffffff", share);

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function hex(values: readonly number[]): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}
