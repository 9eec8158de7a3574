import { AppError } from "../errors.ts";
import type { ErrorCode } from "../errors.ts";

/** Refuses an upload, naming the field of `POST /api/files`. The sentence names the file. */
export function refuseFile(code: ErrorCode, message: string): AppError {
  return new AppError(code, message, [{ path: "file", message }]);
}
