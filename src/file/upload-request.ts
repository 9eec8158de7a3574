import { fileWords } from "../vietnamese/words/file.ts";
import type { FileUpload } from "./file-upload.ts";
import { refuseFile } from "./refuse-file.ts";

/**
 * The file in a request whose body is the file itself and whose address has `?name=`. AppErrors length-required, because R2
 * stores only streams of known length, and invalid without a name.
 */
export function readFileUpload(request: Request): FileUpload {
  const name = new URL(request.url).searchParams.get("name") ?? "";
  if (name.trim() === "") throw refuseFile("invalid", fileWords.nameNeeded);
  const length = request.headers.get("content-length") ?? "";
  if (!/^\d{1,12}$/.test(length)) throw refuseFile("length-required", fileWords.lengthNeeded);
  return { name, bytes: Number(length), body: request.body ?? new Blob([]).stream() };
}
