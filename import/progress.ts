import { importWords } from "../src/vietnamese/words/import.ts";
import type { Outcome } from "./bring-in-file.ts";
import { joinLines } from "./report.ts";
import type { Tally } from "./tally.ts";

/** Where progress is shown: process.stdout, or anything that takes text. */
export type Screen = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

const barWidth = 24;

/** Between two plain lines, in ms. */
const plainInterval = 5000;

/** Shows how far a run is: one line that is written over on a terminal, a plain line now and then elsewhere. */
export class Progress {
  readonly #screen: Screen;
  readonly #all: number;
  readonly #tally: Tally;
  readonly #isDry: boolean;
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(screen: Screen, all: number, tally: Tally, isDry: boolean) {
    this.#screen = screen;
    this.#all = all;
    this.#tally = tally;
    this.#isDry = isDry;
  }

  /** Called after each file. A file that could not be imported is named at once. */
  after({ record, isNew }: Outcome): void {
    if (isNew && (record.stage === "failed" || record.stage === "skipped")) {
      this.say(joinLines(record, this.#isDry));
    }
    const isLast = this.#tally.done === this.#all;
    const interval = this.#screen.isTTY ? 100 : plainInterval;
    if (!isLast && performance.now() - this.#shownAt < interval) return;
    this.#shownAt = performance.now();
    if (this.#screen.isTTY)
      this.#screen.write(`\r${this.#bar()} ${this.#line()}\u001b[K${isLast ? "\n" : ""}`);
    else this.#screen.write(`${this.#line()}\n`);
  }

  /** A line of its own, above the bar. */
  say(line: string): void {
    this.#screen.write(this.#screen.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`);
  }

  #bar(): string {
    const full = Math.round((barWidth * this.#tally.done) / Math.max(1, this.#all));
    return "█".repeat(full) + "░".repeat(barWidth - full);
  }

  #line(): string {
    const { stages, unchanged, done, perSecond } = this.#tally;
    const names = this.#isDry ? importWords.dryStages : importWords.stages;
    const counts = [...stages].map(
      ([stage, count]) => `${names[stage]} ${count.toLocaleString("vi")}`,
    );
    if (unchanged > 0) counts.push(`${importWords.unchanged} ${unchanged.toLocaleString("vi")}`);
    const left = perSecond === 0 || done === this.#all ? null : (this.#all - done) / perSecond;
    return importWords.progress(
      done,
      this.#all,
      counts.join(", "),
      perSecond.toLocaleString("vi", { maximumFractionDigits: 1 }),
      left === null ? "" : importWords.timeLeft(formatClock(left)),
    );
  }
}

/** "3:05", "1:02:40" */
function formatClock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = String(whole % 60).padStart(2, "0");
  return hours === 0
    ? `${minutes}:${rest}`
    : `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
}
