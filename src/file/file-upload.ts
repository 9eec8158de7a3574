import { createHash } from "node:crypto";
import { AppError } from "../errors.ts";
import type { Actor } from "../people/person.ts";
import { normaliseLine } from "../vietnamese/normalise.ts";
import { fileWords } from "../vietnamese/words/file.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { findFile, insertFile, recordFileSender } from "./file-store.ts";
import type { FileHome } from "./file-store.ts";
import { fileFormats, fileKey } from "./file.ts";
import type { Overwriting, StoredFile } from "./file.ts";
import { checkNameAndSize, inspectFile } from "./inspect-file.ts";
import { sourceOfObject } from "./object-source.ts";
import { refuseFile } from "./refuse-file.ts";

/** A file as it is sent. `bytes` is the length that the sender states. */
export type FileUpload = { name: string; bytes: number; body: ReadableStream<Uint8Array> };

/**
 * The file in a request whose body is the file itself and whose address has `?name=`. AppErrors length-required, because R2
 * stores only streams of known length, and invalid without a name.
 */
export function readFileUpload(request: Request): FileUpload {
  const name = new URL(request.url).searchParams.get("name") ?? "";
  if (name.trim() === "") throw refuseFile("invalid", fileWords.nameNeeded);
  const length = request.headers.get("content-length") ?? "";
  if (!/^\d{1,12}$/.test(length)) throw refuseFile("length-required", fileWords.lengthNeeded);
  return { name, bytes: Number(length), body: request.body ?? new Blob([]).stream() };
}

/** A file that is in memory already. Its bytes are not copied. */
export function makeFileUpload({ name, bytes }: { name: string; bytes: Uint8Array }): FileUpload {
  return { name, bytes: bytes.length, body: new Response(bytes).body ?? new Blob([]).stream() };
}

/**
 * A file that nothing can refuse any more: its row is there already, or its bytes wait in R2 under a temporary key. Whoever
 * receives it must keep or drop it.
 */
export type ReceivedFile = { file: StoredFile; isKnown: boolean; temporaryKey: string };

/** The most characters of a file's name. */
const maxNameLength = 200;

/** Under this key stands what is being received. The clock deletes what a stopped request leaves. */
const temporaryPrefix = "files/incoming-";

/**
 * Receives one file and keeps it. The same bytes again return the stored file with its first name and record the sender;
 * `created` is then false. AppErrors of receiveFile, and forbidden if the sender has lost the right to act meanwhile.
 */
export async function storeFile(
  home: FileHome,
  upload: FileUpload,
  sender: Actor,
): Promise<{ file: StoredFile; created: boolean }> {
  const received = await receiveFile(home, upload);
  try {
    return await keepFile(home, received, sender);
  } finally {
    await dropTemporary(home, received);
  }
}

/**
 * Streams a file to R2 under a temporary key, counts and hashes it on the way, and inspects it there; it is never in memory
 * whole. What a video or a recording says of people and places is overwritten. Nothing is left of a file that is refused. AppErrors too-large, unsupported-type, invalid, malformed (cut short) and
 * gone (an erased file cannot return) name the field `file`, and the file in the sentence.
 */
export async function receiveFile(home: FileHome, upload: FileUpload): Promise<ReceivedFile> {
  const name = readFileName(upload.name);
  const { bytes } = upload;
  const format = checkNameAndSize(name, bytes);
  const { kind, type } = fileFormats[format];
  const temporaryKey = temporaryPrefix + crypto.randomUUID();
  try {
    const id = await putAndHash(home.PHOTOS, temporaryKey, upload);
    const known = await findFile(home.DB, id);
    if (known === "erased") throw refuseFile("gone", fileWords.erased(name));
    if (known !== null) return { file: known, isKnown: true, temporaryKey };
    const source = sourceOfObject(home.PHOTOS, temporaryKey, bytes);
    const { overwritings = [], ...facts } = await inspectFile(source, format, name);
    const unknown = { width: null, height: null, transcript: null };
    const file = { id, kind, type, name, bytes, ...unknown, ...facts };
    if (overwritings.length > 0) await overwrite(home.PHOTOS, temporaryKey, file, overwritings);
    if (file.id === id) return { file, isKnown: false, temporaryKey };
    const clean = await findFile(home.DB, file.id);
    if (clean === "erased") throw refuseFile("gone", fileWords.erased(name));
    return { file: clean ?? file, isKnown: clean !== null, temporaryKey };
  } catch (error) {
    await home.PHOTOS.delete(temporaryKey);
    throw error;
  }
}

