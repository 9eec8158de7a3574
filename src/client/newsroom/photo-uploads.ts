import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import type { Answer } from "./ask-server.ts";
import { makeSmaller, sendPhoto } from "./send-photo.ts";
import type { StoredPhoto } from "./send-photo.ts";
import { forgetUnsent, keepUnsent } from "./unsent-photos.ts";
import type { UnsentPhoto } from "./unsent-photos.ts";
import { UploadLine } from "./upload-line.ts";

/** A photo to upload, and what happens when it is stored or dropped by the reporter. */
export type Upload = {
  photo: UnsentPhoto;
  onStored: (stored: StoredPhoto) => void;
  onDropped: () => void;
};

type Running = Upload & {
  line: UploadLine;
  small: Blob | null;
  failures: number;
  state: "queued" | "busy" | "failed";
  timer: number;
  abort: () => void;
  /** Whether this browser has stored the photo, so that it is not lost with the tab. */
  isKept: boolean;
  /** Settles when it has, or cannot. */
  kept: Promise<void>;
};

/** More uploads at once would only share one slow connection. */
const maxParallel = 2;

/** Times in ms. */
const minWait = 2000;
const maxWait = 30_000;

/** Uploads photos one by one, with retries, until each is stored or dropped by the reporter. */
export class PhotoUploads {
  readonly #list: HTMLElement;
  readonly #onChange: () => void;
  readonly #running = new Set<Running>();

  constructor(list: HTMLElement, onChange: () => void) {
    this.#list = list;
    this.#onChange = onChange;
    addEventListener("online", () => this.#wake());
    addEventListener("focus", () => this.#wake());
    addEventListener("beforeunload", (event) => {
      if ([...this.#running].some(({ isKept }) => !isKept)) event.preventDefault();
    });
  }

  get count(): number {
    return this.#running.size;
  }

  /** The number of photos that the server refused for good. The reporter must drop them. */
  get stuck(): number {
    return [...this.#running].filter(({ state, timer }) => state === "failed" && timer === 0)
      .length;
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /** Moves the upload of a photo, if there is one, from the list into the photo's block. */
  showIn(key: string, place: HTMLElement): void {
    const running = this.#find(key);
    if (running !== undefined) place.append(running.line.element);
  }

  /** Ends an upload whose photo is not needed any more. */
  abandon(key: string): void {
    const running = this.#find(key);
    if (running === undefined) return;
    running.abort();
    this.#end(running);
    this.#onChange();
    this.#next();
  }

  add(upload: Upload): void {
    const { file, name } = upload.photo;
    const line = new UploadLine(file, name, {
      retry: () => this.#retry(running),
      drop: () => this.#drop(running),
    });
    const running: Running = {
      ...upload,
      line,
      small: null,
      failures: 0,
      state: "queued",
      timer: 0,
      abort: () => undefined,
      isKept: false,
      kept: Promise.resolve(),
    };
    running.kept = this.#keep(running);
    line.say(formScriptWords.queued);
    this.#running.add(running);
    const block = document.querySelector(`[data-photo="${upload.photo.key}"] .editor-photo-upload`);
    (block ?? this.#list).append(line.element);
    this.#next();
    this.#onChange();
  }

  async #keep(one: Running): Promise<void> {
    one.isKept = await keepUnsent(one.photo);
  }

  #next(): void {
    const all = [...this.#running];
    const free = maxParallel - all.filter(({ state }) => state === "busy").length;
    for (const one of all.filter(({ state }) => state === "queued").slice(0, free)) {
      void this.#send(one);
    }
  }

  async #send(one: Running): Promise<void> {
    const { photo, line } = one;
    one.state = "busy";
    if (one.small === null) {
      line.say(formScriptWords.shrinking);
      one.small = await makeSmaller(photo.file);
    }
    if (!this.#running.has(one)) return;
    line.progress(0);
    const { answer, abort } = sendPhoto(one.small ?? photo.file, (part) => line.progress(part));
    one.abort = abort;
    const came = await answer;
    if (!this.#running.has(one)) return;
    if (came.kind === "done") this.#finish(one, came.value);
    else this.#fail(one, came);
    this.#next();
  }

  #finish(one: Running, stored: StoredPhoto): void {
    this.#end(one);
    one.onStored(stored);
    this.#onChange();
  }

  #fail(one: Running, came: Exclude<Answer<StoredPhoto>, { kind: "done" }>): void {
    one.state = "failed";
    one.failures++;
    one.timer = 0;
    const isPassing =
      came.kind === "offline" || came.status >= 500 || [401, 408, 429].includes(came.status);
    one.line.failed(formScriptWords.uploadFailed(explainFailure(came)));
    if (!isPassing) return this.#onChange();
    const wait = Math.min(maxWait, minWait * 2 ** (one.failures - 1));
    one.timer = window.setTimeout(() => this.#retry(one), wait);
  }

  #retry(one: Running): void {
    if (one.state !== "failed") return;
    clearTimeout(one.timer);
    one.state = "queued";
    one.line.say(formScriptWords.queued);
    this.#next();
  }

  /** Retries now: the network is back, or the user signed in again. */
  #wake(): void {
    for (const one of this.#running) if (one.timer !== 0) this.#retry(one);
  }

  #drop(one: Running): void {
    this.abandon(one.photo.key);
    one.onDropped();
  }

  #find(key: string): Running | undefined {
    return [...this.#running].find(({ photo }) => photo.key === key);
  }

  #end(one: Running): void {
    clearTimeout(one.timer);
    this.#running.delete(one);
    one.line.remove();
    void one.kept.then(() => forgetUnsent(one.photo.key));
  }
}

function explainFailure(came: Exclude<Answer<StoredPhoto>, { kind: "done" }>): string {
  if (came.kind === "offline") return formScriptWords.noNetwork;
  if (came.status === 401) return formScriptWords.signInFirst;
  return came.detail || formScriptWords.notNow;
}
