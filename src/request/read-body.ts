import { AppError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { smallBody } from "./body-bound.ts";
import type { BodyContext } from "./body-bound.ts";

/** Reads `multipart/form-data`. AppErrors: too-large, malformed, and invalid for a part not in `known`. */
export async function readMultipart(c: BodyContext, known: string[]): Promise<FormData> {
  const type = c.req.raw.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError("unsupported-type", requestWords.multipartOnly);
  }
  const form = await parseForm(c, type, requestWords.bodyNotMultipart);
  const unknown = [...new Set(form.keys())].filter((name) => !known.includes(name));
  if (unknown.length === 0) return form;
  const errors = unknown.map((path) => ({ path, message: requestWords.unknownPart(path) }));
  throw new AppError("invalid", requestWords.invalid, errors);
}

/** Reads a form, urlencoded or multipart. AppErrors: too-large, unsupported-type, malformed. */
export async function readForm(c: BodyContext): Promise<FormData> {
  const type = c.req.raw.headers.get("content-type") ?? "";
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    throw new AppError("unsupported-type", requestWords.formOnly);
  }
  return parseForm(c, type, requestWords.bodyNotForm);
}

async function parseForm(c: BodyContext, type: string, fault: string): Promise<FormData> {
  const { parts } = c.var.bodyBound ?? smallBody;
  const bytes = await readBody(c);
  if (hasMoreParts(bytes, type, parts)) {
    throw new AppError("too-large", requestWords.tooManyParts(parts));
  }
  const response = new Response(bytes, { headers: { "content-type": type } });
  const form = await response.formData().catch(() => {
    throw new AppError("malformed", fault);
  });
  if (measureText(form) > maxTextLength) {
    throw new AppError("too-large", requestWords.bodyTooLarge(maxTextLength));
  }
  return form;
}

/** The most characters in all text fields of a form: a refused form is sent back with its text. */
const maxTextLength = 1_000_000;

function measureText(form: FormData): number {
  return [...form.values()].reduce(
    (length, value) => length + (typeof value === "string" ? value.length : 0),
    0,
  );
}

/** Whether a form has more parts than this. It only counts what separates them, because parsing each one costs far more. */
function hasMoreParts(bytes: Uint8Array, type: string, max: number): boolean {
  const boundary = findBoundary(type);
  const separator = Buffer.from(boundary === null ? "&" : `--${boundary}`);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A multipart body also ends with a separator.
  const maxSeparators = boundary === null ? max - 1 : max + 1;
  let at = 0;
  for (let separators = 0; separators <= maxSeparators; separators++) {
    at = text.indexOf(separator, at);
    if (at === -1) return false;
    at += separator.length;
  }
  return true;
}

/** The boundary of a multipart body; null for a urlencoded one. AppError malformed if it is missing or unusual. */
export function findBoundary(type: string): string | null {
  if (!/^multipart\//i.test(type)) return null;
  const [parameter, ...more] = type
    .split(";")
    .slice(1)
    .filter((one) => /^\s*boundary/i.test(one));
  const boundary = /^\s*boundary=("?)([\w'()+,./:=? -]{1,70})\1\s*$/i.exec(parameter ?? "")?.[2];
  if (boundary !== undefined && more.length === 0) return boundary;
  throw new AppError("malformed", requestWords.bodyNotMultipart);
}

/** The first buffer's bytes when a request does not declare its length. */
const initialBytes = 64_000;

/**
 * Reads a body up to the bound of its route, or up to `max` bytes where that is less, whatever its Content-Length says. When
 * that is right, memory is allocated once. AppErrors too-large, and malformed when the body is cut short.
 */
export async function readBody(
  c: BodyContext,
  max = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const limit = Math.min(max, (c.var.bodyBound ?? smallBody).bytes);
  const makeTooLarge = () => new AppError("too-large", requestWords.bodyTooLarge(limit));
  const cutShort = () => new AppError("malformed", requestWords.bodyCutShort);
  const header = c.req.raw.headers.get("content-length");
  const claimed = header === null ? null : Number(header);
  if (claimed !== null && claimed > limit) throw makeTooLarge();
  if (claimed !== null && !(Number.isInteger(claimed) && claimed >= 0)) throw cutShort();
  let whole = new Uint8Array(claimed ?? Math.min(initialBytes, limit));
  let length = 0;
  for await (const chunk of readChunks(c.req.raw)) {
    const needed = length + chunk.byteLength;
    if (needed > limit) throw makeTooLarge();
    if (needed > whole.byteLength) whole = grow(whole, Math.min(2 * needed, limit));
    whole.set(chunk, length);
    length = needed;
  }
  if (claimed !== null && claimed !== length) throw cutShort();
  return whole.subarray(0, length);
}

function grow(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(bytes);
  return larger;
}

/** The chunks of a body as they arrive. AppError malformed when the body is cut short. */
export async function* readChunks(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new AppError("malformed", requestWords.bodyCutShort);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // An early answer must not leave the connection waiting for the rest of the body.
    await reader.cancel().catch(() => undefined);
  }
}
