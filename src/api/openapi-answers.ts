import { aiLabels } from "../ai-label.ts";
import type { ArticleContent, Byline, English, LeadPhoto, Source } from "../article/article.ts";
import { articleKinds, articleStates, genres } from "../article/article.ts";
import type { VersionSummary } from "../article/version-store.ts";
import type { Finding, Where } from "../check/finding.ts";
import type { FieldError } from "../errors.ts";
import { photoOrigins } from "../photo/photo-facts.ts";
import { rotations } from "../photo/photo.ts";
import type { ArticleDocument } from "../article/document.ts";
import type { StoredFile } from "../file/file.ts";
import type { PhotoVariants } from "../photo/photo.ts";
import type { Change } from "../published/change-store.ts";
import type { PhotoAnswer } from "./upload-photo.ts";
import type { toCorrections, toPublishedLine, toStatus } from "./article-answer.ts";

/** A schema in JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A schema for each field of an answer. The compiler reports missing and unknown fields. */
type FieldsOf<Answer> = { [field in keyof Answer]-?: JsonSchema };

const text: JsonSchema = { type: "string" };
const whole: JsonSchema = { type: "integer" };
const time: JsonSchema = { type: "string", format: "date-time" };
const address: JsonSchema = { type: "string", format: "uri" };

const byline: FieldsOf<Byline> = { authors: list(text), unit: text };
const source: FieldsOf<Source> = { name: text, url: orNull(address) };
const leadPhoto: FieldsOf<LeadPhoto> = {
  photo: text,
  alt: text,
  caption: orNull(text),
  credit: orNull(text),
};

const english: FieldsOf<English> = { title: text, summary: text };

const document: FieldsOf<ArticleDocument> = {
  file: text,
  name: text,
  number: orNull(text),
  date: orNull({ type: "string", format: "date" }),
  signer: orNull(text),
  kind: orNull(text),
};

const status: FieldsOf<ReturnType<typeof toStatus>> = {
  id: text,
  kind: { enum: articleKinds },
  slug: text,
  url: address,
  status: { enum: articleStates },
  version: whole,
  publishedVersion: orNull(whole),
  publishedAt: orNull(time),
  updatedAt: orNull(time),
  scheduledAt: orNull(time),
};

const content: FieldsOf<ArticleContent> = {
  title: text,
  lede: text,
  body: { type: "string", contentMediaType: "text/markdown" },
  section: orNull(text),
  tags: list(text),
  genre: { enum: genres },
  byline: object(byline),
  source: orNull(object(source)),
  leadPhoto: orNull(object(leadPhoto)),
  english: orNull(object(english)),
  madeByAi: { enum: [...aiLabels, null] },
  documents: list(object(document)),
};

const correction: FieldsOf<ReturnType<typeof toCorrections>[number]> = { at: time, text };

const line: FieldsOf<ReturnType<typeof toPublishedLine>> = {
  ...status,
  title: text,
  lede: text,
  section: text,
  tags: list(text),
  genre: { enum: genres },
  byline: object(byline),
  corrections: list(object(correction)),
};

/** An article in the list for staff. */
const staffLine = { ...status, title: text, section: orNull(text), owner: text };

const where: FieldsOf<Where> = { field: text, start: orNull(whole), end: orNull(whole) };

const finding: FieldsOf<Finding> = {
  rule: text,
  severity: { enum: ["block", "warn"] },
  where: object(where),
  message: text,
  suggestion: orNull(text),
};

const variant: FieldsOf<NonNullable<PhotoVariants["960.jpg"]>> = {
  width: whole,
  height: whole,
  bytes: whole,
};

const part: JsonSchema = { type: "number" };

const photo: FieldsOf<PhotoAnswer> = {
  id: { type: "string", pattern: "^[0-9a-f]{64}$" },
  width: whole,
  height: whole,
  type: { enum: ["image/jpeg", "image/png", "image/webp", "image/gif"] },
  bytes: whole,
  variants: { type: "object", additionalProperties: object(variant) },
  credit: orNull(text),
  source: { enum: [...photoOrigins, null] },
  license: orNull(text),
  usableUntil: orNull({ type: "string", format: "date" }),
  madeByAi: { enum: [...aiLabels, null] },
  proposedCredit: orNull(text),
  rotation: { enum: rotations },
  crop: orNull(object({ x: part, y: part, width: part, height: part })),
  focus: orNull(object({ x: part, y: part })),
};

const file: FieldsOf<StoredFile> = {
  id: { type: "string", pattern: "^[0-9a-f]{64}$" },
  kind: { enum: ["document", "video", "audio"] },
  type: text,
  name: text,
  bytes: whole,
  pages: orNull(whole),
  seconds: orNull(part),
  properties: { type: "object" },
};

const version: FieldsOf<VersionSummary> = {
  number: whole,
  title: text,
  author: text,
  createdAt: time,
};

const change: FieldsOf<Omit<Change, "articleId" | "kind" | "slug"> & { id: string; url: string }> =
  {
    seq: whole,
    at: time,
    type: { enum: ["published", "updated", "withdrawn"] },
    id: text,
    url: address,
  };

const fieldError: FieldsOf<FieldError> = { path: text, message: text };

/** The schemas of answers, by their names in the document's components. */
export const answerSchemas = {
  ArticleStatus: object(status),
  Saved: object({ ...status, findings: list(object(finding)) }),
  Version: object({ ...status, ...content }),
  Article: object({ ...status, ...content, corrections: list(object(correction)) }),
  Articles: object({
    articles: list({ anyOf: [object(line), object(staffLine)] }),
    next: orNull(text),
  }),
  Photo: object(photo),
  File: object(file),
  ErasedFile: object({ id: text }),
  Versions: object({ versions: list(object(version)) }),
  OldAddresses: object({ addresses: list(text) }),
  Changes: object({ changes: list(object(change)), next: text }),
  Openapi: { type: "object" },
  Problem: object({
    type: text,
    title: text,
    status: whole,
    detail: text,
    errors: list(object(fieldError)),
  }),
} satisfies Record<string, JsonSchema>;

function object(properties: Record<string, JsonSchema>): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties) };
}

function list(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}

function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "null" }] };
}
