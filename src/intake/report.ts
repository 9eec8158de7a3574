import { reportWords } from "../vietnamese/words/intake-report.ts";
import type { ReportCode } from "../vietnamese/words/intake-report.ts";

/**
 * A part of a source that intake left out or changed. Intake never drops, renumbers, merges or invents text without one.
 * The form, the importer and the API all use this type. Web APIs only.
 */
export type IntakeReport = {
  code: ReportCode;
  /** The part itself: its words, an address, a format. "" if the code says everything. */
  about: string;
  /** The last words of the text before it, shortened; "" at the start of the text. */
  place: string;
};

/** Of the part itself, and as much of it as a sentence shows. */
const [maxAbout, maxShown] = [5000, 200];
const maxPlace = 40;

/** Sentences of one code that are listed one by one; the others are counted. */
const maxOfCode = 5;

export function reportIntake(code: ReportCode, about = "", textBefore = ""): IntakeReport {
  return { code, about: start(joinLines(about), maxAbout), place: end(joinLines(textBefore)) };
}

/** A report in Vietnamese. */
export function reportSentence({ code, about, place }: IntakeReport): string {
  const sentence = reportWords.reports[code](start(about, maxShown));
  return place === "" ? sentence : `${sentence} ${reportWords.reportPlace(place)}`;
}

/** Reports in Vietnamese: equal ones once, and of one code at most the first five. */
export function reportSentences(reports: readonly IntakeReport[]): string[] {
  const codes = [...new Set(reports.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const some = reports.filter((report) => report.code === code);
    const sentences = [...new Set(some.map(reportSentence))];
    const more = sentences.length - maxOfCode;
    return more <= 0
      ? sentences
      : [...sentences.slice(0, maxOfCode), reportWords.moreReports(more)];
  });
}

function joinLines(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function start(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/ \S*$/, "")}…`;
}

function end(text: string): string {
  return text.length <= maxPlace ? text : `…${text.slice(-maxPlace).replace(/^\S* /, "")}`;
}
