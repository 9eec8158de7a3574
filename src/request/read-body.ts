import { AppError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { smallBody } from "./body-bound.ts";
import type { BodyContext } from "./body-bound.ts";

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
  refuseLongText(form);
  return form;
}

/** The most characters in all text fields of a form: a refused form is sent back with its text. */
const maxTextLength = 1_000_000;

/** AppError too-large. */
export function refuseLongText(form: FormData): void {
  const length = [...form.values()].reduce(
    (sum, value) => sum + (typeof value === "string" ? value.length : 0),
    0,
  );
  if (length > maxTextLength) {
    throw new AppError("too-large", requestWords.bodyTooLarge(maxTextLength));
  }
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
 * Reads a body up to the bound of its route, or up to `max` bytes where that is less, whatever its Content-Length says. It is
 * read into one buffer without a copy. AppErrors too-large, and malformed when the body is cut short.
 */
export async function readBody(
  c: BodyContext,
  max = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const limit = Math.min(max, (c.var.bodyBound ?? smallBody).bytes);
  const makeTooLarge = () => new AppError("too-large", requestWords.bodyTooLarge(limit));
  const claimed = readLength(c.req.raw);
  if (claimed !== null && claimed > limit) throw makeTooLarge();
  // One byte more than allowed: if it is filled, the body is too long.
  let buffer = new ArrayBuffer((claimed ?? Math.min(initialBytes, limit)) + 1);
  let length = 0;
  await readChunks(c.req.raw, async (readInto) => {
    for (;;) {
      if (length === buffer.byteLength) {
        if (length > limit) throw makeTooLarge();
        buffer = buffer.transfer(Math.min(2 * length, limit + 1));
      }
      const read = await readInto(new Uint8Array(buffer, length));
      ({ buffer } = read);
      if (read.byteLength === 0) return;
      length += read.byteLength;
    }
  });
  if (length > limit) throw makeTooLarge();
  if (claimed !== null && claimed !== length) throw makeCutShort();
  return new Uint8Array(buffer, 0, length);
}

/** The length that a request states, or null. AppError malformed if it is not a length. */
export function readLength(request: Request): number | null {
  const header = request.headers.get("content-length");
  const length = header === null ? null : Number(header);
  if (length !== null && !(Number.isInteger(length) && length >= 0)) throw makeCutShort();
  return length;
}

/**
 * Fills the start of a view with what comes next. Its buffer is moved, not copied: the caller continues with the buffer of the
 * returned view, which is empty at the end of the body.
 */
export type ReadInto = (view: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Lets `act` read a body into its own memory, so that nothing is copied and no garbage is left. AppError malformed when the
 * body is cut short.
 */
export async function readChunks(
  { body }: Request,
  act: (readInto: ReadInto) => Promise<void>,
): Promise<void> {
  if (body === null) return act(async (view) => view.subarray(0, 0));
  const reader = body.getReader({ mode: "byob" });
  try {
    await act(async (view) => {
      const { value } = await reader.read(view).catch(() => {
        throw makeCutShort();
      });
      if (value === undefined) throw makeCutShort();
      return value;
    });
  } finally {
    // An early answer must not leave the connection waiting for the rest of the body.
    await reader.cancel().catch(() => undefined);
  }
}

function makeCutShort(): AppError {
  return new AppError("malformed", requestWords.bodyCutShort);
}
