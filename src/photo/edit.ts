import { AppError } from "../errors.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import type { Area, PhotoEdit, Point } from "./photo.ts";

/**
 * An edit that came from outside, in its one form: four decimals, no crop that keeps everything, the focus within what is kept.
 * Null for an edit that changes nothing. AppError invalid for a crop or a focus outside the photo.
 */
export function normaliseEdit({ rotation, crop, focus }: PhotoEdit): PhotoEdit | null {
  const area = crop === null ? null : normaliseCrop(crop);
  const kept = area !== null && area.width === 1 && area.height === 1 ? null : area;
  const edit = { rotation, crop: kept, focus: focus === null ? null : normaliseFocus(focus, kept) };
  return rotation === 0 && edit.crop === null && edit.focus === null ? null : edit;
}

function normaliseCrop({ x, y, width, height }: Area): Area {
  // Sums of decimals such as 0.1 + 0.9 may be a little more than 1.
  const isInside = x >= 0 && y >= 0 && x + width < 1.0001 && y + height < 1.0001;
  if (!isInside || width <= 0 || height <= 0) throw makeOutsideError("crop");
  return {
    x: round(x),
    y: round(y),
    width: round(Math.min(width, 1 - x)),
    height: round(Math.min(height, 1 - y)),
  };
}

function normaliseFocus({ x, y }: Point, kept: Area | null): Point {
  if (x < 0 || y < 0 || x > 1 || y > 1) throw makeOutsideError("focus");
  const { x: left, y: top, width, height } = kept ?? { x: 0, y: 0, width: 1, height: 1 };
  return {
    x: round(Math.min(Math.max(x, left), left + width)),
    y: round(Math.min(Math.max(y, top), top + height)),
  };
}

function round(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}

function makeOutsideError(path: string): AppError {
  const message = photoWords.editOutside;
  return new AppError("invalid", message, [{ path, message }]);
}
