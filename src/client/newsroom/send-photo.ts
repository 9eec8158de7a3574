import { mediaPath } from "../../addresses/newsroom.ts";
import { readProblemDetail } from "./ask-server.ts";
import type { Answer } from "./ask-server.ts";

/** A photo that the server has stored. */
export type StoredPhoto = {
  id: string;
  width: number;
  height: number;
  url: string;
  credit: string | null;
  warning: string | null;
  /** Why the facts that were sent do not count, or null. */
  factsIgnored: string | null;
};

/** After this time without progress the connection counts as broken, in ms. */
const maxSilence = 60_000;

/**
 * Uploads one photo as the body of one request, with these facts. `onProgress` gets the part that was sent, from 0 to 1. The same
 * bytes give the same photo.
 */
export function sendPhoto(
  photo: Blob,
  onProgress: (part: number) => void,
  facts = "",
): { answer: Promise<Answer<StoredPhoto>>; abort: () => void } {
  return sendBody(mediaPath + (facts && `?${facts}`), photo, onProgress);
}

/** Sends a body and reads the JSON of the response. `onProgress` as for a photo. */
export function sendBody<T>(
  path: string,
  body: Blob,
  onProgress: (part: number) => void,
): { answer: Promise<Answer<T>>; abort: () => void } {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer<T>>((resolve) => {
    let timer = 0;
    const wait = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => request.abort(), maxSilence);
    };
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      wait();
      onProgress(total === 0 ? 0 : loaded / total);
    });
    request.addEventListener("loadend", () => {
      clearTimeout(timer);
      resolve(readAnswer(request));
    });
    request.open("POST", path);
    request.setRequestHeader("accept", "application/json");
    request.send(body);
    wait();
  });
  return { answer, abort: () => request.abort() };
}

/**
 * A smaller file of a photo, for a slow connection. The code is loaded on first use. Null: it could not be loaded, and the
 * photo can be sent as it is.
 */
export async function makeSmaller(photo: Blob): Promise<Blob | null> {
  try {
    const { shrinkPhoto } = await import("./shrink-photo.ts");
    return await shrinkPhoto(photo);
  } catch {
    return null;
  }
}

function readAnswer<T>({ status, responseText }: XMLHttpRequest): Answer<T> {
  if (status === 0) return { kind: "offline" };
  let value: unknown = null;
  try {
    value = JSON.parse(responseText);
  } catch {
    // The response is not from our server but from something between.
    if (status < 400) return { kind: "offline" };
  }
  if (status < 300) return { kind: "done", value: value as T };
  return { kind: "refused", status, detail: readProblemDetail(value) };
}
