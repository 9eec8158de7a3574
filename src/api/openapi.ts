import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import document from "./openapi.json";

/** GET /api/openapi.json: the API described; written from the schemas by scripts/write-openapi.ts. */
export async function getOpenapi(): Promise<Response> {
  const text = JSON.stringify(document);
  const response = await publicDocument(text, "application/json; charset=utf-8", [tags.site]);
  response.headers.set("access-control-allow-origin", "*");
  return response;
}
