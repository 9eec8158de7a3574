import { ReadFailure } from "../../intake/recognition/read-failure.ts";
import { reportSentences } from "../../intake/report.ts";
import type { ReadOptions } from "../../intake/text/read-text.ts";
import type { ReadWord } from "../../intake/word/read-word.ts";
import type { LegacyAnswer, ReadDraft } from "./draft.ts";
import { makeDraft, makeReadOptions } from "./make-draft.ts";
import { toRefusal } from "./intake-refusal.ts";
import type { WordAnswer, WordRequest } from "./word-worker.ts";

/** The address of the script that word-worker.ts becomes; scripts/build-client.ts writes it here. */
declare const wordWorkerAddress: string;

/** The article in a .docx. IntakeRefusals broken, old-word, too-large and empty. */
export async function draftFromWord(file: File, answer: LegacyAnswer | null): Promise<ReadDraft> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { article, photos, fonts, reports } = await read(bytes, makeReadOptions(answer)).catch(
    (error: unknown) => {
      throw toRefusal(error);
    },
  );
  return makeDraft(article, {
    find: ({ source }) => {
      const photo = photos.get(source ?? "");
      return photo === undefined ? null : new Blob([photo.bytes], { type: photo.type });
    },
    fonts,
    answer,
    problems: reportSentences(reports),
  });
}

/** In a worker, so that the page answers meanwhile; tests in Node have none. */
async function read(bytes: Uint8Array, options: ReadOptions): Promise<ReadWord> {
  if (typeof Worker === "undefined") {
    return (await import("../../intake/word/read-word.ts")).readWord(bytes, options);
  }
  const worker = new Worker(wordWorkerAddress);
  try {
    const answer = await askWorker(worker, { bytes, options });
    if ("read" in answer) return answer.read;
    throw new ReadFailure(answer.code, answer.about);
  } finally {
    worker.terminate();
  }
}

function askWorker(worker: Worker, request: WordRequest): Promise<WordAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<WordAnswer>) => resolve(data));
    worker.addEventListener("error", () => reject(new Error("The worker could not be loaded.")));
    worker.postMessage(request);
  });
}
