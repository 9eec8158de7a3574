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
import { readForm } from "../request/read-body.ts";
import { readBody } from "../request/read-body.ts";

/** Reads `application/json`, or `multipart/form-data` with one `article` part and `photo` file parts. */
export async function readArticleRequest(request: Request): Promise<SentArticle> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") {
    const raw = parseJson(await readBody(request, maxArticleJsonBytes));
    return { input: parseWith(ArticleInput, raw), raw, photos: new Map() };
  }
  if (type === "multipart/form-data") return readMultipart(request);
  throw new AppError("unsupported-type", apiWords.jsonOrMultipart);
}

async function readMultipart(request: Request): Promise<SentArticle> {
  const form = await readForm(request, maxArticleBytes, ["article", "photo"]);
  const parts = form.getAll("article");
  const [part] = parts;
  if (part === undefined || parts.length !== 1) {
    throw partError({ path: "article", message: apiWords.articlePartOnce });
  }
  const bytes = typeof part === "string" ? new TextEncoder().encode(part) : await part.bytes();
  if (bytes.byteLength > maxArticleJsonBytes) {
    throw new AppError("too-large", requestWords.bodyTooLarge(maxArticleJsonBytes / 1_000_000));
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
