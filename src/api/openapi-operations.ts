import { aiLabels } from "../ai-label.ts";
import {
  apiPhotosPath,
  apiPhotoPath,
  apiFilesPath,
  apiFilePath,
  apiArticlesPath,
  apiChangesPath,
  openapiPath,
  apiArticlePath,
  apiSubmissionPath,
  apiPublicationPath,
  apiOldAddressesPath,
  apiVersionsPath,
  apiVersionPath,
} from "../addresses/api.ts";
import { articleKinds, articleStates } from "../article/article.ts";
import { photoOrigins } from "../photo/photo-facts.ts";
import type { Role } from "../people/person.ts";
import { openapiWords } from "../vietnamese/words/openapi.ts";
import type { answerSchemas, JsonSchema } from "./openapi-answers.ts";

/** The requests that have a schema. */
export type RequestName = "ArticleInput" | "PhotoChange" | "Reason" | "Approval" | "OldAddresses";

/** A short description of one call. */
export type Operation = {
  /** The path as in the route table, with `:id` for a parameter. */
  path: string;
  method: "get" | "post" | "put" | "patch" | "delete";
  operationId: Exclude<keyof typeof openapiWords.operations, "getFeed">;
  role: "anyone" | Exclude<Role, "admin">;
  parameters?: readonly JsonSchema[];
  /** The schema of its JSON body, or the parts of its multipart form, or both; or the bytes of a file. */
  body?: { json?: RequestName; multipart?: JsonSchema; file?: true; isOptional?: true };
  status?: 201;
  /** Whether 202 is possible, too: the change waits for an editor. */
  mayWait?: true;
  answer: Exclude<keyof typeof answerSchemas, "Problem">;
  /** Status codes of refusals, besides those that its role and body imply. */
  refusals: readonly number[];
};

const words = openapiWords.parameters;
const text: JsonSchema = { type: "string" };
const file: JsonSchema = { type: "string", contentMediaType: "application/octet-stream" };

const id = describeParameter("path", "id", words.id, text);
const photoId = describeParameter("path", "id", words.photoId, text);
const fileId = describeParameter("path", "id", words.fileId, text);
const n = describeParameter("path", "n", words.n, { type: "integer", minimum: 1 });
const idempotencyKey = describeParameter("header", "Idempotency-Key", words.idempotencyKey, {
  type: "string",
  maxLength: 255,
});
const ifMatch = { ...describeParameter("header", "If-Match", words.ifMatch, text), required: true };

const articleForm: JsonSchema = {
  type: "object",
  properties: {
    article: { $ref: "#/components/schemas/ArticleInput" },
    photo: { type: "array", items: file },
  },
  required: ["article"],
};
const photoFacts: Record<string, JsonSchema> = {
  credit: text,
  source: { enum: photoOrigins },
  license: text,
  usableUntil: { type: "string", format: "date" },
  madeByAi: { enum: [...aiLabels, "true", "false"] },
};
const photoForm: JsonSchema = {
  type: "object",
  properties: { file, ...photoFacts },
  required: ["file"],
};

