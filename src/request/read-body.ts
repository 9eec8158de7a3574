import { AppError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";

/** Reads `multipart/form-data` up to `limit` bytes. AppErrors: too-large, malformed, and invalid for a part not in `known`. */
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

/** The first buffer's bytes when a request does not declare its length. */
const initialBytes = 64_000;

/**
 * Reads a body of at most `limit` bytes, whatever its Content-Length says. When that is right, memory is allocated
 * once. AppErrors too-large, and malformed when the body is cut short.
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new AppError("too-large", requestWords.bodyTooLarge(limit / 1_000_000));
  const cutShort = () => new AppError("malformed", requestWords.bodyCutShort);
  const header = request.headers.get("content-length");
  const claimed = header === null ? null : Number(header);
  if (claimed !== null && claimed > limit) throw tooLarge();
  if (claimed !== null && !(Number.isInteger(claimed) && claimed >= 0)) throw cutShort();
  let whole = new Uint8Array(claimed ?? Math.min(initialBytes, limit));
  let length = 0;
  for await (const chunk of chunksOf(request)) {
    const needed = length + chunk.byteLength;
    if (needed > limit) throw tooLarge();
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

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
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
