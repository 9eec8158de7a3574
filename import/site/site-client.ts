import { setTimeout as sleep } from "node:timers/promises";
import { importWords } from "../../src/vietnamese/words/import.ts";

/** An answer of the API: its JSON, or an empty object. */
export type Answer = { status: number; body: Record<string, unknown> };

/** The site cannot be reached, or fails again and again: no further file has better luck. */
export class SiteUnreachable extends Error {}

/** Waits before a request is tried again, in ms. */
const waits = [500, 1000, 2000, 4000, 8000];

const maxAnswerTime = 120_000;

/** Seconds, where the site does not tell. */
const usualWait = 60;

/**
 * Talks to a site's API: waits as long as Retry-After says, and repeats requests that failed.
 * Everything that is sent may be sent twice, so that is safe.
 */
export class SiteClient {
  readonly #site: string;
  readonly #onWait: (seconds: number) => void;
  readonly #pause: (ms: number) => Promise<unknown>;
  /** Until when (ms) nothing is sent with a token. */
  readonly #closed = new Map<string, number>();

  constructor(
    site: string,
    onWait: (seconds: number) => void,
    pause: (ms: number) => Promise<unknown> = sleep,
  ) {
    this.#site = site.replace(/\/+$/, "");
    this.#onWait = onWait;
    this.#pause = pause;
  }

  async send(token: string, path: string, init: RequestInit): Promise<Answer> {
    for (let attempt = 0; ;) {
      await this.#opened(token);
      const response = await this.#tried(token, path, init);
      if (response instanceof Response && response.status === 429) {
        await response.body?.cancel();
        this.#close(token, Number(response.headers.get("retry-after")) || usualWait);
        continue;
      }
      if (response instanceof Response && response.status < 500) return answerOf(response);
      const wait = waits[attempt++];
      if (wait === undefined) throw new SiteUnreachable(await readFailure(this.#site, response));
      if (response instanceof Response) await response.body?.cancel();
      await this.#pause(wait);
    }
  }

  async #tried(token: string, path: string, init: RequestInit): Promise<Response | Error> {
    const headers = new Headers(init.headers);
    if (token !== "") headers.set("authorization", `Bearer ${token}`);
    const signal = AbortSignal.timeout(maxAnswerTime);
    try {
      return await fetch(this.#site + path, { ...init, headers, signal, redirect: "manual" });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async #opened(token: string): Promise<void> {
    for (;;) {
      const wait = (this.#closed.get(token) ?? 0) - Date.now();
      if (wait <= 0) return;
      await sleep(wait);
    }
  }

  #close(token: string, seconds: number): void {
    const until = Date.now() + seconds * 1000;
    const isLonger = until > (this.#closed.get(token) ?? 0) + 1000;
    if (!isLonger) return;
    this.#closed.set(token, until);
    this.#onWait(seconds);
  }
}

/** What a problem (RFC 9457) says, "" when it says nothing. */
export function readDetail(body: Answer["body"]): string {
  return typeof body["detail"] === "string" ? body["detail"] : "";
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) {
      return { status: response.status, body: Object.fromEntries(Object.entries(body)) };
    }
  } catch {
    // Not JSON: the status alone tells.
  }
  return { status: response.status, body: {} };
}

async function readFailure(site: string, failure: Response | Error): Promise<string> {
  if (failure instanceof Response) {
    const { body } = await answerOf(failure);
    return importWords.siteUnreachable(site, `${failure.status} ${readDetail(body)}`.trim());
  }
  const cause = failure.cause instanceof Error ? failure.cause.message : failure.message;
  return importWords.siteUnreachable(site, cause);
}
