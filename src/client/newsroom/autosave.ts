import { newWorkingCopyPath, workingCopyPath } from "../../addresses/newsroom.ts";
import { hasText, valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { Finding } from "../../check/finding.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { askServer } from "./ask-server.ts";
import type { Answer } from "./ask-server.ts";
import { forgetCopy, keepCopy, aliveInterval } from "./local-copy.ts";
import { forgetLastSave } from "./saved-copies.ts";
import type { OpenForm } from "./open-form.ts";
import type { SaveStatus } from "./save-status.ts";

/** The server's answer to an autosave or a presence request. */
export type KeptAnswer = {
  /** Null: this user has saved a newer version elsewhere, so this text is stored only in this browser. */
  savedAt: number | null;
  findings: Finding[] | null;
  others: { name: string; seenAt: number }[];
  newest: number;
};

type FirstAnswer = { id: string; version: number };

/** Times in ms. */
const localDelay = 1000;
const serverDelay = 3000;
const maxUnsavedTime = 10_000;
const presenceInterval = 20_000;
const maxWait = 60_000;

/** The longest text that a browser sends while it closes a page, in characters of three bytes. */
const maxKeepaliveLength = 20_000;

/**
 * Saves what is typed: in this browser at once, and on the server a little later, with retries until it is stored. It
 * sends one request at a time, so that texts arrive in the order in which they were typed.
 */
export class Autosave {
  readonly #page: OpenForm;
  readonly #status: SaveStatus;
  readonly #onAnswer: (answer: KeptAnswer, values: FormValues | null) => void;
  #localTimer = 0;
  #serverTimer = 0;
  #request: AbortController | null = null;
  #failures = 0;
  /** The server does not have the newest text yet. */
  #isDirty = false;
  /** The time of the first change that was not sent to the server, in ms. 0: there is none. */
  #dirtySince = 0;
  /** Not even this browser has stored the newest text. */
  #isLoose = false;
  #isLeaving = false;
  #lastContact = Date.now();

  constructor(
    page: OpenForm,
    status: SaveStatus,
    onAnswer: (answer: KeptAnswer, values: FormValues | null) => void,
  ) {
    this.#page = page;
    this.#status = status;
    this.#onAnswer = onAnswer;
    setInterval(() => this.#beat(), aliveInterval);
    addEventListener("online", () => this.#again());
    addEventListener("focus", () => this.#again());
    document.addEventListener("visibilitychange", () => this.#onHidden());
    addEventListener("pagehide", () => this.#keepLocally(0));
    addEventListener("keepcopy", () => this.#keepLocally());
    addEventListener("dropcopy", () => this.#drop());
    addEventListener("beforeunload", (event) => {
      if (!this.#isLeaving) this.#keepLocally();
      if (this.#isLoose && !this.#isLeaving) event.preventDefault();
    });
  }

  /** Call it after each change. */
  changed(): void {
    this.#isDirty = true;
    this.#isLoose = true;
    this.#localTimer ||= window.setTimeout(() => this.#keepLocally(), localDelay);
    // Typing does not delay a scheduled retry.
    if (this.#failures > 0) return;
    this.#dirtySince ||= Date.now();
    const latest = this.#dirtySince + maxUnsavedTime - Date.now();
    this.#soon(Math.max(0, Math.min(serverDelay, latest)));
  }

  /** Call it when the form is submitted. The local copy stays until the server has the form. */
  leave(): void {
    this.#isLeaving = true;
    forgetLastSave();
    clearTimeout(this.#serverTimer);
    this.#request?.abort();
    this.#isDirty = true;
    this.#keepLocally();
  }

  /** The form was not submitted after all. */
  stay(): void {
    this.#isLeaving = false;
    this.#keepLocally();
    this.#soon(0);
  }

  /** The server has these values, saved in another way. */
  savedBy(values: FormValues): void {
    if (!this.#page.hasValues(values)) return this.changed();
    clearTimeout(this.#serverTimer);
    clearTimeout(this.#localTimer);
    this.#localTimer = 0;
    this.#dirtySince = 0;
    this.#isDirty = false;
    this.#isLoose = false;
    forgetCopy(this.#page.copyName);
  }

  /** The user signs out and keeps nothing here. */
  #drop(): void {
    this.#isLeaving = true;
    this.#isDirty = false;
    this.#isLoose = false;
    clearTimeout(this.#serverTimer);
    clearTimeout(this.#localTimer);
  }

  #soon(delay: number): void {
    clearTimeout(this.#serverTimer);
    this.#serverTimer = window.setTimeout(() => void this.#send(), delay);
  }

  #again(): void {
    if (this.#failures > 0 && this.#isDirty) this.#soon(0);
  }

  #onHidden(): void {
    if (document.visibilityState !== "hidden" || this.#isLeaving) return;
    this.#keepLocally();
    if (this.#isDirty && this.#failures === 0) void this.#send(true);
  }

  #beat(): void {
    if (this.#isLeaving) return;
    if (this.#isDirty) this.#keepLocally();
    const isDue = Date.now() - this.#lastContact >= presenceInterval;
    const isSeen = document.visibilityState === "visible";
    if (isDue && isSeen && !this.#isDirty && this.#page.id !== null) void this.#signOfLife();
  }

  #keepLocally(alive = Date.now()): void {
    clearTimeout(this.#localTimer);
    this.#localTimer = 0;
    if (!this.#isDirty) return;
    const { key, baseVersion, copyName } = this.#page;
    const copy = {
      values: this.#page.values(),
      baseVersion,
      key,
      alive,
      at: Date.now(),
      sent: this.#isLeaving,
    };
    this.#isLoose = !keepCopy(copyName, copy);
    if (this.#isLoose) this.#status.say("loose", formScriptWords.notLocal);
    else if (this.#failures === 0) this.#status.say("local", formScriptWords.unsaved);
  }

  async #send(isLast = false): Promise<void> {
    if (this.#request !== null || this.#isLeaving || !this.#isDirty) return;
    const page = this.#page;
    if (page.id === null && !hasText(page.values())) return;
    const request = new AbortController();
    this.#request = request;
    this.#dirtySince = 0;
    const values = page.values();
    const answer = await this.#sendText(values, request.signal, isLast);
    this.#request = null;
    if (request.signal.aborted) return;
    this.#lastContact = Date.now();
    if (answer.kind !== "done") return this.#onFailure(answer);
    this.#failures = 0;
    const { savedAt } = answer.value;
    if (savedAt === null) this.#status.say("local", formScriptWords.unsaved);
    else if (page.hasValues(values)) {
      this.#isDirty = false;
      this.#isLoose = false;
      forgetCopy(page.copyName);
      this.#status.saved(savedAt);
    } else this.#soon(serverDelay);
    this.#onAnswer(answer.value, values);
  }

  /** Creates a new article first. Its text is then saved like that of any other. */
  async #sendText(
    values: FormValues,
    signal: AbortSignal,
    isLast: boolean,
  ): Promise<Answer<KeptAnswer>> {
    const page = this.#page;
    const content = valuesToJson(values);
    const options = { signal, keepalive: isLast && values.body.length < maxKeepaliveLength };
    if (page.id === null) {
      const first = await askServer<FirstAnswer>(
        "POST",
        newWorkingCopyPath,
        { key: page.key, content, person: page.person },
        options,
      );
      if (first.kind !== "done" || signal.aborted) return first as Answer<KeptAnswer>;
      page.becomeArticle(first.value.id, 1);
      this.#keepLocally();
    }
    const path = workingCopyPath(page.id ?? "");
    const { baseVersion, person } = page;
    return askServer<KeptAnswer>("PUT", path, { baseVersion, content, person }, options);
  }

  async #signOfLife(): Promise<void> {
    this.#lastContact = Date.now();
    const { id, baseVersion, person } = this.#page;
    const path = workingCopyPath(id ?? "");
    const answer = await askServer<KeptAnswer>("PUT", path, { baseVersion, content: null, person });
    if (answer.kind === "done") this.#onAnswer(answer.value, null);
    else if (answer.kind === "refused" && answer.status === 401) this.#status.sessionOver();
  }

  #onFailure(answer: Exclude<Answer<KeptAnswer>, { kind: "done" }>): void {
    this.#failures++;
    // The problem with this browser is the graver one: with the page, the text would be lost.
    if (this.#isLoose) this.#status.say("loose", formScriptWords.notLocal);
    else if (answer.kind === "offline") this.#status.say("offline", formScriptWords.offline);
    else if (answer.status === 401) this.#status.sessionOver();
    else if (answer.status === 429 || answer.status >= 500)
      this.#status.say("busy", formScriptWords.busy);
    else {
      this.#status.say("refused", formScriptWords.refused(answer.detail));
      // The same text would be refused again, so the next try comes with the next change.
      this.#failures = 0;
      return;
    }
    this.#soon(Math.min(maxWait, serverDelay * 2 ** Math.min(this.#failures, 5)));
  }
}
