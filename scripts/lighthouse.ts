import { execFile } from "node:child_process";
import { promisify } from "node:util";
import Chromium from "@sparticuz/chromium";
import { referencePath, withDemo } from "./showcase/open-demo.ts";
import { explainStartFailure } from "./start/start-failure.ts";

/*
 * `npm run lighthouse [-- ADDRESS]`: Lighthouse's scores of the front page and of the reference article, as a phone on a
 * slow line sees them; medians of three runs. It is fetched when asked for: with what it needs it weighs 176 MB.
 */

const lighthouse = "lighthouse@13.5.0";
const runs = 3;

/** The least value of each score. */
const goals = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

type Category = keyof typeof goals;

const categories = Object.keys(goals) as Category[];

await explainStartFailure(() =>
  withDemo(async (address) => {
    for (const path of ["/", referencePath]) await printScores(address + path);
  }),
);

async function printScores(page: string): Promise<void> {
  const measured: Record<Category, number>[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await readScores(page));
  const medians = categories.map((name) => ({
    name,
    score: computeMedian(measured.map((one) => one[name])),
  }));
  console.log(page);
  for (const { name, score } of medians) {
    const missed = score < goals[name];
    console.log(
      `  ${name.padEnd(15)}${String(score).padStart(4)}${missed ? `  (goal ${goals[name]})` : ""}`,
    );
    if (missed) process.exitCode = 1;
  }
}

async function readScores(page: string): Promise<Record<Category, number>> {
  const options = [
    "--output=json",
    "--quiet",
    `--only-categories=${categories.join(",")}`,
    "--chrome-flags=--headless --no-sandbox",
  ];
  const { stdout } = await promisify(execFile)("npx", ["--yes", lighthouse, page, ...options], {
    env: { ...process.env, CHROME_PATH: await Chromium.executablePath() },
    maxBuffer: 2 ** 26,
  });
  const report = JSON.parse(stdout) as { categories: Record<Category, { score: number }> };
  const score = (name: Category): number => Math.round(report.categories[name].score * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
    seo: score("seo"),
  };
}

function computeMedian(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
