/** Strong entity tag of a body: the first 128 bits of its SHA-256. */
export async function computeEtag(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return `"${new Uint8Array(digest, 0, 16).toHex()}"`;
}

/** Whether an If-None-Match header names this entity tag (weak comparison, RFC 9110 §13.1.2). */
export function matchesEtag(ifNoneMatch: string | null, etag: string | null): boolean {
  if (ifNoneMatch === null || etag === null) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  const opaque = etag.replace(/^W\//, "");
  return ifNoneMatch
    .split(",")
    .some((candidate) => candidate.trim().replace(/^W\//, "") === opaque);
}

/** A 200 that the client already holds becomes 304, which repeats its headers but not its body (RFC 9110 §15.4.5). */
export function answerConditionally(request: Request, response: Response): Response {
  if (response.status !== 200) return response;
  if (request.method !== "GET" && request.method !== "HEAD") return response;
  if (!matchesEtag(request.headers.get("if-none-match"), response.headers.get("etag")))
    return response;
  return answerNotModified(response.headers);
}

/** The 304 that stands for a response with these headers. */
export function answerNotModified(headers: Headers): Response {
  const kept = new Headers(headers);
  kept.delete("content-type");
  kept.delete("content-length");
  return new Response(null, { status: 304, headers: kept });
}
