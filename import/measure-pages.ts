import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readBlocksText } from "../src/intake/blocks/block.ts";
import { readNodeText } from "../src/intake/blocks/markup.ts";
import { parseHtml } from "../src/intake/page/parse-html.ts";
import { readPage } from "../src/intake/page/read-page.ts";
import { ReadFailure } from "../src/intake/recognition/read-failure.ts";
import type { Recognised } from "../src/intake/recognition/recognised.ts";
import { importWords } from "../src/vietnamese/words/import.ts";

/**
 * `npm run measure:pages -- <folder>`: the folder has a folder for each page, with `source.html`, and `expected.html` with
 * its article alone (such are the test pages of mozilla/readability). Prints the share of expected words that are kept and
 * the share of kept words that are expected, for each page and on average over the pages that are not set aside.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(importWords.measurePagesUsage);
  process.exit(1);
}
const sums = { pages: 0, kept: 0, expected: 0, setAside: 0 };
for (const name of (await readdir(folder)).sort()) {
  const source = await readFile(join(folder, name, "source.html"));
  const expected = await readFile(join(folder, name, "expected.html"), "utf8");
  try {
    const options = { now: Date.now(), dateOrder: null, legacy: null, charset: null, strict: true };
    const { article } = readPage(source, options);
    const { kept, precise } = measureShares(splitWords(readNodeText(parseHtml(expected))), article);
    sums.pages++;
    sums.kept += kept;
    sums.expected += precise;
    console.log(
      `${name}: kept ${formatPercent(kept)}, expected ${formatPercent(precise)} – ${article.title}`,
    );
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    sums.setAside++;
    console.log(`${name}: set aside, ${error.message}`);
  }
}
const { pages, setAside } = sums;
console.log(
  `${pages} pages: kept ${formatPercent(sums.kept / pages)}, expected ${formatPercent(sums.expected / pages)}; ${setAside} set aside`,
);

/** Words are compared as bags. The title and the byline may stand in the expected article or not. */
function measureShares(expected: string[], article: Recognised): { kept: number; precise: number } {
  const { title, lede, body, leadPhoto, byline, source, tags } = article;
  const either = splitWords([title, ...byline.authors, byline.unit].join(" "));
  const got = splitWords(
    [lede, readBlocksText(body), leadPhoto?.caption ?? "", source?.name ?? "", ...tags].join(" "),
  );
  const kept = countCommon(expected, [...got, ...either]) / Math.max(1, expected.length);
  return { kept, precise: countCommon(got, [...expected, ...either]) / Math.max(1, got.length) };
}

function countCommon(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count > 0;
  }).length;
}

function splitWords(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
