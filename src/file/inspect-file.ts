import type { AppError } from "../errors.ts";
import { fileWords } from "../vietnamese/words/file.ts";
import type { ByteSource } from "./byte-source.ts";
import {
  executableExtension,
  fileFormats,
  formatOfName,
  macroExtension,
  maxFileBytes,
} from "./file.ts";
import type { FileFacts, FileFormat, InspectedFile } from "./file.ts";
import { identifyCompoundFile, openCompoundFile, readCompoundFacts } from "./format/compound.ts";
import { identifyArchive, readOfficeFacts } from "./format/office-zip.ts";
import { inspectCaptions, inspectMp3, inspectMp4 } from "./inspect-media.ts";
import { isMp4 } from "./format/mp4.ts";
import { readPdfFacts } from "./format/pdf.ts";
import { listZipEntries } from "./format/zip.ts";
import { refuseFile } from "./refuse-file.ts";

/** The format that the name promises. AppErrors unsupported-type, too-large and invalid for what no file may be. */
export function checkNameAndSize(name: string, bytes: number): FileFormat {
  const format = findFormat(name);
  const max = maxFileBytes[fileFormats[format].kind];
  if (bytes > max) throw refuseFile("too-large", fileWords.tooHeavy(name, max / 1_000_000));
  if (bytes === 0) throw refuseFile("invalid", fileWords.empty(name));
  return format;
}

function findFormat(name: string): FileFormat {
  const format = formatOfName(name);
  if (format !== null) return format;
  if (macroExtension.test(name)) throw refuseFile("unsupported-type", fileWords.macros(name));
  if (executableExtension.test(name))
    throw refuseFile("unsupported-type", fileWords.executable(name));
  const extensions = Object.keys(fileFormats).map((extension) => `.${extension}`);
  throw refuseFile("unsupported-type", fileWords.unsupported(name, extensions.join(", ")));
}

/**
 * Finds out what a file is from its bytes, and what they tell. Refuses what is not of the format that its name promises, what
 * needs a password, has macros or can be run. AppErrors unsupported-type and invalid name the file.
 */
export async function inspectFile(
  source: ByteSource,
  format: FileFormat,
  name: string,
): Promise<InspectedFile> {
  try {
    return await inspect(source, format, name);
  } catch (error) {
    // Readers throw RangeError when bytes are missing or contradict one another.
    if (error instanceof RangeError) throw refuseFile("invalid", fileWords.corrupt(name));
    throw error;
  }
}

async function inspect(
  source: ByteSource,
  format: FileFormat,
  name: string,
): Promise<InspectedFile> {
  if (format === "vtt") return inspectCaptions(source, name);
  const head = Buffer.from(await source.read(0, 1024)).toString("latin1");
  if (/^(?:MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|#!)/.test(head)) {
    throw refuse(fileWords.executable(name));
  }
  if (isMp4(head)) {
    requireFormat("mp4", format, name);
    return inspectMp4(source, name);
  }
  if (format === "mp3") return inspectMp3(source, name);
  if (head.includes("%PDF-")) return inspectPdf(source, format, name);
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return inspectArchive(source, format, name);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
    return inspectCompoundFile(source, format, name);
  }
  throw refuse(fileWords.unknownContent(name));
}

async function inspectPdf(
  source: ByteSource,
  format: FileFormat,
  name: string,
): Promise<FileFacts> {
  requireFormat("pdf", format, name);
  const { isEncrypted, ...facts } = await readPdfFacts(source);
  if (isEncrypted) throw refuse(fileWords.encrypted(name));
  return facts;
}

async function inspectArchive(
  source: ByteSource,
  format: FileFormat,
  name: string,
): Promise<FileFacts> {
  const entries = await listZipEntries(source);
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw refuse(fileWords.encrypted(name));
  const archive = await identifyArchive(source, entries);
  if (archive.hasMacros) throw refuse(fileWords.macros(name));
  requireFormat(archive.format, format, name);
  if (format !== "zip") return readOfficeFacts(source, entries);
  const inside = entries.find((entry) => executableExtension.test(entry.name));
  if (inside !== undefined) throw refuse(fileWords.executableInside(name, inside.name));
  return { pages: null, seconds: null, properties: {} };
}

async function inspectCompoundFile(
  source: ByteSource,
  format: FileFormat,
  name: string,
): Promise<FileFacts> {
  const file = await openCompoundFile(source);
  const { format: real, hasMacros, isEncrypted } = await identifyCompoundFile(file);
  if (isEncrypted) throw refuse(fileWords.encrypted(name));
  if (hasMacros) throw refuse(fileWords.macros(name));
  if (real === null) throw refuse(fileWords.unknownContent(name));
  requireFormat(real, format, name);
  return readCompoundFacts(file);
}

function requireFormat(real: FileFormat, promised: FileFormat, name: string): void {
  if (real !== promised) throw refuse(fileWords.wrongExtension(name, `.${real}`));
}

function refuse(message: string): AppError {
  return refuseFile("unsupported-type", message);
}
