import { intakeWords } from "../../vietnamese/words/intake.ts";
import type { ReadDraft } from "./draft.ts";
import { make } from "./make-element.ts";

/** What was recognised in a file, for the reporter to look over. */
export function summariseDraft(draft: ReadDraft): Node[] {
  const { title, lede, byline, source, tags, body, photos, fonts, problems } = draft;
  const rows: [string, string][] = [
    [intakeWords.nameOfTitle, title || intakeWords.missing],
    [intakeWords.nameOfLede, lede || intakeWords.missing],
    [intakeWords.nameOfBody, intakeWords.words(countWords(body))],
    [intakeWords.nameOfPhotos, intakeWords.photos(photos.size)],
    [intakeWords.nameOfByline, writeByline(byline) || intakeWords.missing],
  ];
  if (source !== null) rows.push([intakeWords.nameOfSource, source.name]);
  if (tags.length > 0) rows.push([intakeWords.nameOfTags, tags.join(", ")]);
  if (fonts.length > 0) {
    rows.push([intakeWords.nameOfFonts, intakeWords.converted(fonts.join(", "))]);
  }
  const list = make("dl");
  for (const [name, value] of rows) {
    list.append(make("dt", {}, name), make("dd", {}, value));
  }
  return problems.length === 0 ? [list] : [list, ...listProblems(problems)];
}

function listProblems(problems: readonly string[]): Node[] {
  return [
    make("h3", {}, intakeWords.problems),
    make("ul", {}, ...problems.map((problem) => make("li", {}, problem))),
  ];
}

function writeByline({ authors, unit }: ReadDraft["byline"]): string {
  return [authors.join(", "), unit].filter((part) => part !== "").join(" – ");
}

/** Counts syllables, as Vietnamese does. Names of photos do not count. */
function countWords(markdown: string): number {
  const text = markdown.replace(/\]\(\S+/g, " ");
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
}
