import { readFile } from "node:fs/promises";
import { writeMarkdown } from "../src/intake/blocks/write-markdown.ts";
import { ReadFailure } from "../src/intake/recognition/read-failure.ts";
import type { Recognised } from "../src/intake/recognition/recognised.ts";
import { reportSentences } from "../src/intake/report.ts";
import type { IntakeReport } from "../src/intake/report.ts";
import { parseHtml } from "../src/intake/page/parse-html.ts";
import { readRawText } from "../src/intake/blocks/markup.ts";
import { Archive } from "../src/intake/word/archive.ts";
import { readPlainText } from "../src/markdown/markdown.ts";
import { importWords } from "../src/vietnamese/words/import.ts";
import { listSourceFiles } from "./folder/source-files.ts";
import { readSource } from "./read-source.ts";

/**
 * `npm run intake:report -- <folder or file>`: for each file how many of its words the article keeps, how many it has that
 * the file has not, what was reported, and the time. Words are compared as bags, with their numbers.
 */
const options = { now: Date.now(), dateOrder: null, legacy: null, charset: null, strict: false };

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The texts of a document, and the ends of its paragraphs, lines and cells. */
const textOrEnd =
  /<(?:w|m):(?:t|delText)(?: [^>]*)?>([^<]*)<|(<\/(?:w:p|w:tc|m:oMath)>|<w:(?:tab|br|cr|ptab)\b)/g;

type Count = { kept: number; lost: string[]; added: string[]; reported: number };

const [input] = process.argv.slice(2);
if (input === undefined) {
  console.error(importWords.intakeReportUsage);
  process.exit(1);
}
const total = { files: 0, words: 0, kept: 0, added: 0, reports: 0, refused: 0, crashed: 0 };
for await (const file of listSourceFiles(input)) {
  const begun = performance.now();
  total.files++;
  try {
    const { article, reports } = await readSource(file, options);
    const time = Math.round(performance.now() - begun);
    const words = splitWords(await readSourceText(file.path, file.kind));
    const { kept, lost, added, reported } = compareWords(words, article, reports);
    total.words += words.length;
    total.kept += kept;
    total.added += added.length;
    total.reports += reports.length;
    console.log(
      `${file.name}: ${words.length} words, ${kept} kept, ${reported} reported, ${lost.length} lost, ${added.length} added, ${time} ms`,
    );
    if (lost.length > 0) console.log(`  lost: ${lost.slice(0, 40).join(" ")}`);
    if (added.length > 0) console.log(`  added: ${added.slice(0, 40).join(" ")}`);
    for (const sentence of reportSentences(reports)) console.log(`  ${sentence}`);
  } catch (error) {
    const isRefusal = error instanceof ReadFailure;
    if (isRefusal) total.refused++;
    else total.crashed++;
    console.log(`${file.name}: ${isRefusal ? "refused" : "crashed"}: ${String(error)}`);
    if (!isRefusal && error instanceof Error) console.log(error.stack);
  }
}
console.log(JSON.stringify(total));

/** The words of a file as it lies, read without any of the readers that are measured. */
async function readSourceText(path: string, kind: "text" | "page" | "word"): Promise<string> {
  const bytes = await readFile(path);
  if (kind === "text") return bytes.toString();
  if (kind === "page") return readRawText(parseHtml(bytes.toString()));
  const archive = Archive.open(bytes);
  const parts: string[] = [];
  for (const name of ["document", "document2", "footnotes", "endnotes"]) {
    const xml = archive?.text(`word/${name}.xml`) ?? "";
    const shown = xml.replace(
      /<mc:Fallback>[^]*?<\/mc:Fallback>|<w:moveFrom [^]*?<\/w:moveFrom>/g,
      "",
    );
    for (const [, text, end] of shown.matchAll(textOrEnd))
      parts.push(end === undefined ? (text ?? "") : " ");
  }
  return parts
    .join("")
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? "");
}

function compareWords(
  words: string[],
  article: Recognised,
  reports: readonly IntakeReport[],
): Count {
  const { title, lede, body, leadPhoto, byline, source, tags } = article;
  const written = readPlainText(
    writeMarkdown(body, ({ alt, source: name }) => ({ name: name ?? "-", alt })),
  );
  const about = [
    leadPhoto?.caption ?? "",
    ...byline.authors,
    byline.unit,
    source?.name ?? "",
    ...tags,
  ];
  const left = countEach(splitWords([title, lede, written, ...about].join(" ")));
  const reportedWords = countEach(splitWords(reports.map((report) => report.about).join(" ")));
  const lost: string[] = [];
  let kept = 0;
  let reported = 0;
  for (const word of words) {
    if (take(left, word)) kept++;
    else if (take(reportedWords, word)) reported++;
    else lost.push(word);
  }
  const added = [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  return { kept, lost, added, reported };
}

function splitWords(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .replace(/[\u00ad\u200b-\u200f\ufeff]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function countEach(words: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function take(bag: Map<string, number>, word: string): boolean {
  const count = bag.get(word) ?? 0;
  if (count > 0) bag.set(word, count - 1);
  return count > 0;
}
