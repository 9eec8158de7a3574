import { AppError } from "../errors.ts";
import { readBody } from "../request/read-body.ts";
import { normaliseLine, normaliseText } from "../vietnamese/normalise.ts";
import { requestWords } from "../vietnamese/words/request.ts";

/** Bytes of a form without files. */
const smallForm = 1_000_000;

/** Reads a form, urlencoded or multipart, of at most `limit` bytes. AppErrors: too-large, unsupported-type, malformed. */
export async function readFormData(request: Request, limit = smallForm): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    throw new AppError("unsupported-type", requestWords.formOnly);
  }
  const bytes = await readBody(request, limit);
  return new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => {
    throw new AppError("malformed", requestWords.bodyNotForm);
  });
}

/** A field as one line, normalised. Empty if it was not sent. */
export function readLine(form: FormData, name: string): string {
  return normaliseLine(readRaw(form, name)).text;
}

/** A field as text, normalised. Empty if it was not sent. */
export function readText(form: FormData, name: string): string {
  return normaliseText(readRaw(form, name)).text.trim();
}

/** A field exactly as it was sent. For passwords, and values that are not text. */
export function readRaw(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
