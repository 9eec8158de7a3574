import type { Site } from "../site.ts";
import { openapiWords } from "../vietnamese/words/openapi.ts";
import { answerSchemas } from "./openapi-answers.ts";
import type { JsonSchema } from "./openapi-answers.ts";
import { operations } from "./openapi-operations.ts";
import type { Operation, RequestName } from "./openapi-operations.ts";

/**
 * The API described in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html). `requests` are the JSON Schemas of what
 * the API takes, made from the very valibot schemas that parse it.
 */
export function openapiDocument(site: Site, requests: Record<RequestName, JsonSchema>): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation);
  }
  return {
    openapi: "3.1.1",
    info: {
      title: openapiWords.title(site.name),
      description: openapiWords.description,
      version: "1",
      contact: { name: site.agency.name, email: site.agency.email, url: `${site.baseUrl}/` },
    },
    servers: [{ url: site.baseUrl }],
    paths,
    components: {
      schemas: { ...requests, ...answerSchemas },
      responses: {
        Problem: {
          description: openapiWords.answers.problem,
          content: { "application/problem+json": { schema: schemaRef("Problem") } },
        },
      },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: openapiWords.token },
      },
    },
  };
}

function operationObject(operation: Operation): object {
  const { operationId, role, parameters = [], body, status = 200, answer } = operation;
  return {
    operationId,
    summary: openapiWords.operations[operationId],
    description: openapiWords.roles[role],
    security: role === "anyone" ? [{}, { token: [] }] : [{ token: [] }],
    parameters,
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [status]: {
        description: openapiWords.answers.done,
        content: { "application/json": { schema: schemaRef(answer) } },
      },
      ...Object.fromEntries(
        refusalsOf(operation).map((refusal) => [
          refusal,
          { $ref: "#/components/responses/Problem" },
        ]),
      ),
    },
  };
}

function contentOf({ json, multipart }: NonNullable<Operation["body"]>): object {
  return {
    ...(json === undefined ? {} : { "application/json": { schema: schemaRef(json) } }),
    ...(multipart === undefined ? {} : { "multipart/form-data": { schema: multipart } }),
  };
}

/** A bad token is refused wherever it is sent; only writing is bounded; only a body can be malformed. */
function refusalsOf({ method, role, body, refusals }: Operation): number[] {
  const byRole = role === "anyone" ? [401] : [401, 403];
  const byMethod = method === "get" ? [] : [429];
  const byBody = body === undefined ? [] : [400, 413, 415, 422];
  return [...new Set([...byRole, ...byMethod, ...byBody, ...refusals])].toSorted((a, b) => a - b);
}

function schemaRef(name: RequestName | keyof typeof answerSchemas): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}
