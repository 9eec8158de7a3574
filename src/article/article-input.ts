import * as v from "valibot";
import { aiLabels } from "../ai-label.ts";
import { normaliseText } from "../vietnamese/normalise.ts";
import type { Normalised } from "../vietnamese/normalise.ts";
import { genres } from "./article.ts";
import { line, optionalLine } from "./line-input.ts";
import { DocumentsInput, WorkingDocuments } from "./document.ts";

/** The most characters of a body: about 40,000 words, which fits well in a D1 row. */
const maxBodyLength = 200_000;

/** The most bytes of an article JSON: the longest body, escaped, and the other fields. */
export const maxArticleJsonBytes = 1_000_000;

/**
 * The most bytes of a request with an article and its photos, or of a form with files: with what is made of them they fit in a
 * Worker's memory (`npm run measure:memory`).
 */
export const maxArticleBytes = 25_000_000;

/** The most photos in one request. */
export const maxPhotos = 30;

/** The most characters of the words of a photo, wherever it stands. */
export const maxPhotoWords = { alt: 500, caption: 1000 } as const;

const text = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.transform((raw) => normaliseText(raw).text.trim()),
    v.maxLength(maxLength),
  );

const maxUrlLength = 2000;

const webAddress = v.pipe(
  v.string(),
  v.trim(),
  v.url(),
  v.regex(/^https?:\/\//i),
  v.maxLength(maxUrlLength),
);

/** An incomplete address is null. */
const addressBeingTyped = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(maxUrlLength),
  v.transform((typed) => (v.is(webAddress, typed) ? typed : null)),
);

/**
 * The article JSON of the API. A draft may lack lede, body, section, byline and alt: soát bài then blocks its submission.
 * `leadPhoto.photo` is the id of a stored photo, or the file name of a part of the same request.
 */
export const ArticleInput = v.strictObject({
  title: v.pipe(line(300), v.nonEmpty()),
  lede: v.optional(text(3000), ""),
  body: v.optional(text(maxBodyLength), ""),
  section: optionalLine(100),
  tags: v.optional(v.pipe(v.array(v.pipe(line(60), v.nonEmpty())), v.maxLength(20)), []),
  genre: v.optional(v.picklist(genres), "tin"),
  byline: v.optional(
    v.strictObject({
      authors: v.optional(v.pipe(v.array(v.pipe(line(80), v.nonEmpty())), v.maxLength(20)), []),
      unit: v.optional(line(120), ""),
    }),
    { authors: [], unit: "" },
  ),
  source: v.optional(
    v.nullable(
      v.strictObject({
        name: v.pipe(line(200), v.nonEmpty()),
        url: v.optional(v.nullable(webAddress), null),
      }),
    ),
    null,
  ),
  leadPhoto: v.optional(
    v.nullable(
      v.strictObject({
        photo: v.pipe(line(255), v.nonEmpty()),
        alt: v.optional(line(maxPhotoWords.alt), ""),
        caption: optionalLine(maxPhotoWords.caption),
        credit: optionalLine(200),
      }),
    ),
    null,
  ),
  english: v.optional(
    v.nullable(
      v.strictObject({
        title: v.pipe(line(300), v.nonEmpty()),
        summary: v.pipe(text(3000), v.nonEmpty()),
      }),
    ),
    null,
  ),
  /** `true` means that AI wrote it. */
  madeByAi: v.optional(
    v.pipe(
      v.nullable(v.union([v.picklist(aiLabels), v.boolean()])),
      v.transform((label) => (label === true ? "generated" : label === false ? null : label)),
    ),
    null,
  ),
  documents: v.optional(DocumentsInput, []),
});

export type ArticleInput = v.InferOutput<typeof ArticleInput>;

/** An article that the form saves as a draft. It may lack its title, too; soát bài blocks its submission. */
export const DraftInput = v.strictObject({ ...ArticleInput.entries, title: line(300) });

/**
 * An article while it is typed, in the bounds of ArticleInput. The title, the source and the English summary may be blank;
 * an incomplete URL is left out.
 */
export const WorkingInput = v.strictObject({
  ...ArticleInput.entries,
  title: v.optional(line(300), ""),
  source: v.optional(
    v.nullable(
      v.strictObject({
        name: v.optional(line(200), ""),
        url: v.optional(v.nullable(addressBeingTyped), null),
      }),
    ),
    null,
  ),
  english: v.optional(
    v.nullable(
      v.strictObject({ title: v.optional(line(300), ""), summary: v.optional(text(3000), "") }),
    ),
    null,
  ),
  documents: v.optional(WorkingDocuments, []),
});

/** The text fields that normalising changes, and how, for soát bài to report. */
export function listNormalisedFields(
  raw: unknown,
): ({ field: string } & Pick<Normalised, "changes" | "removed">)[] {
  const article = v.parse(v.looseObject({}), raw);
  const leadPhoto = v.parse(
    v.fallback(v.record(v.string(), v.unknown()), {}),
    article["leadPhoto"],
  );
  const fields = [
    ["title", article["title"]],
    ["lede", article["lede"]],
    ["body", article["body"]],
    ["leadPhoto.alt", leadPhoto["alt"]],
    ["leadPhoto.caption", leadPhoto["caption"]],
  ] as const;
  return fields.flatMap(([field, text]) => {
    if (typeof text !== "string") return [];
    const { changes, removed } = normaliseText(text);
    return changes.length === 0 ? [] : [{ field, changes, removed }];
  });
}
