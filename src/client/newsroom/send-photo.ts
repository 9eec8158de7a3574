import { mediaPath } from "../../addresses/newsroom.ts";
import { problemDetail } from "./ask-server.ts";
import type { Answer } from "./ask-server.ts";

/** A photo as the server stored it. */
export type StoredPhoto = {
  id: string;
  width: number;
  height: number;
  url: string;
  warning: string | null;
};

/** A line that says nothing for so long is dead, ms. */
const maxSilence = 60_000;

/** Sends one photo; `onProgress` is told how much of it has gone, from 0 to 1. The same bytes again are the same photo. */
export function sendPhoto(
  photo: Blob,
  name: string,
  onProgress: (part: number) => void,
): { answer: Promise<Answer<StoredPhoto>>; abort: () => void } {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer<StoredPhoto>>((resolve) => {
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
    request.open("POST", mediaPath);
    request.setRequestHeader("accept", "application/json");
    const form = new FormData();
    form.append("file", photo, name);
    request.send(form);
    wait();
  });
  return { answer, abort: () => request.abort() };
}

function readAnswer({ status, responseText }: XMLHttpRequest): Answer<StoredPhoto> {
  if (status === 0) return { kind: "offline" };
  let value: unknown = null;
  try {
    value = JSON.parse(responseText);
  } catch {
    // Not from our server: something on the way answered.
    if (status < 400) return { kind: "offline" };
  }
  if (status < 300) return { kind: "done", value: value as StoredPhoto };
  return { kind: "refused", status, detail: problemDetail(value) };
}
