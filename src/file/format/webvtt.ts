import type { fileWords } from "../../vietnamese/words/file.ts";

/** `transcript` has a line for each paragraph. */
export type Captions = { seconds: number; transcript: string };

/** What is wrong in a line, counted from 1. */
export type CaptionsFault = { line: number; fault: keyof typeof fileWords.captions };

type Cue = { start: number; end: number; text: string; speaker: string };

const time = "(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d\\.\\d{3})";
const timing = new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}(?:[ \\t]+(\\S.*))?$`);
const settings =
  /^(?:(?:vertical:(?:rl|lr)|(?:line|position):-?\d+(?:\.\d+)?%?(?:,[a-z-]+)?|size:\d+(?:\.\d+)?%|align:(?:start|center|end|left|right))[ \t]*)*$/;

/**
 * Reads captions in WebVTT (https://www.w3.org/TR/webvtt1/) by the rules for those who write it, which are stricter than those
 * for players. Styles and regions are refused.
 */
export function readWebvtt(bytes: Uint8Array): Captions | CaptionsFault {
  const lines = decodeLines(bytes);
  if (lines === null) return { line: 1, fault: "encoding" };
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? "")) return { line: 1, fault: "start" };
  const cues: Cue[] = [];
  let isHeader = true;
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && lines[end] !== "") end++;
    const fault = isHeader ? checkHeader(lines, end) : addBlock(lines.slice(at, end), at, cues);
    if (fault !== null) return fault;
    isHeader = false;
    at = end + 1;
  }
  const last = cues.reduce((latest, { end }) => Math.max(latest, end), 0);
  if (cues.length === 0) return { line: lines.length, fault: "none" };
  return { seconds: last, transcript: writeTranscript(cues) };
}

function decodeLines(bytes: Uint8Array): string[] | null {
  try {
    // The decoder removes a byte order mark.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    return text.includes("\0") ? null : text.split(/\r\n|\r|\n/);
  } catch {
    return null;
  }
}

/** Some programs write their language below the first line, which players ignore. */
function checkHeader(lines: readonly string[], end: number): CaptionsFault | null {
  const wrong = lines.slice(1, end).findIndex((line) => !/^[A-Z][\w-]*: ?[^:]*$/.test(line));
  return wrong < 0 ? null : { line: wrong + 2, fault: "blankAfterStart" };
}

/** Reads a block that begins in the line `at` (from 0), and adds its cue. */
function addBlock(block: readonly string[], at: number, cues: Cue[]): CaptionsFault | null {
  const [first = ""] = block;
  if (block.length === 0 || /^NOTE(?:[ \t]|$)/.test(first)) return null;
  if (/^(?:STYLE|REGION)[ \t]*$/.test(first)) return { line: at + 1, fault: "style" };
  const place = first.includes("-->") ? 0 : 1;
  const line = at + place + 1;
  const found = timing.exec(block[place] ?? "");
  if (found === null) return { line: Math.min(line, at + block.length), fault: "timing" };
  const [start, end] = [readSeconds(found, 1), readSeconds(found, 4)];
  if (end <= start) return { line, fault: "order" };
  if (start < (cues.at(-1)?.start ?? 0)) return { line, fault: "earlier" };
  if (!settings.test(found[7] ?? "")) return { line, fault: "settings" };
  const words = block.slice(place + 1);
  const arrow = words.findIndex((words) => words.includes("-->"));
  if (arrow >= 0) return { line: line + arrow + 1, fault: "arrow" };
  const text = readText(words.join(" "));
  const speaker = /<v(?:\.[^ \t<>]+)?[ \t]+([^ \t>][^>]*)/.exec(words.join(" "))?.[1] ?? "";
  cues.push({ start, end, text, speaker: readText(speaker) });
  return null;
}

function readSeconds(found: RegExpExecArray, group: number): number {
  const [hours, minutes, seconds] = [0, 1, 2].map((part) => Number(found[group + part] ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

const references: Record<string, string> = { amp: "&", lt: "<", gt: ">", nbsp: " " };

/** Players read a tag that nothing closes up to the end of its caption. So each letter is read once, whatever the text. */
function readText(marked: string): string {
  return marked
    .replace(/<[^>]*(?:>|$)/g, "")
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => references[name] ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}

/** A pause that begins a new paragraph, in seconds, and a length after which the next sentence begins one. */
const pause = 2.5;
const longParagraph = 350;

/** The words as prose. A new speaker, a pause, or a sentence that ends after many words begins a paragraph. */
function writeTranscript(cues: readonly Cue[]): string {
  const paragraphs: string[] = [];
  let before: Cue | null = null;
  // A caption may be empty: it ends the one before.
  for (const cue of cues.filter(({ text }) => text !== "")) {
    const last = paragraphs.at(-1) ?? "";
    const isNew =
      before === null ||
      cue.speaker !== before.speaker ||
      cue.start - before.end > pause ||
      (last.length > longParagraph && /[.!?…]["”»]?$/.test(last));
    const needsNoName = cue.speaker === "" || cue.speaker === before?.speaker;
    if (!isNew) paragraphs[paragraphs.length - 1] = `${last} ${cue.text}`;
    else paragraphs.push(needsNoName ? cue.text : `${cue.speaker}: ${cue.text}`);
    before = cue;
  }
  return paragraphs.join("\n");
}
