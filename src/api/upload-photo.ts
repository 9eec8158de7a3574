import * as v from "valibot";
import { commit } from "../article/commit.ts";
import type { AppContext } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { AppError } from "../errors.ts";
import { factNames, mergeFacts, PhotoFactsInput, readFactFields } from "../photo/photo-facts.ts";
import type { PhotoFacts } from "../photo/photo-facts.ts";
import { findStaffPhoto } from "../photo/photo-store.ts";
import { maxPhotoBytes, storePhoto } from "../photo/photo-upload.ts";
import { rotations } from "../photo/photo.ts";
import type { Photo, PhotoEdit } from "../photo/photo.ts";
import { purgeDue } from "../publishing/outbox.ts";
import { viewerFilter } from "../publishing/permission.ts";
import { updatePhoto } from "../publishing/photo-acts.ts";
import { parseWith } from "../request/parse.ts";
import { readMultipart } from "../request/read-body.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { readJson } from "./article-status.ts";
import { staff, startAct } from "./authenticate.ts";
import { withIdempotencyKey } from "./idempotency.ts";
import { readArticleId } from "./query.ts";

/** A photo, and 10 KB for the rest of the form. */
export const photoBody = { bytes: maxPhotoBytes + 10_000, parts: 10 };

/** POST /api/photos: multipart `file` and optional facts. The same bytes again give the same photo with its first facts. */
export async function uploadPhoto(c: AppContext): Promise<Response> {
  const form = await readMultipart(c, ["file", ...factNames]);
  const bytes = await readFile(form);
  const facts = readFacts(form);
  const { actor: sender } = startAct(c);
  return withIdempotencyKey(c, [sha256Hex(bytes), facts], async (remember) => {
    const { photo } = await storePhoto(c.env, { bytes, sender, ...facts });
    const answer = { status: 201, headers: {}, body: describePhoto(photo) };
    const statements = remember(answer);
    if (statements.length > 0) await commit(startAct(c), statements);
    return answer;
  });
}

/** GET /api/photos/:id: a photo that the token's owner may see. */
export async function getPhotoFacts(c: AppContext): Promise<Response> {
  const photo = await findStaffPhoto(c.env.DB, readArticleId(c), viewerFilter(staff(c)));
  if (photo === null) throw new AppError("not-found", photoWords.notFound);
  return c.json(describePhoto(photo));
}

/** PATCH /api/photos/:id: changes the stated facts, rotation, crop and focus, all or none. The answer waits for the purge. */
export async function patchPhoto(c: AppContext): Promise<Response> {
  const { rotation, crop, focus, ...facts } = parseWith(PhotoChange, await readJson(c));
  const stated = { rotation, crop, focus };
  const edit = Object.fromEntries(
    Object.entries(stated).filter(([, value]) => value !== undefined),
  );
  const act = startAct(c);
  const photo = await updatePhoto(c.env, act, { photoId: readArticleId(c), facts, edit });
  await purgeDue(act.db, c.executionCtx, act.now);
  return c.json(describePhoto(photo));
}

const part = v.number();

/** Measures are parts of the rotated photo: 0 is its left or top edge, 1 its right or bottom edge. */
export const PhotoChange = v.strictObject({
  ...PhotoFactsInput.entries,
  rotation: v.exactOptional(v.picklist(rotations)),
  crop: v.exactOptional(
    v.nullable(v.strictObject({ x: part, y: part, width: part, height: part })),
  ),
  focus: v.exactOptional(v.nullable(v.strictObject({ x: part, y: part }))),
});

/** A photo as the API answers it. */
function describePhoto(photo: Photo): PhotoAnswer {
  const { id, width, height, type, bytes, variants, edit, ...rest } = photo;
  const { rotation, crop, focus } = edit ?? { rotation: 0, crop: null, focus: null };
  const facts = mergeFacts(rest, {});
  return { id, width, height, type, bytes, variants, ...facts, rotation, crop, focus };
}

export type PhotoAnswer = Pick<
  Photo,
  "id" | "width" | "height" | "type" | "bytes" | "variants" | keyof PhotoFacts
> &
  PhotoEdit;

async function readFile(form: FormData): Promise<Uint8Array<ArrayBuffer>> {
  const files = form.getAll("file");
  const [file] = files;
  if (files.length === 1 && file instanceof File) return new Uint8Array(await file.arrayBuffer());
  throw new AppError("invalid", apiWords.fileOnce, [{ path: "file", message: apiWords.fileOnce }]);
}

function readFacts(form: FormData): Partial<PhotoFacts> {
  const errors = factNames
    .filter((name) => form.getAll(name).length > 1 || form.get(name) instanceof File)
    .map((name) => ({ path: name, message: apiWords.factOnce(name) }));
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
  return parseWith(PhotoFactsInput, readFactFields(form));
}
