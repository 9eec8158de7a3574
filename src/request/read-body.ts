import { AppError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";

/** Reads a body up to `limit` bytes, whatever its Content-Length claims. AppErrors: too-large, malformed when it is cut short. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new AppError("too-large", requestWords.bodyTooLarge(limit / 1_000_000));
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunksOf(request)) {
    length += chunk.byteLength;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  const claimed = request.headers.get("content-length");
  if (claimed !== null && Number(claimed) !== length)
    throw new AppError("malformed", requestWords.bodyCutShort);
  return joined(chunks, length);
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
    // An answer that comes before the body was read to its end must not leave the connection waiting for it.
    await reader.cancel().catch(() => undefined);
  }
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
