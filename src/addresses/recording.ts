import { readExternalVideo } from "./external-video.ts";

/** Our own video or audio as a text links it. Both are ids of stored files. */
export type RecordingLink = { file: string; captions: string | null };

/** An address as `filmPath` (public.ts) writes it. The editor loads this file, and must stay small. */
const recordingAddress = /^\/phim\/([\da-f]{64})(?:#phu-de=([\da-f]{64}))?$/;

/** What an address names; null if it is no address of a video or audio file of ours. */
export function readRecordingAddress(address: string): RecordingLink | null {
  const [, file, captions = null] = recordingAddress.exec(address) ?? [];
  return file === undefined ? null : { file, captions };
}

/** The captions stand in the fragment, so every other program opens the recording itself. */
export function writeRecordingAddress({ file, captions }: RecordingLink): string {
  return `/phim/${file}${captions === null ? "" : `#phu-de=${captions}`}`;
}

/** The ids of all files that a text names in such addresses, each once, wherever these stand in it. */
export function listRecordingFiles(text: string): string[] {
  const found = text.matchAll(/\/phim\/([\da-f]{64})(?:#phu-de=([\da-f]{64}))?/g);
  const ids = [...found].flatMap(([, file = "", captions]) =>
    captions === undefined ? [file] : [file, captions],
  );
  return [...new Set(ids)];
}

/** Whether a link to this address, alone in its paragraph, is shown as a video or as audio. */
export function isPlayable(address: string): boolean {
  return recordingAddress.test(address) || readExternalVideo(address) !== null;
}
