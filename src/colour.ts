/** An sRGB colour as "#rrggbb". */
export type Colour = string;

export const colourPattern = /^#[0-9a-f]{6}$/i;

/** Contrast of two colours, 1–21 (WCAG 2.1, relative luminance); text of any size needs 4.5. */
export function measureContrast(a: Colour, b: Colour): number {
  const [darker = 0, lighter = 0] = [measureLuminance(a), measureLuminance(b)].sort(
    (x, y) => x - y,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour between two, `share` (0–1) of the way from the first to the second. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const target = readChannels(to);
  const mixed = readChannels(from).map((value, at) => value + ((target[at] ?? 0) - value) * share);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

function measureLuminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = readChannels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green, blue, 0–255. */
function readChannels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
