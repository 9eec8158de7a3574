import { commit } from "../article/commit.ts";
import type { AppContext } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { AppError } from "../errors.ts";
import { maxCreditLength } from "../photo/photo.ts";
import { maxPhotoBytes, storePhoto } from "../photo/photo-upload.ts";
import { normaliseLine } from "../vietnamese/normalise.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { startAct } from "./authenticate.ts";
import { withIdempotencyKey } from "./idempotency.ts";
import { readMultipart } from "../request/read-body.ts";

/** A photo, and 10 KB for the rest of the form. */
export const photoBody = { bytes: maxPhotoBytes + 10_000, parts: 10 };

/** POST /api/photos: multipart `file` and optional `credit`. The same bytes again give the same photo. */
export async function uploadPhoto(c: AppContext): Promise<Response> {
  const form = await readMultipart(c, ["file", "credit"]);
  const bytes = await readFile(form);
  const credit = readCredit(form);
  const { actor: sender } = startAct(c);
  return withIdempotencyKey(c, [sha256Hex(bytes), credit], async (remember) => {
    const { photo } = await storePhoto(c.env, { bytes, credit, sender });
    const { id, width, height, type, variants } = photo;
    const answer = {
      status: 201,
      headers: {},
      body: { id, width, height, type, bytes: photo.bytes, variants },
    };
    const statements = remember(answer);
    if (statements.length > 0) await commit(startAct(c), statements);
    return answer;
  });
}

async function readFile(form: FormData): Promise<Uint8Array<ArrayBuffer>> {
  const files = form.getAll("file");
  const [file] = files;
  if (files.length === 1 && file instanceof File) return new Uint8Array(await file.arrayBuffer());
  throw new AppError("invalid", apiWords.fileOnce, [{ path: "file", message: apiWords.fileOnce }]);
}

function readCredit(form: FormData): string | null {
  const credits = form.getAll("credit");
  const [credit] = credits;
  if (credit === undefined) return null;
  const message = credits.length > 1 || typeof credit !== "string" ? apiWords.creditOnce : null;
  const line = typeof credit === "string" ? normaliseLine(credit).text : "";
  if (message === null && line.length <= maxCreditLength) return line === "" ? null : line;
  const detail = message ?? requestWords.tooLong(maxCreditLength);
  throw new AppError("invalid", detail, [{ path: "credit", message: detail }]);
}
