import { AppError } from "../errors.ts";
import { factNames, PhotoFactsInput, readFactFields } from "../photo/photo-facts.ts";
import type { PhotoFacts } from "../photo/photo-facts.ts";
import { maxPhotoBytes } from "../photo/photo-upload.ts";
import { makeRefusal } from "../photo/refusal.ts";
import type { BodyContext } from "../request/body-bound.ts";
import { parseWith } from "../request/parse.ts";
import { readBody } from "../request/read-body.ts";
import { isMultipart, readSentForm } from "../request/sent-form.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { requestWords } from "../vietnamese/words/request.ts";

/** The largest photo, and 10 KB for the rest of its form. */
export const photoBody = { bytes: maxPhotoBytes + 10_000, parts: 10 };

/** A photo of a request that has no other. Its bytes have their memory alone. */
type SentPhoto = { bytes: Uint8Array<ArrayBuffer>; facts: Partial<PhotoFacts> };

/**
 * Reads a photo and its facts (PhotoFactsInput). The body is the photo itself and the query has the facts, or the body is a
 * multipart form with `file` and the facts. AppErrors too-large, malformed and invalid name the field.
 */
export async function readSentPhoto(c: BodyContext): Promise<SentPhoto> {
  const { raw } = c.req;
  if (isMultipart(raw)) return readForm(c);
  const query = new FormData();
  for (const [name, value] of new URL(raw.url).searchParams) query.append(name, value);
  const facts = readFacts(query, []);
  const bytes = await readBody(c, maxPhotoBytes).catch((error: unknown) => {
    throw error instanceof AppError && error.code === "too-large" ? makeTooHeavy() : error;
  });
  return { bytes, facts };
}

async function readForm(c: BodyContext): Promise<SentPhoto> {
  const { fields, files } = await readSentForm(c, makeTooHeavy());
  const [file, ...more] = files.filter(({ field }) => field === "file");
  const others = files.map(({ field }) => field).filter((field) => field !== "file");
  const facts = readFacts(fields, others);
  if (file === undefined || more.length > 0) {
    const message = apiWords.fileOnce;
    throw new AppError("invalid", message, [{ path: "file", message }]);
  }
  return { bytes: file.bytes, facts };
}

function makeTooHeavy(): AppError {
  return makeRefusal("too-large", photoWords.tooHeavy(maxPhotoBytes / 1_000_000));
}

/** `files` are the names of the parts that are files where no file belongs. */
function readFacts(fields: FormData, files: readonly string[]): Partial<PhotoFacts> {
  const known: readonly string[] = factNames;
  const errors = [...new Set([...fields.keys(), ...files])].flatMap((path) => {
    if (!known.includes(path)) return [{ path, message: requestWords.unknownPart(path) }];
    const isOnce = fields.getAll(path).length === 1 && !files.includes(path);
    return isOnce ? [] : [{ path, message: apiWords.factOnce(path) }];
  });
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
  return parseWith(PhotoFactsInput, readFactFields(fields));
}
