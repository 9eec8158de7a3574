import { answerConditionally } from "./etag.ts";
import { answerUnstored, answerFromStored, storeAnswer } from "./stored-answer.ts";
import type { StoredAnswer, StoringResult } from "./stored-answer.ts";
import { everything } from "./tags.ts";
import { logFailure } from "../log.ts";

export type Render = (request: Request) => Promise<Response>;

/** Keeps the isolate at work on something after the answer is sent. */
export type InBackground = (work: Promise<unknown>) => void;

/** The tags purged while a rendering is under way: what it read may be older than the purge. */
type Rendering = { purged: Set<string> };

/**
 * Stands in for Workers Cache where a deployment asks for it (npm start, npm run dev, tests): finished answers in the
 * isolate's memory, bounded in bytes, by the platform's rules for keys, freshness, staleness, tags, HEAD and validators.
 * Renderings are not shared between requests: workerd ends what a request began when its client goes away.
 */
export class EdgeCacheStandIn {
  readonly #entries = new Map<string, StoredAnswer>();
  readonly #renderings = new Set<Rendering>();
  readonly #revalidations = new Set<string>();
  readonly #capacity: number;
  readonly #clock: () => number;
  #bytes = 0;

  /** `capacity` in bytes of bodies; `clock` gives ms since the epoch. */
  constructor(capacity: number, clock: () => number = Date.now) {
    this.#capacity = capacity;
    this.#clock = clock;
  }

  /** Answers from memory, or renders. */
  async answer(request: Request, render: Render, inBackground: InBackground): Promise<Response> {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return answerUnstored(await render(request), "BYPASS");
    }
    const key = makeCacheKey(request.url);
    const stored = this.#entries.get(key);
    if (stored === undefined) return this.#renderAndAnswer(key, request, render);
    const now = this.#clock();
    if (now < stored.freshUntil) {
      this.#touch(key, stored);
      return answerFromStored(stored, request, "HIT");
    }
    if (now < stored.revalidateUntil) {
      inBackground(this.#revalidate(key, request, render));
      return answerFromStored(stored, request, "STALE");
    }
    if (now < stored.onErrorUntil) return this.#renderOrAnswerStale(key, request, render, stored);
    this.#forget(key, stored);
    return this.#renderAndAnswer(key, request, render);
  }

  /** Forgets every answer that has one of the tags, stored or being rendered; all answers for the tag `everything`. */
  purge(tags: string[]): void {
    const purged = new Set(tags);
    for (const [key, stored] of this.#entries) {
      if (isPurged(stored, purged)) this.#forget(key, stored);
    }
    for (const rendering of this.#renderings) {
      for (const tag of purged) rendering.purged.add(tag);
    }
  }

  /** The largest body that is kept: with its entry, an eighth of all. */
  get #maxBodyBytes(): number {
    return this.#capacity / 8 - entryCost;
  }

  /** Bytes held now, bodies and what an entry costs besides. */
  get bytes(): number {
    return this.#bytes;
  }

  async #renderAndAnswer(key: string, request: Request, render: Render): Promise<Response> {
    const result = await this.#render(key, request, render);
    if (result.stored !== null) return answerFromStored(result.stored, request, "MISS");
    const { response, isTooLarge } = result;
    if (isTooLarge && request.headers.has("range")) {
      await response.body?.cancel();
      return answerUnstored(answerConditionally(request, await render(request)), "MISS");
    }
    const isHead = request.method === "HEAD";
    if (isHead) await response.body?.cancel();
    const answer = new Response(isHead ? null : response.body, response);
    return answerUnstored(answerConditionally(request, answer), isTooLarge ? "MISS" : "BYPASS");
  }

  async #renderOrAnswerStale(
    key: string,
    request: Request,
    render: Render,
    expired: StoredAnswer,
  ): Promise<Response> {
    const isKept = () => this.#entries.get(key) === expired;
    try {
      const answer = await this.#renderAndAnswer(key, request, render);
      if (answer.status < 500 || !isKept()) return answer;
    } catch (error) {
      if (!isKept()) throw error;
      logFailure("a stale answer stands in for one that failed", error);
    }
    return answerFromStored(expired, request, "STALE");
  }

  /** Renders a stale entry anew, once however many ask for it meanwhile. */
  async #revalidate(key: string, request: Request, render: Render): Promise<void> {
    if (this.#revalidations.has(key)) return;
    this.#revalidations.add(key);
    try {
      const result = await this.#render(key, request, render);
      if (result.stored === null) await result.response.body?.cancel();
    } catch (error) {
      logFailure("revalidation failed; the stale answer stays", error);
    } finally {
      this.#revalidations.delete(key);
    }
  }

  /** Renders, and keeps the answer if it may be kept and no purge overtook it. */
  async #render(key: string, request: Request, render: Render): Promise<StoringResult> {
    const rendering: Rendering = { purged: new Set() };
    this.#renderings.add(rendering);
    try {
      const response = await render(makePlainGet(request));
      const result = await storeAnswer(response, this.#clock(), this.#maxBodyBytes);
      if (result.stored === null) this.#replaceBy(key, response);
      else if (!isPurged(result.stored, rendering.purged)) {
        this.#keep(key, result.stored);
      }
      return result;
    } finally {
      this.#renderings.delete(rendering);
    }
  }

  /** A response that replaces a stale entry but may not be stored also removes the entry, unless the response is only a failure. */
  #replaceBy(key: string, response: Response): void {
    const stale = this.#entries.get(key);
    if (stale !== undefined && response.status < 500) this.#forget(key, stale);
  }

  #keep(key: string, stored: StoredAnswer): void {
    const former = this.#entries.get(key);
    if (former !== undefined) this.#forget(key, former);
    this.#entries.set(key, stored);
    this.#bytes += measureCost(stored);
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#capacity) break;
      this.#forget(oldest, entry);
    }
  }

  #forget(key: string, stored: StoredAnswer): void {
    this.#entries.delete(key);
    this.#bytes -= measureCost(stored);
  }

  /** Makes an entry the newest, so that the least recently used one goes first. */
  #touch(key: string, stored: StoredAnswer): void {
    this.#entries.delete(key);
    this.#entries.set(key, stored);
  }
}

function isPurged({ tags }: StoredAnswer, purged: ReadonlySet<string>): boolean {
  return purged.has(everything) || tags.some((tag) => purged.has(tag));
}

/** About the bytes of an entry without its body: key, headers and tags. */
const entryCost = 2048;

function measureCost(stored: StoredAnswer): number {
  return stored.body.byteLength + entryCost;
}

/** Path and query, not host: as the platform keys. */
function makeCacheKey(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

/** The request without conditions or a range. The answer is shared, so the first client's must not shape it. */
function makePlainGet(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("if-none-match");
  headers.delete("if-modified-since");
  headers.delete("range");
  // Nobody sees the answer to HEAD: the page must not take it for an opening.
  if (request.method === "HEAD") headers.set("sec-purpose", "prefetch");
  return new Request(request.url, { headers });
}
