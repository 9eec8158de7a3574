/** How a `Pace` spreads work. Times are in ms. */
type PaceOptions = { gap: number; maxWaiting: number; clock?: () => number };

/**
 * Spreads costly work over time: one piece may start in every `gap`, and at most `maxWaiting` pieces wait for theirs. A start
 * is reserved by time alone, so a request that ends while it waits holds up nobody.
 */
export class Pace {
  readonly #gap: number;
  readonly #maxWaiting: number;
  readonly #clock: () => number;
  #nextStart = Number.NEGATIVE_INFINITY;

  constructor({ gap, maxWaiting, clock = () => performance.now() }: PaceOptions) {
    this.#gap = gap;
    this.#maxWaiting = maxWaiting;
    this.#clock = clock;
  }

  /** Reserves the next start and returns the time to wait for it; null, and reserves nothing, if too many wait. */
  reserve(): number | null {
    const now = this.#clock();
    const wait = Math.max(0, this.#nextStart - now);
    if (wait > this.#gap * this.#maxWaiting) return null;
    this.#nextStart = now + wait + this.#gap;
    return wait;
  }
}