/** Writes over parts of the received bytes, and gives the file the digest of what is then there. */
async function overwrite(
  bucket: R2Bucket,
  temporaryKey: string,
  file: StoredFile,
  overwritings: readonly Overwriting[],
): Promise<void> {
  const cleanKey = temporaryPrefix + crypto.randomUUID();
  try {
    const { body } = await requireObject(bucket, temporaryKey);
    const { name, bytes } = file;
    const cleaned = body.pipeThrough(overwritingStream(overwritings));
    file.id = await putAndHash(bucket, cleanKey, { name, bytes, body: cleaned });
    await bucket.put(temporaryKey, (await requireObject(bucket, cleanKey)).body);
  } finally {
    await bucket.delete(cleanKey);
  }
}

function overwritingStream(
  overwritings: readonly Overwriting[],
): TransformStream<Uint8Array, Uint8Array> {
  let at = 0;
  return new TransformStream({
    transform(chunk, controller) {
      const written = Uint8Array.from(chunk);
      for (const { start, end, text } of overwritings) {
        const [from, to] = [Math.max(start, at), Math.min(end, at + written.length)];
        for (let place = from; place < to; place++) {
          written[place - at] = text === null ? 0 : text.charCodeAt(place - start);
        }
      }
      at += written.length;
      controller.enqueue(written);
    },
  });
}

async function requireObject(bucket: R2Bucket, key: string): Promise<R2ObjectBody> {
  const object = await bucket.get(key);
  if (object === null) throw new Error(`${key} is gone`);
  return object;
}

/** Keeps a received file: its bytes under their digest, then its row. AppErrors gone and forbidden. */
export async function keepFile(
  home: FileHome,
  { file, isKnown, temporaryKey }: ReceivedFile,
  sender: Actor,
): Promise<{ file: StoredFile; created: boolean }> {
  if (!isKnown) {
    await moveToDigest(home.PHOTOS, file, temporaryKey);
    if (await insertFile(home.DB, file, sender)) return { file, created: true };
  }
  const stored = await findFile(home.DB, file.id);
  if (stored === null || stored === "erased") {
    // An erasure at the same time may have deleted the bytes before these were written.
    await home.PHOTOS.delete(fileKey(file.id));
    throw refuseFile("gone", fileWords.erased(file.name));
  }
  await recordFileSender(home.DB, file.id, sender);
  return { file: stored, created: false };
}

/** Deletes the temporary bytes of a received file, kept or not. */
export async function dropTemporary(
  { PHOTOS }: Pick<FileHome, "PHOTOS">,
  { temporaryKey }: ReceivedFile,
): Promise<void> {
  await PHOTOS.delete(temporaryKey);
}

/** The name without a path, normalised. AppErrors invalid. */
function readFileName(raw: string): string {
  const name = normaliseLine(raw.replace(/^.*[/\\]/s, "")).text;
  if (name === "") throw refuseFile("invalid", fileWords.nameNeeded);
  if (name.length > maxNameLength)
    throw refuseFile("invalid", fileWords.nameTooLong(maxNameLength));
  return name;
}

/** Returns the SHA-256 (hex) of the bytes. AppError malformed when there are not as many as stated. */
async function putAndHash(
  bucket: R2Bucket,
  key: string,
  { body, bytes }: FileUpload,
): Promise<string> {
  const hash = createHash("sha256");
  let length = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      hash.update(chunk);
      length += chunk.byteLength;
      if (length > bytes) throw cutShort();
      controller.enqueue(chunk);
    },
    flush() {
      if (length < bytes) throw cutShort();
    },
  });
  const { readable, writable } = new FixedLengthStream(bytes);
  const [piped, put] = await Promise.allSettled([
    body.pipeThrough(counted).pipeTo(writable),
    bucket.put(key, readable),
  ]);
  if (length !== bytes || piped.status === "rejected") throw cutShort();
  if (put.status === "rejected") throw put.reason;
  return hash.digest("hex");
}

function cutShort(): AppError {
  return new AppError("malformed", requestWords.bodyCutShort);
}

/** R2 cannot rename: the bytes are streamed from one key to the other, and R2 checks their digest. */
async function moveToDigest(
  bucket: R2Bucket,
  { id, type }: StoredFile,
  temporaryKey: string,
): Promise<void> {
  const { body } = await requireObject(bucket, temporaryKey);
  await bucket.put(fileKey(id), body, {
    sha256: id,
    httpMetadata: { contentType: type },
  });
}
