import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";

const clock = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** The time in Vietnam: "09:41:03". */
export function formatClockTime(at: number): string {
  return clock.format(at);
}

/** The line that says where the text is stored. Screen readers announce changes, but not every save. */
export class SaveStatus {
  readonly #line: HTMLElement;
  #kind = "";

  constructor(line: HTMLElement) {
    this.#line = line;
  }

  saved(at: number): void {
    this.#show("saved", formScriptWords.savedAt(formatClockTime(at)));
  }

  /** Shows a problem or a state other than "saved". */
  say(kind: string, text: string): void {
    if (kind === this.#kind && this.#line.textContent === text) return;
    this.#show(kind, text);
  }

  sessionOver(): void {
    if (this.#kind === "session") return;
    this.#show("session", `${formScriptWords.sessionOver}. `);
    const href = "/toa-soan/dang-nhap";
    this.#line.append(make("a", { href, target: "_blank" }, formScriptWords.signIn));
  }

  #show(kind: string, text: string): void {
    // A person who waits for photos is not told of each save.
    if (this.#kind === "waiting" && (kind === "saved" || kind === "local")) return;
    this.#line.setAttribute(
      "aria-live",
      kind === "saved" && this.#kind === "saved" ? "off" : "polite",
    );
    this.#kind = kind;
    this.#line.dataset["kind"] = kind;
    this.#line.textContent = text;
  }
}
