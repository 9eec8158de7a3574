import { findMonth, makeMonthKey, parseMonth } from "../../published/month.ts";
import type { Month } from "../../published/month.ts";
import type { AppContext } from "../../context.ts";
import { articlePath } from "../../addresses/public.ts";
import { formatShortDate } from "../../vietnamese/dates.ts";
import { royaltyWords } from "../../vietnamese/words/royalties.ts";
import { answerCsv, readDialect } from "./csv.ts";
import type { CsvCell } from "./csv.ts";
import { readPaidArticles } from "./month-works.ts";
import { renderRoyaltiesPage } from "./royalties-page.ts";
import { computeRoyalties } from "./royalties.ts";
import type { RoyaltyReport } from "./royalties.ts";
import { readRates } from "./royalty-rates.ts";

/** GET /toa-soan/quan-tri/nhuan-but?month=2026-11: what the articles of a month earn; without one, of this month. */
export async function getRoyalties(c: AppContext): Promise<Response> {
  const month = readMonth(c);
  const { rates, own } = await readRates(c.env.DB);
  const report = computeRoyalties(await readPaidArticles(c.env.DB, month), rates);
  return renderRoyaltiesPage(c, { month, latest: findMonth(Date.now()), report, rates, own });
}

/** GET /toa-soan/quan-tri/nhuan-but.csv: every line; with `?kind=sums` the sums of each person. */
export async function getRoyaltiesCsv(c: AppContext): Promise<Response> {
  const month = readMonth(c);
  const { rates } = await readRates(c.env.DB);
  const report = computeRoyalties(await readPaidArticles(c.env.DB, month), rates);
  const sums = c.req.query("kind") === "sums";
  const name = `nhuan-but-${makeMonthKey(month)}${sums ? "-tong-hop" : ""}.csv`;
  const rows = sums ? sumRows(report) : listLineRows(report, c.var.site.baseUrl);
  return answerCsv(name, readDialect(c), rows);
}

function readMonth(c: AppContext): Month {
  return parseMonth(c.req.query("month") ?? "") ?? findMonth(Date.now());
}

async function* sumRows({ sums, total }: RoyaltyReport): AsyncGenerator<readonly CsvCell[]> {
  yield royaltyWords.sumColumns;
  for (const { person, articles, forArticles, photos, forPhotos, total: own } of sums) {
    yield [person, articles, forArticles, photos, forPhotos, own];
  }
  yield [royaltyWords.total, null, null, null, null, total];
}

async function* listLineRows(
  { lines }: RoyaltyReport,
  baseUrl: string,
): AsyncGenerator<readonly CsvCell[]> {
  yield royaltyWords.fileColumns;
  for (const { article, kind, person, coefficient, unit, count, sharers, amount } of lines) {
    const { publishedAt, title, slug, isWithdrawn } = article;
    yield [
      formatShortDate(new Date(publishedAt)),
      title,
      baseUrl + articlePath(slug),
      royaltyWords.kinds[kind],
      person,
      coefficient,
      unit,
      count,
      sharers,
      amount,
      isWithdrawn ? royaltyWords.withdrawn : null,
    ];
  }
}
