import { AppError } from "../errors.ts";
import type { ErrorCode } from "../errors.ts";
import { photoWords } from "../vietnamese/words/photo.ts";

/** Refuses an upload, naming the field of `POST /api/photos`. */
export function makeRefusal(code: ErrorCode, message: string): AppError {
  return new AppError(code, message, [{ path: "file", message }]);
}

/**
 * Runs a reader of untrusted bytes. Readers throw RangeError (as DataView does) when bytes are missing or contradict
 * one another; this turns it into one clear refusal.
 */
export function orCorrupt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** As orCorrupt, for a reader that waits. */
export async function orCorruptLater<T>(read: () => Promise<T>): Promise<T> {
  return read().catch((error: unknown) => {
    throw asRefusal(error);
  });
}

function asRefusal(error: unknown): unknown {
  return error instanceof RangeError ? makeRefusal("invalid", photoWords.corrupt) : error;
}
