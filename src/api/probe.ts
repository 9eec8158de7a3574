import { createHmac } from "node:crypto";
import { cacheProbePath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { sha256Hex } from "../digest.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { purgeTags } from "../edge-cache/edge-cache.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { sniffPhotoType } from "../photo/photo-header.ts";
import { preparePhoto } from "../photo/photo-preparation.ts";
import { readBody } from "../request/read-body.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { photoWords } from "../vietnamese/words/photo.ts";

/*
 * What `npm run verify` tries on a deployed site. Nothing of it reaches readers, and nothing stays.
 */

const hour = 60 * 60 * 1000;

/** POST /healthz/dem: a new address that the edge cache has no entry for. It answers for an hour. */
export function postCacheProbe(c: AppContext): Response {
  return c.json({ path: cacheProbePath(signProbe(c.env.TOKEN_KEY, Date.now())) }, 201);
}

/** GET /healthz/dem/:probe: other words each time that the Worker answers. */
export async function getCacheProbe(c: AppContext): Promise<Response> {
  requireProbe(c);
  return answerPublicly(crypto.randomUUID(), "text/plain; charset=utf-8", [tags.probe]);
}

/** DELETE /healthz/dem/:probe: purges the answer. */
export async function deleteCacheProbe(c: AppContext): Promise<Response> {
  requireProbe(c);
  await purgeTags(c.executionCtx, [tags.probe]);
  return c.body(null, 204);
}

/** Only an admin makes such addresses, so nobody fills the cache with them. */
function requireProbe(c: AppContext): void {
  const probe = c.req.param("probe") ?? "";
  const at = Number.parseInt(probe, 36);
  const isSigned = signProbe(c.env.TOKEN_KEY, at) === probe;
  if (isSigned && Date.now() - at < hour) return;
  throw new AppError("not-found", apiWords.noSuchPlace);
}

function signProbe(secret: string, at: number): string {
  const signature = createHmac("sha256", secret).update(`probe ${at}`).digest("base64url");
  return `${at.toString(36)}.${signature}`;
}

/** One key for all probes, so that an interrupted one leaves no more than one file. */
const probeKey = "probe/photo";

/**
 * POST /healthz/anh: prepares a photo as an upload does, writes it to R2, reads it again and deletes it. The photo does not appear in
 * the library.
 */
export async function postPhotoProbe(c: AppContext): Promise<Response> {
  const { IMAGES: images, PHOTOS: bucket } = c.env;
  const bytes = await readBody(c);
  const type = sniffPhotoType(bytes);
  if (type === null) throw new AppError("unsupported-type", photoWords.unsupported);
  const { upload, variants } = await preparePhoto(images, bytes, type);
  await bucket.put(probeKey, upload.bytes);
  const kept = await (await bucket.get(probeKey))?.bytes();
  await bucket.delete(probeKey);
  return c.json({
    width: upload.width,
    height: upload.height,
    variants: variants.map(({ name }) => name),
    isKept: kept !== undefined && sha256Hex(kept) === sha256Hex(upload.bytes),
  });
}
