/*
 * Prints how well soát bài does on the corpus in test/check/corpus (and, as a second clean set, on the
 * demo articles): `node scripts/check-corpus.ts`.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { checkArticle } from "../src/check/check-article.ts";
import type { CheckedArticle } from "../src/check/checked-article.ts";
import { cleanArticles, plantedArticles } from "../test/check/corpus/corpus.ts";
import { scoreCorpus } from "../test/check/corpus/score.ts";
import type { CorpusScore } from "../test/check/corpus/score.ts";

const demoFolder = "demo/articles";

const planted = scoreCorpus(plantedArticles);
const clean = scoreCorpus(cleanArticles);
const all = scoreCorpus([...plantedArticles, ...cleanArticles]);

console.log(`planted  ${planted.articles.length} articles  recall ${planted.recall.toFixed(3)}`);
printSlips(planted);
console.log(
  `clean    ${clean.articles.length} articles  ${clean.surplusPerArticle.toFixed(3)} false findings an article`,
);
printSlips(clean);
console.log(`all      precision ${all.precision.toFixed(3)}  recall ${all.recall.toFixed(3)}`);
if (existsSync(demoFolder)) printDemoFindings();

function printSlips({ articles }: CorpusScore): void {
  for (const { name, missed, surplus } of articles) {
    for (const { rule, marked } of missed) console.log(`  missed   ${rule} “${marked}” in ${name}`);
    for (const { rule, message } of surplus)
      console.log(`  surplus  ${rule} in ${name}: ${message}`);
  }
}

/** The demo articles declare nothing; what is found in them is for a person to judge. */
function printDemoFindings(): void {
  const files = readdirSync(demoFolder).filter((file) => file.endsWith(".md"));
  console.log(`demo     ${files.length} articles, for a person to judge:`);
  for (const file of files) {
    for (const { rule, message } of checkArticle(readDemoArticle(`${demoFolder}/${file}`))) {
      console.log(`  ${file}  ${rule}: ${message}`);
    }
  }
}

/** YAML between two lines of "---", then the body. */
function readDemoArticle(path: string): CheckedArticle {
  const [, frontMatter = "", ...body] = readFileSync(path, "utf8").split(/^---$/m);
  const fields: DemoFrontMatter = parse(frontMatter);
  return {
    kind: "article",
    title: fields.title,
    lede: fields.lede,
    body: body.join("---").trim(),
    section: fields.section,
    tags: [],
    byline: fields.byline,
    leadPhoto: fields.leadPhoto ? { caption: null, credit: null, ...fields.leadPhoto } : null,
    photos: new Map(),
    documents: [],
    files: new Map(),
    publishedTitles: [],
    knownLabels: [],
    handbook: [],
    normalised: [],
    today: new Date(fields.publishedAt),
  };
}

type DemoFrontMatter = Pick<CheckedArticle, "title" | "lede" | "section" | "byline"> & {
  leadPhoto?: { photo: string; alt: string; caption?: string; credit?: string };
  publishedAt: string;
};
