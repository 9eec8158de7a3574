/** A part of a body, by its first byte and the byte behind its last. */
export type ByteRange = { start: number; end: number };

/**
 * The part that a GET asks for (RFC 9110 §14), of a body of `size` bytes with this strong entity tag. Null for the whole body:
 * no range, several ranges, another unit, or If-Range names another version. "unsatisfiable" answers 416.
 */
export function readRange(
  request: Request,
  size: number,
  etag: string | null,
): ByteRange | "unsatisfiable" | null {
  if (request.method !== "GET") return null;
  const ifRange = request.headers.get("if-range");
  if (ifRange !== null && ifRange !== etag) return null;
  const [, first = "", last = ""] =
    /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(request.headers.get("range") ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size } : "unsatisfiable";
  }
  const start = Number(first);
  const end = last === "" ? size : Math.min(Number(last) + 1, size);
  if (last !== "" && Number(last) < start) return null;
  return start < size ? { start, end } : "unsatisfiable";
}

/** The headers that say which part of `size` bytes an answer of 206 or 416 holds. */
export function rangeHeaders(
  range: ByteRange | "unsatisfiable",
  size: number,
): Record<string, string> {
  if (range === "unsatisfiable") return { "content-range": `bytes */${size}` };
  return {
    "content-range": `bytes ${range.start}-${range.end - 1}/${size}`,
    "content-length": String(range.end - range.start),
  };
}
