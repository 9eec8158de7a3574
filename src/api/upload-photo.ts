import * as v from "valibot";
import { commit } from "../article/commit.ts";
import type { AppContext } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { AppError } from "../errors.ts";
import { findProposal } from "../photo/credit-proposal-store.ts";
import { mergeFacts, PhotoFactsInput } from "../photo/photo-facts.ts";
import type { PhotoFacts } from "../photo/photo-facts.ts";
import { findStaffPhoto } from "../photo/photo-store.ts";
import { storePhoto } from "../photo/photo-upload.ts";
import { rotations } from "../photo/photo.ts";
import type { Photo, PhotoEdit } from "../photo/photo.ts";
import { enterCredit } from "../publishing/credit-proposal.ts";
import { purgeDue } from "../publishing/outbox.ts";
import { filterByViewer } from "../publishing/permission.ts";
import type { ActContext } from "../publishing/permission.ts";
import { updatePhoto } from "../publishing/photo-acts.ts";
import { readSentPhoto } from "../publishing/sent-photo.ts";
import { parseWith } from "../request/parse.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { readOptionalJson } from "./article-status.ts";
import { staff, startAct } from "./authenticate.ts";
import { withIdempotencyKey } from "./idempotency.ts";
import { readArticleId } from "./query.ts";

export { photoBody } from "../publishing/sent-photo.ts";

/**
 * POST /api/photos: the body is the photo, with optional facts in the query; or multipart `file` and facts. The same bytes again
 * give the same photo with its first facts.
 */
export async function uploadPhoto(c: AppContext): Promise<Response> {
  const { bytes, facts } = await readSentPhoto(c);
  const { actor: sender } = startAct(c);
  return withIdempotencyKey(c, [sha256Hex(bytes), facts], async (remember) => {
    const { photo } = await storePhoto(c.env, { bytes, sender, ...facts });
    const body = await describePhoto(c.env.DB, photo);
    const answer = { status: 201, headers: {}, body };
    const statements = remember(answer);
    if (statements.length > 0) await commit(startAct(c), statements);
    return answer;
  });
}

/** GET /api/photos/:id: a photo that the token's owner may see. */
export async function getPhotoFacts(c: AppContext): Promise<Response> {
  const photo = await findStaffPhoto(c.env.DB, readArticleId(c), filterByViewer(staff(c)));
  if (photo === null) throw new AppError("not-found", photoWords.notFound);
  return c.json(await describePhoto(c.env.DB, photo));
}

/**
 * PATCH /api/photos/:id: changes the stated facts, rotation, crop and focus, all or none. The answer waits for the purge. 202: the
 * photographer of a published photo, stated alone by its reporter, waits for an editor.
 */
export async function patchPhoto(c: AppContext): Promise<Response> {
  const change = parseWith(PhotoChange, await readOptionalJson(c));
  const act = startAct(c);
  const status = (await saveChange(c, act, change)) === "saved" ? 200 : 202;
  await purgeDue(act.db, c.executionCtx, act.now);
  const response = await getPhotoFacts(c);
  return new Response(response.body, { status, headers: response.headers });
}

async function saveChange(
  c: AppContext,
  act: ActContext,
  { rotation, crop, focus, ...facts }: v.InferOutput<typeof PhotoChange>,
): Promise<"saved" | "proposed"> {
  const photoId = readArticleId(c);
  const stated = Object.entries({ rotation, crop, focus });
  const edit = Object.fromEntries(stated.filter(([, value]) => value !== undefined));
  const { credit, ...others } = facts;
  const isCreditAlone = Object.keys({ ...others, ...edit }).length === 0;
  if (credit !== undefined && isCreditAlone) return enterCredit(act, { photoId, credit });
  await updatePhoto(c.env, act, { photoId, facts, edit });
  return "saved";
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
async function describePhoto(db: D1Database, photo: Photo): Promise<PhotoAnswer> {
  const { id, width, height, type, bytes, variants, edit, ...rest } = photo;
  const { rotation, crop, focus } = edit ?? { rotation: 0, crop: null, focus: null };
  const facts = mergeFacts(rest, {});
  const proposedCredit = (await findProposal(db, id))?.credit ?? null;
  const files = { id, width, height, type, bytes, variants };
  return { ...files, ...facts, proposedCredit, rotation, crop, focus };
}

export type PhotoAnswer = Pick<
  Photo,
  "id" | "width" | "height" | "type" | "bytes" | "variants" | keyof PhotoFacts
> &
  PhotoEdit & {
    /** The photographer whom a reporter proposes to the editors. */
    proposedCredit: string | null;
  };
