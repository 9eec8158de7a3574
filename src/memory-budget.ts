import { AppError } from "./errors.ts";
import { requestWords } from "./vietnamese/words/request.ts";

/** How long a request waits for memory, in ms. */
const maxWait = 20_000;

/** Between two looks, in ms. A request cannot wake another one. */
const interval = 100;

/** After this time, in ms, memory counts as free: a request that the platform stopped gives nothing back. */
const maxUse = 90_000;

/** Bounds how many bytes the requests of this isolate use at once for one purpose. */
export class MemoryBudget {
  readonly #max: number;
  readonly #used = new Map<symbol, { bytes: number; since: number }>();

  constructor(max: number) {
    this.#max = max;
  }

  /**
   * Runs `act` as soon as so many bytes are free; more than there are count as all of them. AppError unavailable if that takes
   * too long.
   */
  async use<T>(bytes: number, act: () => Promise<T>): Promise<T> {
    const wanted = Math.min(bytes, this.#max);
    const start = Date.now();
    while (this.#countUsed() + wanted > this.#max) {
      if (Date.now() - start > maxWait) throw new AppError("unavailable", requestWords.busy);
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
    const key = Symbol("use");
    this.#used.set(key, { bytes: wanted, since: Date.now() });
    try {
      return await act();
    } finally {
      this.#used.delete(key);
    }
  }

  #countUsed(): number {
    let sum = 0;
    for (const [key, { bytes, since }] of this.#used) {
      if (Date.now() - since > maxUse) this.#used.delete(key);
      else sum += bytes;
    }
    return sum;
  }
}
