import { AppError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { readBody } from "./read-body.ts";

/** Reads `multipart/form-data` up to `limit` bytes. AppErrors: too-large, malformed, and invalid for a part not in `cached`. */
export async function readForm(
  request: Request,
  limit: number,
  known: string[],
): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError("unsupported-type", requestWords.multipartOnly);
  }
  const bytes = await readBody(request, limit);
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw new AppError("malformed", requestWords.bodyNotMultipart);
    });
  const unknown = [...new Set(form.keys())].filter((name) => !known.includes(name));
  if (unknown.length === 0) return form;
  const errors = unknown.map((path) => ({ path, message: requestWords.unknownPart(path) }));
  throw new AppError("invalid", requestWords.invalid, errors);
}
