/** Times in ms. */
type TurnOptions = { maxWaiting: number; pause: number; abandonedAfter: number };

/** A piece of work in the queue, and when it last showed that its request still runs. */
type Place = { seenAt: number };

/**
 * Lets costly work run one piece after another, with at most `maxWaiting` pieces in the queue, and a `pause` before each, in
 * which the isolate answers other requests. The runtime drops a request whose client goes away, so a place that has not been
 * seen for `abandonedAfter` is given up.
 */
export class Turns {
  readonly #options: TurnOptions;
  #queue: Place[] = [];

  constructor(options: TurnOptions) {
    this.#options = options;
  }

  /** Runs the work in its turn. Returns null at once if too much is waiting. */
  async run<Result>(work: () => Promise<Result>): Promise<Result | null> {
    this.#giveUpAbandoned();
    if (this.#queue.length >= this.#options.maxWaiting) return null;
    const place = { seenAt: performance.now() };
    this.#queue.push(place);
    while (this.#queue.includes(place) && this.#queue[0] !== place) await this.#wait(place);
    // Timers that came due during the work before fire before other requests are read: only one set now lets those in.
    await this.#wait(place);
    try {
      return await work();
    } finally {
      this.#queue = this.#queue.filter((other) => other !== place);
    }
  }

  async #wait(place: Place): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.#options.pause));
    place.seenAt = performance.now();
    this.#giveUpAbandoned();
  }

  #giveUpAbandoned(): void {
    const oldest = performance.now() - this.#options.abandonedAfter;
    this.#queue = this.#queue.filter(({ seenAt }) => seenAt >= oldest);
  }
}
