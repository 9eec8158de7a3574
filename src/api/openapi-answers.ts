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
const source: FieldsOf<Source> = { name: text, url: allowNull(address) };
const leadPhoto: FieldsOf<LeadPhoto> = {
  photo: text,
  alt: text,
  caption: allowNull(text),
  credit: allowNull(text),
};

const english: FieldsOf<English> = { title: text, summary: text };

const document: FieldsOf<ArticleDocument> = {
  file: text,
  name: text,
  number: allowNull(text),
  date: allowNull({ type: "string", format: "date" }),
  signer: allowNull(text),
  kind: allowNull(text),
};

const status: FieldsOf<ReturnType<typeof toStatus>> = {
  id: text,
  kind: { enum: articleKinds },
  slug: text,
  url: address,
  status: { enum: articleStates },
  version: whole,
  publishedVersion: allowNull(whole),
  publishedAt: allowNull(time),
  updatedAt: allowNull(time),
  scheduledAt: allowNull(time),
};

const content: FieldsOf<ArticleContent> = {
  title: text,
  lede: text,
  body: { type: "string", contentMediaType: "text/markdown" },
  section: allowNull(text),
  tags: list(text),
  genre: { enum: genres },
  byline: describeObject(byline),
  source: allowNull(describeObject(source)),
  leadPhoto: allowNull(describeObject(leadPhoto)),
  english: allowNull(describeObject(english)),
  madeByAi: { enum: [...aiLabels, null] },
  documents: list(describeObject(document)),
};

const correction: FieldsOf<ReturnType<typeof toCorrections>[number]> = { at: time, text };

const line: FieldsOf<ReturnType<typeof toPublishedLine>> = {
  ...status,
  title: text,
  lede: text,
  section: text,
  tags: list(text),
  genre: { enum: genres },
  byline: describeObject(byline),
  corrections: list(describeObject(correction)),
};

/** An article in the list for staff. */
const staffLine = { ...status, title: text, section: allowNull(text), owner: text };

const where: FieldsOf<Where> = { field: text, start: allowNull(whole), end: allowNull(whole) };

const finding: FieldsOf<Finding> = {
  rule: text,
  severity: { enum: ["block", "warn"] },
  where: describeObject(where),
  message: text,
  suggestion: allowNull(text),
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
  variants: { type: "object", additionalProperties: describeObject(variant) },
  credit: allowNull(text),
  source: { enum: [...photoOrigins, null] },
  license: allowNull(text),
  usableUntil: allowNull({ type: "string", format: "date" }),
  madeByAi: { enum: [...aiLabels, null] },
  proposedCredit: allowNull(text),
  rotation: { enum: rotations },
  crop: allowNull(describeObject({ x: part, y: part, width: part, height: part })),
  focus: allowNull(describeObject({ x: part, y: part })),
};

const file: FieldsOf<StoredFile> = {
  id: { type: "string", pattern: "^[0-9a-f]{64}$" },
  kind: { enum: ["document", "video", "audio", "captions"] },
  type: text,
  name: text,
  bytes: whole,
  pages: allowNull(whole),
  seconds: allowNull(part),
  properties: { type: "object" },
  width: allowNull(whole),
  height: allowNull(whole),
  transcript: allowNull(text),
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
  ArticleStatus: describeObject(status),
  Saved: describeObject({ ...status, findings: list(describeObject(finding)) }),
  Version: describeObject({ ...status, ...content }),
  Article: describeObject({ ...status, ...content, corrections: list(describeObject(correction)) }),
  Articles: describeObject({
    articles: list({ anyOf: [describeObject(line), describeObject(staffLine)] }),
    next: allowNull(text),
  }),
  Photo: describeObject(photo),
  File: describeObject(file),
  ErasedFile: describeObject({ id: text }),
  Versions: describeObject({ versions: list(describeObject(version)) }),
  OldAddresses: describeObject({ addresses: list(text) }),
  Changes: describeObject({ changes: list(describeObject(change)), next: text }),
  Openapi: { type: "object" },
  Problem: describeObject(
    {
      type: text,
      title: text,
      status: whole,
      detail: text,
      errors: list(describeObject(fieldError)),
      errorId: text,
    },
    ["errorId"],
  ),
} satisfies Record<string, JsonSchema>;

/** An object that has each property, but for the `optional` ones always. */
function describeObject(
  properties: Record<string, JsonSchema>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required };
}

function list(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}

function allowNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "null" }] };
}
