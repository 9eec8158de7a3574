import * as v from "valibot";
import {
  ArticleInput,
  maxArticleBytes,
  maxArticleJsonBytes,
  maxPhotos,
} from "../article/article-input.ts";
import { articleKinds } from "../article/article.ts";
import type { ArticleKind } from "../article/article.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { lacksTerms, mergeFacts, noFacts, PhotoFactsInput } from "../photo/photo-facts.ts";
import type { PhotoFacts } from "../photo/photo-facts.ts";
import type { SentArticle } from "../publishing/incoming-photos.ts";
import { normaliseLine } from "../vietnamese/normalise.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { parseJson, parseWith } from "../request/parse.ts";
import type { BodyContext } from "../request/body-bound.ts";
import type { SentFile } from "../request/part-reader.ts";
import { readBody } from "../request/read-body.ts";
import { readSentForm } from "../request/sent-form.ts";

/** An article with its photos. One photo too many is still read, so that the answer can say so. */
export const articleBody = { bytes: maxArticleBytes, parts: 100 };

/** Compared in the form that the names of parts get. */
const partName = v.pipe(
  v.string(),
  v.transform((name) => normaliseLine(name).text),
  v.nonEmpty(),
  v.maxLength(255),
);

/** The article JSON of a request. `photos` states facts of the photos in the same request, each by its file name. */
export const ArticleRequest = v.strictObject({
  ...ArticleInput.entries,
  /** Of a new article; an article keeps its kind. */
  kind: v.optional(v.picklist(articleKinds)),
  photos: v.optional(
    v.pipe(
      v.array(v.strictObject({ photo: partName, ...PhotoFactsInput.entries })),
      v.maxLength(maxPhotos),
    ),
    [],
  ),
});

/** `kind` is null if the request does not say it. */
type RequestedArticle = SentArticle & { kind: ArticleKind | null };

/** The facts of a photo, with the file name of its part. */
type NamedFacts = v.InferOutput<typeof ArticleRequest>["photos"][number];

/** Reads `application/json`, or `multipart/form-data` with one `article` part and `photo` file parts. */
export async function readArticleRequest(c: BodyContext): Promise<RequestedArticle> {
  const type = c.req.raw.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") {
    return readArticle(parseJson(await readBody(c, maxArticleJsonBytes)), new Map());
  }
  if (type === "multipart/form-data") return readArticleForm(c);
  throw new AppError("unsupported-type", apiWords.jsonOrMultipart);
}

async function readArticleForm(c: BodyContext): Promise<RequestedArticle> {
  const message = apiWords.photosTooHeavy(maxArticleBytes / 1_000_000);
  const tooHeavy = new AppError("too-large", message, [{ path: "photo", message }]);
  const { fields, files } = await readSentForm(c, tooHeavy);
  refuseUnknownParts([...fields.keys(), ...files.map(({ field }) => field)]);
  const texts = fields.getAll("article").filter((text) => typeof text === "string");
  const parts = [
    ...texts.map((text) => new TextEncoder().encode(text)),
    ...listFiles(files, "article").map((file) => file.bytes),
  ];
  const [part] = parts;
  if (part === undefined || parts.length !== 1) {
    throw makePartError({ path: "article", message: apiWords.articlePartOnce });
  }
  if (part.byteLength > maxArticleJsonBytes) {
    throw new AppError("too-large", requestWords.bodyTooLarge(maxArticleJsonBytes));
  }
  if (fields.has("photo"))
    throw makePartError({ path: "photo", message: apiWords.photoPartIsFile });
  return readArticle(parseJson(part), readPhotoParts(listFiles(files, "photo")));
}

function refuseUnknownParts(names: readonly string[]): void {
  const unknown = [...new Set(names)].filter((name) => name !== "article" && name !== "photo");
  if (unknown.length === 0) return;
  const errors = unknown.map((path) => ({ path, message: requestWords.unknownPart(path) }));
  throw new AppError("invalid", requestWords.invalid, errors);
}

function listFiles(files: readonly SentFile[], part: string): SentFile[] {
  return files.filter(({ field }) => field === part);
}

type PhotoParts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

function readArticle(raw: unknown, parts: PhotoParts): RequestedArticle {
  const { photos: named, kind, ...input } = parseWith(ArticleRequest, raw);
  const facts = readFacts(named, parts);
  const photos = [...parts].map(([name, bytes]) => {
    return [name, { bytes, facts: facts.get(name) ?? {} }] as const;
  });
  return { kind: kind ?? null, input, raw, photos: new Map(photos) };
}

/** The facts by file name. AppError invalid for a name that is not in the request or stands there twice, and for incomplete facts. */
function readFacts(
  named: readonly NamedFacts[],
  parts: PhotoParts,
): Map<string, Partial<PhotoFacts>> {
  const facts = new Map<string, Partial<PhotoFacts>>();
  const errors: FieldError[] = [];
  named.forEach(({ photo, ...stated }, n) => {
    const path = `photos.${n}`;
    if (!parts.has(photo)) {
      errors.push({ path: `${path}.photo`, message: apiWords.factsOfNoPart(photo) });
    } else if (facts.has(photo)) {
      errors.push({ path: `${path}.photo`, message: apiWords.photoNameTwice(photo) });
    } else if (lacksTerms(mergeFacts(noFacts, stated))) {
      errors.push({ path: `${path}.license`, message: photoWords.licenseNeeded });
    }
    facts.set(photo, stated);
  });
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
  return facts;
}

function readPhotoParts(parts: readonly SentFile[]): PhotoParts {
  if (parts.length > maxPhotos) {
    throw makePartError({ path: "photo", message: apiWords.tooManyPhotos(maxPhotos) });
  }
  const photos = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const part of parts) {
    if (part.name === "") {
      throw makePartError({ path: "photo", message: apiWords.photoPartIsFile });
    }
    const name = normaliseLine(part.name).text;
    if (photos.has(name)) {
      throw makePartError({ path: "photo", message: apiWords.photoNameTwice(name) });
    }
    photos.set(name, part.bytes);
  }
  return photos;
}

function makePartError(error: FieldError): AppError {
  return new AppError("invalid", error.message, [error]);
}
