import { openapiPath } from "../addresses/api.ts";
import type { AppContext } from "../context.ts";
import { answerStaticFile } from "../edge-cache/caching-policy.ts";
import { AppError } from "../errors.ts";
import { apiWords } from "../vietnamese/words/api.ts";

/** GET /api/openapi.json: the API described by src/api/openapi.json, which `npm run openapi` writes from the schemas. */
export async function getOpenapi({ env }: AppContext): Promise<Response> {
  const type = "application/json; charset=utf-8";
  const response = await answerStaticFile(env.ASSETS, openapiPath, type);
  if (response === null) throw new AppError("not-found", apiWords.noSuchPlace);
  response.headers.set("access-control-allow-origin", "*");
  return response;
}
