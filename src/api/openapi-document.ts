import { jsonFeedPath } from "../addresses/public.ts";
import { openapiWords } from "../vietnamese/words/openapi.ts";
import { answerSchemas } from "./openapi-answers.ts";
import type { JsonSchema } from "./openapi-answers.ts";
import { operations } from "./openapi-operations.ts";
import type { Operation, RequestName } from "./openapi-operations.ts";

/** Schemas made elsewhere: of the requests, and of `_ban_tin` in JSON Feed. */
type GivenSchemas = Record<RequestName | "FeedExtension", JsonSchema>;

/**
 * The API described in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html). The schemas of requests are to be made
 * from the very valibot schemas that parse them. Nothing in it depends on the site: it is committed as src/api/openapi.json.
 */
export function buildOpenapiDocument(given: GivenSchemas): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    (paths[writeTemplatedPath(operation.path)] ??= {})[operation.method] =
      buildOperation(operation);
  }
  return {
    openapi: "3.1.1",
    info: { title: openapiWords.title, description: openapiWords.description, version: "1" },
    servers: [{ url: "/" }],
    paths: { ...paths, [jsonFeedPath]: { get: jsonFeedOperation } },
    components: {
      schemas: { ...given, ...answerSchemas },
      responses: {
        Problem: {
          description: openapiWords.answers.problem,
          content: { "application/problem+json": { schema: referToSchema("Problem") } },
        },
      },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: openapiWords.token },
      },
    },
  };
}

/** "/api/articles/{id}" for "/api/articles/:id". */
function writeTemplatedPath(pattern: string): string {
  return pattern.replace(/:(\w+)/g, "{$1}");
}

/** Only our extension of JSON Feed: the format has its own specification. */
const jsonFeedOperation = {
  operationId: "getFeed",
  summary: openapiWords.operations.getFeed,
  security: [],
  responses: {
    200: {
      description: openapiWords.answers.done,
      content: {
        "application/feed+json": {
          schema: {
            type: "object",
            properties: {
              items: {
                type: "array",
                items: { type: "object", properties: { _ban_tin: referToSchema("FeedExtension") } },
              },
            },
          },
        },
      },
    },
  },
};

function buildOperation(operation: Operation): object {
  const { operationId, role, parameters = [], body, status = 200, mayWait, answer } = operation;
  const content = { "application/json": { schema: referToSchema(answer) } };
  return {
    operationId,
    summary: openapiWords.operations[operationId],
    description: openapiWords.roles[role],
    security: role === "anyone" ? [{}, { token: [] }] : [{ token: [] }],
    parameters,
    ...(body === undefined
      ? {}
      : { requestBody: { required: body.isOptional !== true, content: describeBody(body) } }),
    responses: {
      [status]: { description: openapiWords.answers.done, content },
      ...(mayWait === true ? { 202: { description: openapiWords.answers.waits, content } } : {}),
      ...Object.fromEntries(
        listRefusals(operation).map((refusal) => [
          refusal,
          { $ref: "#/components/responses/Problem" },
        ]),
      ),
    },
  };
}

function describeBody({ json, multipart, file }: NonNullable<Operation["body"]>): object {
  return {
    ...(file === undefined ? {} : { "application/octet-stream": {} }),
    ...(json === undefined ? {} : { "application/json": { schema: referToSchema(json) } }),
    ...(multipart === undefined ? {} : { "multipart/form-data": { schema: multipart } }),
  };
}

/** Any call may refuse a wrong token; only writing is limited; only a body can be malformed. */
function listRefusals({ method, role, body, refusals }: Operation): number[] {
  const byRole = role === "anyone" ? [401] : [401, 403];
  const byMethod = method === "get" ? [] : [429];
  const byBody = body === undefined ? [] : [400, 413, 415, 422];
  return [...new Set([...byRole, ...byMethod, ...byBody, ...refusals])].toSorted((a, b) => a - b);
}

function referToSchema(name: keyof GivenSchemas | keyof typeof answerSchemas): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}
