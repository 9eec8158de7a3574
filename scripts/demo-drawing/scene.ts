import type { Drawing } from "./drawing.ts";

/** One photo of the demo: its file name without `.jpg`, its shape, and what is on it. */
export type Scene = {
  readonly name: string;
  readonly format: "landscape" | "portrait" | "panorama";
  draw(drawing: Drawing): void;
};

/** Pixels. No side of a photo is under 1,200 but the panorama's height: phones send as much. */
export const SIZES = {
  landscape: { width: 1600, height: 1067 },
  portrait: { width: 1200, height: 1600 },
  panorama: { width: 2000, height: 800 },
} as const;

export function landscape(name: string, draw: Scene["draw"]): Scene {
  return { name, format: "landscape", draw };
}

export function portrait(name: string, draw: Scene["draw"]): Scene {
  return { name, format: "portrait", draw };
}

export function panorama(name: string, draw: Scene["draw"]): Scene {
  return { name, format: "panorama", draw };
}
