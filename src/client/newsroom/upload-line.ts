import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";

/** One upload as the reporter sees it: the photo, its progress, and buttons to retry or drop it. */
export class UploadLine {
  readonly element: HTMLElement;
  readonly #bar = make("progress", { max: 100, value: 0 });
  readonly #state = make("span", { className: "upload-state" });
  readonly #retry: HTMLButtonElement;
  readonly #address: string;

  constructor(file: Blob, name: string, acts: { retry: () => void; drop: () => void }) {
    this.#address = URL.createObjectURL(file);
    this.#retry = makeButton(
      formScriptWords.retry,
      `${formScriptWords.retry}: ${name}`,
      acts.retry,
    );
    this.#retry.hidden = true;
    this.#bar.setAttribute("aria-label", name);
    const picture = make("img", { src: this.#address, alt: "" });
    // A photo that the browser cannot draw (HEIC) gets an empty frame.
    picture.addEventListener("error", () => picture.removeAttribute("src"));
    this.element = make(
      "div",
      { className: "upload" },
      picture,
      make("div", { className: "upload-status" }, make("b", {}, name), this.#bar, this.#state),
      this.#retry,
      makeButton(formScriptWords.drop, `${formScriptWords.drop}: ${name}`, acts.drop),
    );
  }

  progress(part: number): void {
    this.#bar.value = Math.round(part * 100);
    this.say(formScriptWords.uploading(this.#bar.value));
  }

  say(text: string): void {
    this.#state.textContent = text;
    this.#retry.hidden = true;
    this.element.classList.remove("upload-failed");
  }

  /** Shows that the upload failed, with a button to retry it now. */
  failed(text: string): void {
    this.say(text);
    this.#retry.hidden = false;
    this.element.classList.add("upload-failed");
  }

  remove(): void {
    URL.revokeObjectURL(this.#address);
    this.element.remove();
  }
}

function makeButton(text: string, label: string, act: () => void): HTMLButtonElement {
  const made = make("button", { type: "button" }, text);
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}
