import { fileWords } from "../vietnamese/words/file.ts";
import type { ByteSource } from "./byte-source.ts";
import type { InspectedFile, Overwriting } from "./file.ts";
import { readMp3 } from "./format/mp3.ts";
import { readMp4 } from "./format/mp4.ts";
import { readWebvtt } from "./format/webvtt.ts";
import { refuseFile } from "./refuse-file.ts";

/**
 * An MP4 file that every browser plays: H.264 picture, AAC or no sound. Its metadata (a phone writes where it was, and whose
 * it is) is to be overwritten. A track of data may tell the same, moment by moment, and cannot be taken out: it is refused.
 */
export async function inspectMp4(source: ByteSource, name: string): Promise<InspectedFile> {
  const { seconds, width, height, codings, hasDataTrack, metadata } = await readMp4(source);
  if (codings.some((coding) => /^(?:hvc1|hev1|dvh1|dvhe)$/.test(coding))) {
    throw refuseFile("unsupported-type", fileWords.hevc(name));
  }
  const isPlayable = codings.every((coding) => /^(?:avc1|avc3|mp4a)$/.test(coding));
  if (!isPlayable || !codings.some((coding) => coding.startsWith("avc"))) {
    throw refuseFile("unsupported-type", fileWords.notH264(name));
  }
  if (hasDataTrack) throw refuseFile("unsupported-type", fileWords.dataTrack(name));
  const overwritings = metadata.flatMap(({ at, start, end }): Overwriting[] => [
    { start: at + 4, end: at + 8, text: "free" },
    { start, end, text: null },
  ]);
  return { pages: null, seconds, properties: {}, width, height, overwritings };
}

/** Reads an MP3 file. `overwritings` are the places of its tags (titles, names, pictures, comments), which are not stored. */
export async function inspectMp3(source: ByteSource, name: string): Promise<InspectedFile> {
  const found = await readMp3(source);
  if (found === null) throw refuseFile("unsupported-type", fileWords.unknownContent(name));
  const overwritings = found.metadata.map((range) => ({ ...range, text: null }));
  return { pages: null, seconds: found.seconds, properties: {}, overwritings };
}

/** Captions in WebVTT. AppError invalid names the line that is wrong. */
export async function inspectCaptions(source: ByteSource, name: string): Promise<InspectedFile> {
  const bytes = await source.read(0, source.length);
  const captions = readWebvtt(bytes);
  if ("fault" in captions) {
    const { line, fault } = captions;
    throw refuseFile("invalid", fileWords.captionsFault(name, line, fileWords.captions[fault]));
  }
  return { pages: null, properties: {}, ...captions };
}
