import type { AppError } from "../errors.ts";
import { smallBody } from "./body-bound.ts";
import type { BodyContext } from "./body-bound.ts";
import { readParts } from "./part-reader.ts";
import type { SentFile } from "./part-reader.ts";
import { readForm, refuseLongText } from "./read-body.ts";

/** A form with its files. */
export type SentForm = {
  fields: FormData;
  files: SentFile[];
  /** Whether the form was heavier than its route takes. Then none of its files is there, but its text is. */
  isTooHeavy: boolean;
};

/** The most bytes of all text fields of a form: the most characters, most of them of three bytes. */
const maxTextBytes = 3_000_000;

/**
 * Reads a form with files, urlencoded or multipart. `tooHeavy` is thrown if it is heavier than the route takes, as soon as that is
 * known; null: the text is read without the files. AppErrors unsupported-type, malformed, and too-large for too much text or too
 * many parts.
 */
export async function readSentForm(c: BodyContext, tooHeavy: AppError | null): Promise<SentForm> {
  const { bytes: maxFileBytes, parts: maxParts } = c.var.bodyBound ?? smallBody;
  if (!isMultipart(c.req.raw)) {
    const bodyBound = { bytes: Math.min(maxTextBytes, maxFileBytes), parts: maxParts };
    const fields = await readForm({ req: c.req, var: { bodyBound } });
    return { fields, files: [], isTooHeavy: false };
  }
  const wanted = { isKnown: () => true, maxTextBytes, maxParts, maxFileBytes, tooHeavy };
  const { files, isTooHeavy, ...parts } = await readParts(c.req.raw, wanted);
  const fields = new FormData();
  for (const [name, value] of parts.fields) fields.append(name, value);
  refuseLongText(fields);
  return { fields, files, isTooHeavy };
}

/** Whether the body of a request is a multipart form. */
export function isMultipart({ headers }: Request): boolean {
  return /^multipart\/form-data\b/i.test(headers.get("content-type") ?? "");
}
