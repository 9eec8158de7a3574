import { readRange, rangeHeaders } from "./byte-range.ts";
import type { ByteRange } from "./byte-range.ts";
import { matchesEtag, answerNotModified } from "./etag.ts";

/** A finished answer as the stand-in keeps it. Times are ms since the epoch. */
export type StoredAnswer = {
  status: number;
  /** What the client is sent on a hit: platform headers already taken out, `cf-cache-status` already put in. */
  headers: Headers;
  etag: string | null;
  body: Uint8Array;
  tags: string[];
  freshUntil: number;
  revalidateUntil: number;
  onErrorUntil: number;
};

export type CacheStatus = "HIT" | "MISS" | "STALE" | "BYPASS";

/** The statuses that Workers Cache may keep; errors that pass are never kept. */
const keepable = new Set([200, 301, 308, 404, 410]);

/** An answer that is kept; or not, and then the response with its body unread, and whether it was only too large. */
export type StoringResult =
  | { stored: StoredAnswer }
  | { stored: null; response: Response; isTooLarge: boolean };

/**
 * Reads an answer into memory if its own headers let a shared cache keep it and its body has at most `maxBytes`. Of a larger
 * body no more is read than that: the rest goes to the client as fast as the client reads.
 */
export async function storeAnswer(
  response: Response,
  now: number,
  maxBytes: number,
): Promise<StoringResult> {
  if (!isKeptAtEdge(response)) return { stored: null, response, isTooLarge: false };
  const policy = response.headers.get("cloudflare-cdn-cache-control");
  const fresh = readSeconds(policy, "max-age");
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    return { stored: null, response, isTooLarge: true };
  }
  const body = await readUpTo(response.body, maxBytes);
  if (body instanceof ReadableStream) {
    return { stored: null, response: new Response(body, response), isTooLarge: true };
  }
  const freshUntil = now + fresh * 1000;
  const stored: StoredAnswer = {
    status: response.status,
    headers: makeClientHeaders(response.headers, "HIT"),
    etag: response.headers.get("etag"),
    body,
    tags: response.headers.get("cache-tag")?.split(",") ?? [],
    freshUntil,
    revalidateUntil: freshUntil + readSeconds(policy, "stale-while-revalidate") * 1000,
    onErrorUntil: freshUntil + readSeconds(policy, "stale-if-error") * 1000,
  };
  return { stored };
}

/** Whether its own headers let a shared cache keep this answer. */
export function isKeptAtEdge({ headers, status }: Response): boolean {
  const policy = headers.get("cloudflare-cdn-cache-control");
  return (
    policy !== null &&
    readSeconds(policy, "max-age") > 0 &&
    !/no-store|private/.test(policy) &&
    keepable.has(status) &&
    !headers.has("set-cookie")
  );
}

/** A whole body of at most `max` bytes; of a larger one, a stream of all of it. */
async function readUpTo(
  body: ReadableStream<Uint8Array> | null,
  max: number,
): Promise<Uint8Array | ReadableStream<Uint8Array>> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= max) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    chunks.push(value);
    length += value.byteLength;
  }
  return new ReadableStream({
    async pull(controller) {
      const chunk = chunks.shift() ?? (await reader.read()).value;
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** The stored answer for this request: whole, without its body for HEAD, or 304 for who already holds it. */
export function answerFromStored(
  stored: StoredAnswer,
  request: Request,
  status: CacheStatus,
): Response {
  const headers = status === "HIT" ? stored.headers : withStatus(stored.headers, status);
  if (stored.status === 200 && matchesEtag(request.headers.get("if-none-match"), stored.etag)) {
    return answerNotModified(headers);
  }
  if (request.method === "HEAD") return new Response(null, { status: stored.status, headers });
  const range =
    stored.status === 200 ? readRange(request, stored.body.byteLength, stored.etag) : null;
  if (range === null || !headers.has("accept-ranges")) {
    return new Response(stored.body, { status: stored.status, headers });
  }
  return answerPart(stored, headers, range);
}

function answerPart(
  { body }: StoredAnswer,
  headers: Headers,
  range: ByteRange | "unsatisfiable",
): Response {
  const partHeaders = new Headers(headers);
  partHeaders.delete("content-length");
  for (const [name, value] of Object.entries(rangeHeaders(range, body.byteLength))) {
    partHeaders.set(name, value);
  }
  if (range === "unsatisfiable") return new Response(null, { status: 416, headers: partHeaders });
  const part = body.subarray(range.start, range.end);
  return new Response(part, { status: 206, headers: partHeaders });
}

/** An answer that was not kept, as the client gets it. */
export function answerUnstored(response: Response, status: CacheStatus): Response {
  return new Response(response.body, {
    status: response.status,
    headers: makeClientHeaders(response.headers, status),
  });
}

/** The platform takes these two headers out before an answer leaves the edge, and says how it was found. */
function makeClientHeaders(headers: Headers, status: CacheStatus): Headers {
  const seen = withStatus(headers, status);
  seen.delete("cloudflare-cdn-cache-control");
  seen.delete("cache-tag");
  return seen;
}

function withStatus(headers: Headers, status: CacheStatus): Headers {
  const copy = new Headers(headers);
  copy.set("cf-cache-status", status);
  return copy;
}

function readSeconds(policy: string | null, directive: string): number {
  const match = policy?.match(new RegExp(`(?:^|[ ,])${directive}=(\\d+)`));
  return Number(match?.[1] ?? 0);
}
