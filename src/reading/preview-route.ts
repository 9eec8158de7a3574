import {
  linkedFilePath,
  linkedPhotoPath,
  staffFilePath,
  staffPhotoPath,
  versionPhotoPath,
} from "../addresses/newsroom.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { readFiles } from "../file/file-store.ts";
import { serveFile } from "../file/serve-file.ts";
import { listFileIds } from "../publishing/article-documents.ts";
import { servePhoto } from "../photo/photo-bytes.ts";
import { readPhotos } from "../photo/photo-store.ts";
import { findPreviewLink } from "../people/preview-link-store.ts";
import { mayEdit } from "../publishing/permission.ts";
import { wasWithdrawnSince } from "../article/event-store.ts";
import { buildPreview, readLinkedText, readPreviewedText } from "../publishing/preview.ts";
import type { PreviewedText } from "../publishing/preview.ts";
import { listPhotoIds } from "../article/article-photos.ts";
import { parseWholeNumber } from "../request/read-value.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { answerPreview } from "./preview-page.ts";

/** GET /toa-soan/bai/:id/trang?version=: a text of the newsroom as readers would see it. `version` names a version. */
export async function getPreviewedPage(c: AppContext): Promise<Response> {
  const asked = c.req.query("version");
  const text = await staffText(c, asked === undefined ? null : readVersionNumber(asked));
  const preview = await buildPreview(c.env.DB, text, Date.now());
  const { article, version } = text;
  const photoAddress = (photo: string, variant: string) =>
    version === null
      ? staffPhotoPath(photo, variant)
      : versionPhotoPath(article.id, version, photo, variant);
  const shown = { text, preview, photoAddress, fileAddress: staffFilePath, endsAt: null };
  return answerPreview(c.var.site, shown);
}

/**
 * GET /toa-soan/bai/:id/phien-ban/:n/anh/:photo/:variant: a photo of that version. Who may read an old version may see its
 * photos, even those that somebody else sent and no newer version shows.
 */
export async function getVersionPhoto(c: AppContext): Promise<Response> {
  return photoOfText(c, await staffText(c, readVersionNumber(c.req.param("n") ?? "")));
}

/** GET /xem-truoc/:token: one version for somebody who was sent a link. */
export async function getLinkedPage(c: AppContext): Promise<Response> {
  const now = Date.now();
  const { text, endsAt } = await followLink(c, now);
  const preview = await buildPreview(c.env.DB, text, now);
  const token = c.req.param("token") ?? "";
  const photoAddress = (photo: string, variant: string) => linkedPhotoPath(token, photo, variant);
  const fileAddress = (file: string, name: string) => linkedFilePath(token, file, name);
  const shown = { text, preview, photoAddress, fileAddress, endsAt };
  return unspoken(answerPreview(c.var.site, shown));
}

/** GET /xem-truoc/:token/tai-lieu/:file/:name: a document of that version, and no other. */
export async function getLinkedFile(c: AppContext): Promise<Response> {
  const { text } = await followLink(c, Date.now());
  const id = c.req.param("file") ?? "";
  if (!listFileIds(text.content).includes(id)) throw missing();
  const file = (await readFiles(c.env.DB, [id])).get(id);
  if (file === undefined) throw missing();
  return unspoken(await serveFile(c.env, c.req.raw, file));
}

/** GET /xem-truoc/:token/anh/:photo/:variant: a photo of that version, and no other. */
export async function getLinkedPhoto(c: AppContext): Promise<Response> {
  const { text } = await followLink(c, Date.now());
  return unspoken(await photoOfText(c, text));
}

/**
 * The version that a link shows. A link ends at its time, when somebody ends it, with its maker's account or right to the
 * article, and when the article is withdrawn after the link was made. AppError not-found then.
 */
async function followLink(
  c: AppContext,
  now: number,
): Promise<{ text: PreviewedText; endsAt: number }> {
  const link = await findPreviewLink(c.env.DB, c.req.param("token") ?? "", now);
  if (link === null) throw missing();
  const { articleId, version, maker, madeAt, endsAt } = link;
  const [text, isWithdrawn] = await Promise.all([
    readLinkedText(c.env.DB, articleId, version),
    wasWithdrawnSince(c.env.DB, articleId, madeAt),
  ]);
  const isDiscarded = text.article.discardedAt !== null;
  if (isWithdrawn || isDiscarded || !mayEdit(maker, text.article)) throw missing();
  return { text, endsAt };
}

async function staffText(c: AppContext, version: number | null): Promise<PreviewedText> {
  const { person } = c.var;
  if (person === null) throw missing();
  const reader = { db: c.env.DB, actor: person };
  return readPreviewedText(reader, c.req.param("id") ?? "", version);
}

/** The bytes of the photo that the address names, if this text shows it. */
async function photoOfText(c: AppContext, { content }: PreviewedText): Promise<Response> {
  const id = c.req.param("photo") ?? "";
  if (!listPhotoIds(content).includes(id)) throw missing();
  const variant = c.req.param("variant") ?? "";
  const find = async (db: D1Database) => (await readPhotos(db, [id])).get(id) ?? null;
  const audience = { find, seesOriginal: false };
  const photo = await servePhoto(c.env, c.req.raw, id, variant, audience);
  photo.headers.set("cross-origin-resource-policy", "same-origin");
  photo.headers.set("cache-control", "no-store");
  return photo;
}

/** Keeps the address secret from robots and from linked pages, because anyone who has it may open the preview. */
function unspoken(response: Response): Response {
  response.headers.set("x-robots-tag", "noindex, nofollow");
  response.headers.set("referrer-policy", "no-referrer");
  return response;
}

function readVersionNumber(version: string): number {
  const number = parseWholeNumber(version);
  if (number === null) throw missing();
  return number;
}

function missing(): AppError {
  return new AppError("not-found", readingWords.errors[404].title);
}
