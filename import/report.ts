import { closeSync, openSync, writeSync } from "node:fs";
import { importWords } from "../src/vietnamese/words/import.ts";
import type { FileRecord, JournalStore } from "./journal-store.ts";
import { noteSentence } from "./note.ts";
import type { Tally } from "./tally.ts";

/** What a run came to, in Vietnamese. */
export function writeSummary(tally: Tally, isDry: boolean, unsupported: number): string {
  const words = importWords.summary;
  const names = isDry ? importWords.dryStages : importWords.stages;
  const formatNumber = (value: number): string =>
    value.toLocaleString("vi", { maximumFractionDigits: 1 });
  const stages = [...tally.stages].map(([stage, count]) => words.line(names[stage], count));
  const reasons = [...tally.reasons].sort((a, b) => b[1] - a[1]).slice(0, 20);
  return [
    isDry ? words.dryTitle : words.title,
    words.total(tally.done, formatNumber(tally.seconds), formatNumber(tally.perSecond)),
    ...stages,
    ...(tally.unchanged > 0 ? [words.line(importWords.unchanged, tally.unchanged)] : []),
    ...(unsupported > 0 ? [words.unsupported(unsupported)] : []),
    ...(reasons.length === 0 ? [] : ["", words.reasons]),
    ...reasons.map(([reason, count]) => words.line(reason, count)),
  ].join("\n");
}

/**
 * Writes the report: JSON with a line for each file, and beside it text with a line for each that needs a look. Both are
 * written file by file, from the journal. Gives the name of the text.
 */
export function writeReport(
  path: string,
  journal: JournalStore,
  tally: Tally,
  { isDry, unsupported }: { isDry: boolean; unsupported: number },
): string {
  const textPath = `${path.replace(/\.json$/i, "")}.txt`;
  const [json, text] = [openSync(path, "w"), openSync(textPath, "w")];
  const { done, unchanged, seconds, perSecond } = tally;
  const summary = {
    dryRun: isDry,
    files: done,
    unchanged,
    unsupported,
    ...Object.fromEntries(tally.stages),
    seconds,
    perSecond,
  };
  writeSync(json, `{"summary": ${JSON.stringify(summary)},\n"files": [`);
  writeSync(text, `${writeSummary(tally, isDry, unsupported)}\n\n`);
  let separator = "\n";
  for (const record of journal.files()) {
    const notes = record.notes.map((note) => ({ ...note, message: noteSentence(note) }));
    writeSync(json, separator + JSON.stringify({ ...record, notes }));
    separator = ",\n";
    if (record.notes.length > 0 || record.reason !== null)
      writeSync(text, `${joinLines(record, isDry)}\n`);
  }
  writeSync(json, "\n]}\n");
  closeSync(json);
  closeSync(text);
  return textPath;
}

/** A file, what became of it and why, on one line. */
export function joinLines(record: FileRecord, isDry: boolean): string {
  const names = isDry ? importWords.dryStages : importWords.stages;
  const reasons = [record.reason, ...record.notes.map(noteSentence)].filter((one) => one !== null);
  return importWords.summary.fileLine(
    record.name,
    names[record.stage],
    [...new Set(reasons)].join(" "),
  );
}
