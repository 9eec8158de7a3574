import { AppError } from "../errors.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { readBody } from "./read-body.ts";

/** Reads `multipart/form-data` up to `limit` bytes. AppErrors: too-large, malformed, and invalid for a part not in `known`. */
export async function readForm(
  request: Request,
  limit: number,
  known: string[],
): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError("unsupported-type", apiWords.multipartOnly);
  }
  const bytes = await readBody(request, limit);
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw new AppError("malformed", apiWords.bodyNotMultipart);
    });
  const unknown = [...new Set(form.keys())].filter((name) => !known.includes(name));
  if (unknown.length === 0) return form;
  const errors = unknown.map((path) => ({ path, message: apiWords.unknownPart(path) }));
  throw new AppError("invalid", apiWords.invalid, errors);
}