/** Every call of the API. src/app.ts has the routes. */
export const operations: readonly Operation[] = [
  {
    path: apiPhotosPath,
    method: "post",
    operationId: "uploadPhoto",
    role: "reporter",
    parameters: [
      idempotencyKey,
      ...Object.entries(photoFacts).map(([name, schema]) =>
        describeParameter("query", name, words.photoFact, schema),
      ),
    ],
    body: { file: true, multipart: photoForm },
    status: 201,
    answer: "Photo",
    refusals: [410, 503],
  },
  {
    path: apiPhotoPath.pattern,
    method: "get",
    operationId: "getPhoto",
    role: "reporter",
    parameters: [photoId],
    answer: "Photo",
    refusals: [404],
  },
  {
    path: apiPhotoPath.pattern,
    method: "patch",
    operationId: "patchPhoto",
    role: "reporter",
    parameters: [photoId],
    body: { json: "PhotoChange" },
    mayWait: true,
    answer: "Photo",
    refusals: [404, 503],
  },
  {
    path: apiFilesPath,
    method: "post",
    operationId: "uploadFile",
    role: "reporter",
    parameters: [
      { ...describeParameter("query", "name", words.fileName, text), required: true },
      idempotencyKey,
    ],
    body: { file: true },
    status: 201,
    answer: "File",
    refusals: [410, 411],
  },
  {
    path: apiFilePath.pattern,
    method: "get",
    operationId: "getFile",
    role: "reporter",
    parameters: [fileId],
    answer: "File",
    refusals: [404],
  },
  {
    path: apiFilePath.pattern,
    method: "delete",
    operationId: "deleteFile",
    role: "reporter",
    parameters: [fileId],
    body: { json: "Reason" },
    answer: "ErasedFile",
    refusals: [404],
  },
  {
    path: apiArticlesPath,
    method: "get",
    operationId: "getArticles",
    role: "anyone",
    parameters: [
      describeParameter("query", "kind", words.kind, { enum: articleKinds }),
      describeParameter("query", "section", words.section, text),
      describeParameter("query", "status", words.status, { enum: articleStates }),
      describeParameter("query", "since", words.since, { type: "string", format: "date-time" }),
      describeParameter("query", "cursor", words.cursor, text),
    ],
    answer: "Articles",
    refusals: [422, 429],
  },
  {
    path: apiArticlesPath,
    method: "post",
    operationId: "createArticle",
    role: "reporter",
    parameters: [
      idempotencyKey,
      describeParameter("query", "submit", words.submit, { type: "boolean", default: false }),
    ],
    body: { json: "ArticleInput", multipart: articleForm },
    status: 201,
    answer: "Saved",
    refusals: [410, 503],
  },
  {
    path: apiArticlePath.pattern,
    method: "get",
    operationId: "getArticle",
    role: "anyone",
    parameters: [id],
    answer: "Article",
    refusals: [404, 410],
  },
  {
    path: apiArticlePath.pattern,
    method: "put",
    operationId: "saveArticle",
    role: "reporter",
    parameters: [id, ifMatch],
    body: { json: "ArticleInput", multipart: articleForm },
    answer: "Saved",
    refusals: [404, 409, 410, 412, 428, 503],
  },
  {
    path: apiSubmissionPath.pattern,
    method: "put",
    operationId: "putSubmission",
    role: "reporter",
    parameters: [id],
    answer: "ArticleStatus",
    refusals: [404, 409, 422],
  },
  {
    path: apiSubmissionPath.pattern,
    method: "delete",
    operationId: "deleteSubmission",
    role: "reporter",
    parameters: [id],
    body: { json: "Reason", isOptional: true },
    answer: "ArticleStatus",
    refusals: [404, 409],
  },
  {
    path: apiPublicationPath.pattern,
    method: "put",
    operationId: "putPublication",
    role: "editor",
    parameters: [id],
    body: { json: "Approval" },
    answer: "ArticleStatus",
    refusals: [404, 409],
  },
  {
    path: apiPublicationPath.pattern,
    method: "delete",
    operationId: "deletePublication",
    role: "editor",
    parameters: [id],
    body: { json: "Reason" },
    answer: "ArticleStatus",
    refusals: [404, 409],
  },
  {
    path: apiOldAddressesPath.pattern,
    method: "get",
    operationId: "getOldAddresses",
    role: "editor",
    parameters: [id],
    answer: "OldAddresses",
    refusals: [404],
  },
  {
    path: apiOldAddressesPath.pattern,
    method: "put",
    operationId: "putOldAddresses",
    role: "editor",
    parameters: [id],
    body: { json: "OldAddresses" },
    answer: "OldAddresses",
    refusals: [404, 409],
  },
  {
    path: apiVersionsPath.pattern,
    method: "get",
    operationId: "getVersions",
    role: "reporter",
    parameters: [id],
    answer: "Versions",
    refusals: [404],
  },
  {
    path: apiVersionPath.pattern,
    method: "get",
    operationId: "getVersion",
    role: "reporter",
    parameters: [id, n],
    answer: "Version",
    refusals: [404],
  },
  {
    path: apiChangesPath,
    method: "get",
    operationId: "getChanges",
    role: "anyone",
    parameters: [describeParameter("query", "since", words.changesSince, text)],
    answer: "Changes",
    refusals: [410, 422, 429],
  },
  {
    path: openapiPath,
    method: "get",
    operationId: "getOpenapi",
    role: "anyone",
    answer: "Openapi",
    refusals: [],
  },
];

function describeParameter(
  place: "path" | "query" | "header",
  name: string,
  description: string,
  schema: JsonSchema,
): JsonSchema {
  return { name, in: place, description, required: place === "path", schema };
}
