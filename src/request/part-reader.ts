import { AppError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { findBoundary, readChunks, readLength } from "./read-body.ts";

/** A file of a form. `field` is the name of its part, `name` that of the file. Its bytes have their memory alone. */
export type SentFile = { field: string; name: string; bytes: Uint8Array<ArrayBuffer> };

/** The parts of a form, in their order. */
export type SentParts = {
  fields: [string, string][];
  /** None if they are heavier than wanted. */
  files: SentFile[];
  hasFiles: boolean;
  isTooHeavy: boolean;
};

export type PartsWanted = {
  /** Whether a text field is read. Others are skipped. */
  isKnown: (name: string) => boolean;
  /** The most bytes of the known text fields together. */
  maxTextBytes: number;
  maxParts: number;
  /** The most bytes of the files together. */
  maxFileBytes: number;
  /** Thrown if the files are heavier. Null: they are skipped, and the text is read to its end. */
  tooHeavy: AppError | null;
};

/** The most bytes of a form, with the files that are skipped. The platform takes no more in one request. */
const maxFormBytes = 100_000_000;

/** The most bytes of the headers of one part. */
const maxHeaderBytes = 4000;

/** The size of the buffer that a body is read through. */
const blockBytes = 256 * 1024;

/** The size of the first buffer for a file if the request does not state its length. */
const initialBytes = 64_000;

/**
 * Reads a multipart form while it arrives: memory holds its known text, its files up to the bound, and one block. AppErrors
 * too-large and malformed.
 */
export async function readParts(request: Request, wanted: PartsWanted): Promise<SentParts> {
  const boundary = findBoundary(request.headers.get("content-type") ?? "");
  if (boundary === null) throw new AppError("malformed", requestWords.bodyNotMultipart);
  const claimed = readLength(request);
  const reader = new PartReader(boundary, wanted, claimed);
  // What was read and not used yet. The first delimiter has no line end before it.
  let block = new ArrayBuffer(blockBytes);
  let pending = Buffer.from(block).write("\r\n");
  let total = 0;
  await readChunks(request, async (readInto) => {
    for (;;) {
      const read = await readInto(new Uint8Array(block, pending));
      ({ buffer: block } = read);
      if (read.byteLength === 0) return;
      total += read.byteLength;
      if (total > maxFormBytes) {
        throw new AppError("too-large", requestWords.bodyTooLarge(maxFormBytes));
      }
      const end = pending + read.byteLength;
      const used = reader.use(Buffer.from(block, 0, end));
      new Uint8Array(block).copyWithin(0, used, end);
      pending = end - used;
    }
  });
  if (claimed !== null && claimed !== total) {
    throw new AppError("malformed", requestWords.bodyCutShort);
  }
  return reader.finish();
}

/** The part that is being read. */
type OpenPart = { field: string; file: string | null; text: Buffer[] | null };

/** Takes a multipart body apart (RFC 2046 §5.1). */
class PartReader {
  readonly #wanted: PartsWanted;
  readonly #delimiter: Buffer;
  readonly #fields: [string, string][] = [];
  /** Null if they are too heavy. */
  #files: SentFile[] | null = [];
  /** The bytes of the file that is being read, and how many there are. */
  #memory = new ArrayBuffer(0);
  #length = 0;
  /** The most bytes that files can still have: less than the request states, or a guess. */
  #expected: number;
  /** The bytes of all files so far. */
  #fileBytes = 0;
  #textBytes = 0;
  #parts = 0;
  #hasFiles = false;
  #isComplete = false;
  /** Null from a delimiter to the end of the next part's headers. What stands before the first delimiter is skipped. */
  #part: OpenPart | null = { field: "", file: null, text: null };

  /** `claimed` is the length that the request states, or null. */
  constructor(boundary: string, wanted: PartsWanted, claimed: number | null) {
    this.#wanted = wanted;
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
    this.#expected = claimed ?? initialBytes;
    if (claimed !== null && claimed > wanted.maxFileBytes) this.#dropFiles();
  }

  /** Reads as far as parts are complete, and returns how many bytes were used. */
  use(bytes: Buffer): number {
    let used = 0;
    for (;;) {
      if (this.#isComplete) return bytes.length;
      const rest = bytes.subarray(used);
      const step =
        this.#part === null ? this.#useHeaders(rest) : this.#useContent(this.#part, rest);
      used += step.used;
      if (!step.isMore) return this.#isComplete ? bytes.length : used;
    }
  }

  /** AppError malformed if the body was cut short. */
  finish(): SentParts {
    if (!this.#isComplete) throw new AppError("malformed", requestWords.bodyNotMultipart);
    const files = this.#files;
    return {
      fields: this.#fields,
      files: files ?? [],
      hasFiles: this.#hasFiles,
      isTooHeavy: files === null,
    };
  }

  /** `isMore` is false if the headers are not complete yet. */
  #useHeaders(bytes: Buffer): { used: number; isMore: boolean } {
    if (bytes.subarray(0, 2).toString() === "--") this.#isComplete = true;
    const end = bytes.indexOf("\r\n\r\n");
    if (this.#isComplete || (end === -1 && bytes.length <= maxHeaderBytes)) {
      return { used: 0, isMore: false };
    }
    this.#parts++;
    if (end === -1 || end > maxHeaderBytes || this.#parts > this.#wanted.maxParts) {
      throw new AppError("too-large", requestWords.tooManyParts(this.#wanted.maxParts));
    }
    const headers = bytes.subarray(0, end).toString();
    const field = readParameter(headers, "name") ?? "";
    const file = readParameter(headers, "filename");
    const isKept = file === null && this.#wanted.isKnown(field);
    this.#part = { field, file, text: isKept ? [] : null };
    if (file !== null && this.#files !== null) this.#memory = new ArrayBuffer(this.#expected);
    return { used: end + "\r\n\r\n".length, isMore: true };
  }

  /** `isMore` is false if the part is not complete yet. */
  #useContent(part: OpenPart, bytes: Buffer): { used: number; isMore: boolean } {
    const end = bytes.indexOf(this.#delimiter);
    // The last bytes may be the beginning of a delimiter.
    const length = end === -1 ? Math.max(0, bytes.length - this.#delimiter.length + 1) : end;
    const content = bytes.subarray(0, length);
    if (part.file !== null) this.#takeFile(content);
    else if (part.text !== null) this.#takeText(part.text, content);
    if (end === -1) return { used: length, isMore: false };
    this.#endPart(part);
    return { used: end + this.#delimiter.length, isMore: true };
  }

  #endPart({ field, file, text }: OpenPart): void {
    this.#part = null;
    if (text !== null) this.#fields.push([field, Buffer.concat(text).toString()]);
    if (file === null) return;
    const bytes = new Uint8Array(this.#memory.transfer(this.#length));
    this.#memory = new ArrayBuffer(0);
    this.#files?.push({ field, name: file, bytes });
    this.#expected = Math.max(0, this.#expected - this.#length);
    this.#length = 0;
  }

  #takeText(text: Buffer[], content: Buffer): void {
    this.#textBytes += content.length;
    if (this.#textBytes > this.#wanted.maxTextBytes) {
      throw new AppError("too-large", requestWords.bodyTooLarge(this.#wanted.maxTextBytes));
    }
    // Copied, because the next bytes overwrite the block.
    if (content.length > 0) text.push(Buffer.from(content));
  }

  #takeFile(content: Buffer): void {
    if (content.length > 0) this.#hasFiles = true;
    if (this.#files === null) return;
    this.#fileBytes += content.length;
    if (this.#fileBytes > this.#wanted.maxFileBytes) return this.#dropFiles();
    const length = this.#length + content.length;
    if (length > this.#memory.byteLength) this.#memory = this.#memory.transfer(2 * length);
    new Uint8Array(this.#memory).set(content, this.#length);
    this.#length = length;
  }

  #dropFiles(): void {
    if (this.#wanted.tooHeavy !== null) throw this.#wanted.tooHeavy;
    for (const { bytes } of this.#files ?? []) bytes.buffer.transfer(0);
    this.#files = null;
    this.#memory = this.#memory.transfer(0);
    this.#length = 0;
  }
}

/** A parameter of Content-Disposition, as browsers escape it; null if it is not there. */
function readParameter(headers: string, name: string): string | null {
  const disposition = /^content-disposition:[ \t]*(.*)$/im.exec(headers)?.[1] ?? "";
  const found = new RegExp(`;\\s*${name}=(?:"((?:\\\\.|[^"\\\\])*)"|([^;\\s]+))`, "i").exec(
    disposition,
  );
  if (found === null) return null;
  const raw = found[1]?.replace(/\\(["\\])/g, "$1") ?? found[2] ?? "";
  return raw.replace(/%(22|0A|0D)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
