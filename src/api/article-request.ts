import {
  ArticleInput,
  maxArticleBytes,
  maxArticleJsonBytes,
  maxPhotos,
} from "../article/article-input.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import type { SentArticle } from "../publishing/incoming-photos.ts";
import { normaliseLine } from "../vietnamese/normalise.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { parseJson, parseWith } from "../request/parse.ts";
import type { BodyContext } from "../request/body-bound.ts";
import { readBody, readMultipart } from "../request/read-body.ts";

/** An article with its photos. One photo too many is still read, so that the answer can say so. */
export const articleBody = { bytes: maxArticleBytes, parts: 100 };

/** Reads `application/json`, or `multipart/form-data` with one `article` part and `photo` file parts. */
export async function readArticleRequest(c: BodyContext): Promise<SentArticle> {
  const type = c.req.raw.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") {
    const raw = parseJson(await readBody(c, maxArticleJsonBytes));
    return { input: parseWith(ArticleInput, raw), raw, photos: new Map() };
  }
  if (type === "multipart/form-data") return readArticleForm(c);
  throw new AppError("unsupported-type", apiWords.jsonOrMultipart);
}

async function readArticleForm(c: BodyContext): Promise<SentArticle> {
  const form = await readMultipart(c, ["article", "photo"]);
  const parts = form.getAll("article");
  const [part] = parts;
  if (part === undefined || parts.length !== 1) {
    throw partError({ path: "article", message: apiWords.articlePartOnce });
  }
  const bytes = typeof part === "string" ? new TextEncoder().encode(part) : await part.bytes();
  if (bytes.byteLength > maxArticleJsonBytes) {
    throw new AppError("too-large", requestWords.bodyTooLarge(maxArticleJsonBytes));
  }
  const raw = parseJson(bytes);
  return {
    input: parseWith(ArticleInput, raw),
    raw,
    photos: await readPhotoParts(form.getAll("photo")),
  };
}

async function readPhotoParts(parts: (File | string)[]): Promise<SentArticle["photos"]> {
  if (parts.length > maxPhotos) {
    throw partError({ path: "photo", message: apiWords.tooManyPhotos(maxPhotos) });
  }
  const photos: SentArticle["photos"] = new Map();
  for (const part of parts) {
    if (typeof part === "string" || part.name === "") {
      throw partError({ path: "photo", message: apiWords.photoPartIsFile });
    }
    const name = normaliseLine(part.name).text;
    if (photos.has(name)) {
      throw partError({ path: "photo", message: apiWords.photoNameTwice(name) });
    }
    photos.set(name, new Uint8Array(await part.arrayBuffer()));
  }
  return photos;
}

function partError(error: FieldError): AppError {
  return new AppError("invalid", error.message, [error]);
}
