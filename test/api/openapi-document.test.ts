import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { describe, expect, test } from "vitest";
import { buildOpenapiDocument } from "../../src/api/openapi-document.ts";
import { operations } from "../../src/api/openapi-operations.ts";
import { OldAddresses } from "../../src/api/old-addresses.ts";
import { ArticleRequest } from "../../src/api/article-request.ts";
import { Approval, Reason } from "../../src/api/article-status.ts";
import { PhotoChange } from "../../src/api/upload-photo.ts";
import { app } from "../../src/app.ts";
import { feedExtensionSchema } from "../../src/feed/feed-extension.ts";

const document = buildOpenapiDocument({
  ArticleInput: makeSchema(ArticleRequest),
  PhotoChange: makeSchema(PhotoChange),
  Reason: makeSchema(Reason),
  Approval: makeSchema(Approval),
  OldAddresses: makeSchema(OldAddresses),
  FeedExtension: feedExtensionSchema,
});

/** JSON Schema cannot describe normalisation, so it is left out. */
function makeSchema(schema: GenericSchema): Record<string, unknown> {
  const options = { target: "draft-2020-12", errorMode: "ignore" } as const;
  const { $schema: _, ...described } = toJsonSchema(schema, options);
  return described;
}

describe("openapiDocument", () => {
  // If it is out of date, `npm run openapi` generates it.
  test("equals the document that the Worker serves", async () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../../src/api/openapi.json");
  });

  test("describes every call of the API", () => {
    const described = new Set(
      operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
    );
    const routes = app.routes
      .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
      .map(({ method, path }) => `${method} ${path}`);
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.filter((route) => !described.has(route))).toEqual([]);
  });

  test("names each operation once", () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test("contains every schema that it refers to", () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(references.length).toBeGreaterThan(operations.length);
    expect(references.filter((path) => readPath(document, path.split("/")) === undefined)).toEqual(
      [],
    );
  });

  test("declares every path parameter", () => {
    for (const { path, parameters = [] } of operations) {
      const held = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const declared = parameters.filter((one) => one["in"] === "path").map((one) => one["name"]);
      expect(declared).toEqual(held);
    }
  });

  test("has a relative server URL", () => {
    expect(document).toMatchObject({ openapi: "3.1.1", servers: [{ url: "/" }] });
  });
});

function readPath(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === "object" && inside !== null ? Reflect.get(inside, key) : undefined,
    value,
  );
}
