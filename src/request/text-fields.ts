import { AppError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { readChunks, findBoundary, readForm } from "./read-body.ts";
import type { BodyContext } from "./body-bound.ts";

/** The text fields of a form, each name once, and whether the form had files too. */
export type TextFields = { fields: Map<string, string>; hasFiles: boolean };

export type TextFieldsWanted = {
  isKnown: (name: string) => boolean;
  /** The most bytes of the known fields together. */
  maxBytes: number;
  maxParts: number;
};

/** The most bytes of a form with its files: as many as an article with its photos. */
const maxFormBytes = 30_000_000;

/** The most bytes of the headers of one part. */
const maxHeaderBytes = 4000;

/**
 * Reads the known text fields of a form. Files and unknown fields are skipped while they arrive, so memory holds no more than
 * `maxBytes` and a chunk. AppErrors: too-large, malformed, unsupported-type.
 */
export async function readTextFields(
  c: BodyContext,
  wanted: TextFieldsWanted,
): Promise<TextFields> {
  const { raw } = c.req;
  const boundary = findBoundary(raw.headers.get("content-type") ?? "");
  if (boundary === null) return readUrlencoded(c, wanted);
  const reader = new PartReader(boundary, wanted);
  let total = 0;
  for await (const chunk of readChunks(raw)) {
    total += chunk.byteLength;
    if (total > maxFormBytes)
      throw new AppError("too-large", requestWords.bodyTooLarge(maxFormBytes));
    reader.add(chunk);
  }
  return reader.finish();
}

async function readUrlencoded(
  c: BodyContext,
  { isKnown, maxBytes, maxParts }: TextFieldsWanted,
): Promise<TextFields> {
  const bodyBound = { bytes: maxBytes, parts: maxParts };
  const form = await readForm({ req: c.req, var: { bodyBound } });
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value === "string" && isKnown(name) && !fields.has(name)) fields.set(name, value);
  }
  return { fields, hasFiles: false };
}

/** The part that is being read. `text` is null if it is skipped. */
type OpenPart = { name: string; isFile: boolean; text: Uint8Array[] | null };

/** Takes a multipart body apart while it arrives (RFC 2046 §5.1). */
class PartReader {
  readonly #wanted: TextFieldsWanted;
  readonly #delimiter: Buffer;
  readonly #fields = new Map<string, string>();
  /** Null from a delimiter to the end of the next part's headers. What stands before the first delimiter is skipped. */
  #part: OpenPart | null = { name: "", isFile: false, text: null };
  /** The bytes that are not read yet. The first delimiter has no line end before it. */
  #pending: Buffer = Buffer.from("\r\n");
  #bytes = 0;
  #parts = 0;
  #hasFiles = false;
  #isComplete = false;

  constructor(boundary: string, wanted: TextFieldsWanted) {
    this.#wanted = wanted;
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  add(chunk: Uint8Array): void {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    let isMore = true;
    while (isMore && !this.#isComplete) {
      isMore = this.#part === null ? this.#readHeaders() : this.#readContent(this.#part);
    }
  }

  /** AppError malformed if the body was cut short. */
  finish(): TextFields {
    if (!this.#isComplete) throw new AppError("malformed", requestWords.bodyNotMultipart);
    return { fields: this.#fields, hasFiles: this.#hasFiles };
  }

  /** Returns false if the headers are not complete yet. */
  #readHeaders(): boolean {
    if (this.#pending.subarray(0, 2).toString() === "--") this.#isComplete = true;
    const end = this.#pending.indexOf("\r\n\r\n");
    if (this.#isComplete || (end === -1 && this.#pending.length <= maxHeaderBytes)) return false;
    this.#parts++;
    if (end === -1 || end > maxHeaderBytes || this.#parts > this.#wanted.maxParts) {
      throw new AppError("too-large", requestWords.tooManyParts(this.#wanted.maxParts));
    }
    const headers = this.#pending.subarray(0, end).toString();
    const name = /;\s*name="([^"]*)"/i.exec(headers)?.[1] ?? "";
    const isFile = /;\s*filename\*?=/i.test(headers);
    const isKept = !isFile && this.#wanted.isKnown(name) && !this.#fields.has(name);
    this.#part = { name, isFile, text: isKept ? [] : null };
    this.#pending = this.#pending.subarray(end + "\r\n\r\n".length);
    return true;
  }

  /** Returns false if the part is not complete yet. */
  #readContent(part: OpenPart): boolean {
    const end = this.#pending.indexOf(this.#delimiter);
    // The last bytes may be the beginning of a delimiter.
    const length =
      end === -1 ? Math.max(0, this.#pending.length - this.#delimiter.length + 1) : end;
    this.#take(part, this.#pending.subarray(0, length));
    this.#pending = this.#pending.subarray(end === -1 ? length : end + this.#delimiter.length);
    if (end === -1) return false;
    if (part.text !== null) this.#fields.set(part.name, Buffer.concat(part.text).toString());
    this.#part = null;
    return true;
  }

  #take(part: OpenPart, content: Uint8Array): void {
    if (part.isFile && content.length > 0) this.#hasFiles = true;
    if (part.text === null || content.length === 0) return;
    this.#bytes += content.length;
    if (this.#bytes > this.#wanted.maxBytes) {
      throw new AppError("too-large", requestWords.bodyTooLarge(this.#wanted.maxBytes));
    }
    part.text.push(content);
  }
}
