import { ReadFailure } from "../../intake/recognition/read-failure.ts";
import type { ReadFailureCode } from "../../intake/recognition/read-failure.ts";
import type { ReadOptions } from "../../intake/text/read-text.ts";
import { readWord } from "../../intake/word/read-word.ts";
import type { ReadWord } from "../../intake/word/read-word.ts";

/** What the form sends. */
export type WordRequest = { bytes: Uint8Array; options: ReadOptions };

/** What it gets: a ReadFailure is sent as its parts, because a worker cannot send its class. */
export type WordAnswer = { read: ReadWord } | { code: ReadFailureCode; about: string };

/** Reads a Word file apart from the page, so that a long document does not freeze the form. */
self.addEventListener("message", ({ data }: MessageEvent<WordRequest>) => {
  self.postMessage(answer(data));
});

function answer({ bytes, options }: WordRequest): WordAnswer {
  try {
    return { read: readWord(bytes, options) };
  } catch (error) {
    if (error instanceof ReadFailure) return { code: error.code, about: error.about };
    return { code: "broken-word", about: String(error) };
  }
}
