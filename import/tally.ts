import { reportIntake } from "../src/intake/report.ts";
import { noteSentence } from "./note.ts";
import type { Outcome } from "./bring-in-file.ts";
import type { Stage } from "./journal-store.ts";

/** How many files came to what, and for which reasons: all that a run remembers of the files behind it. */
export class Tally {
  done = 0;
  unchanged = 0;
  readonly stages = new Map<Stage, number>();
  readonly reasons = new Map<string, number>();
  readonly #startedAt = performance.now();

  add({ record, isNew }: Outcome): void {
    this.done++;
    if (!isNew) {
      this.unchanged++;
      return;
    }
    count(this.stages, record.stage);
    const kinds = record.notes.map((note) =>
      noteSentence("place" in note ? reportIntake(note.code, "…") : { ...note, about: "…" }),
    );
    for (const kind of new Set(kinds)) count(this.reasons, kind);
    if (record.reason !== null) count(this.reasons, generalise(record.reason));
  }

  of(stage: Stage): number {
    return this.stages.get(stage) ?? 0;
  }

  get seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }

  get perSecond(): number {
    return this.seconds === 0 ? 0 : this.done / this.seconds;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The sentence without what is particular to a file, so that there are only so many. */
function generalise(reason: string): string {
  return reason.replace(/\(.*\)|“[^”]*”/gs, "…").slice(0, 120);
}
