import type { ActFigures, Figures } from "./figures.ts";
import {
  assumed,
  computeFreeShare,
  computeMonth,
  computePrice,
  placeUploads,
  traffics,
} from "./month.ts";
import { paidPlan, prices, pricesRead } from "./prices.ts";
import type { Quantity } from "./prices.ts";

const quantities = Object.keys(prices) as Quantity[];

/** R2 needs a card on both plans. The other services of the free plan fail beyond their limits. */
const billedOnFree: Quantity[] = ["filesWritten", "filesRead", "fileBytes"];

/** The CPU time of one request on the free plan, ms. */
const freeCpu = 10;

/** docs/cost.md. Throws an Error if something was not measured. */
export function writeCost(figures: Figures): string {
  const [small, large] = [figures["1000"], figures["100000"]];
  if (small === undefined || large === undefined)
    throw new Error("bench/figures.json lacks a site");
  const bytesOfArticle = (large.database - small.database) / (large.articles - small.articles);
  const acts = placeUploads(large.acts);
  const months = traffics.map((traffic) => computeMonth(traffic, acts, bytesOfArticle));
  const used = (quantity: Quantity) => months.map((month) => month[quantity]);
  const dollars = months.map((month) =>
    quantities.reduce((sum, quantity) => sum + computePrice(quantity, month[quantity]), paidPlan),
  );
  const photo = acts["upload of a photo, 5 MB"];
  return `# What a site costs

Computed by \`npm run cost\`. The figures were measured by \`npm run bench -- --cpu\` (${small.day}) and \`npm run bench -- --scale\`
(${large.day}) on ${large.processor}; prices are those of ${pricesRead}. Change neither here.

## A month

${writeTable(
  ["views a month", ...traffics.map(({ views }) => formatNumber(views))],
  [
    ["**paid plan, dollars**", ...dollars.map((price) => `**${price.toFixed(2)}**`)],
    ["**free plan**", ...months.map(describeFreePlan)],
    ...quantities.map((quantity) => [
      prices[quantity].name,
      ...used(quantity).map((amount) => describeUse(quantity, amount)),
    ]),
  ],
)}

In brackets: the part of the free plan's limit, then the dollars beyond what the paid plan includes. On the free plan only R2 is billed: what goes
beyond another limit fails, until 07:00 in Vietnam or, for Images, until the next month. Without variants a photo is shown as it was sent.

### What is assumed

- A view is an article with ${assumed.photosOfView} photos. The cache lacks ${traffics.map(({ missed }) => `${missed * 100} %`).join(", ")} of pages and photos; one reader of ${traffics.map(({ sampling }) => sampling).join(", ")} is counted
  (\`VIEW_SAMPLING\`). Of 100 views, ${assumed.searches * 100} is a search that the cache lacks. Hits, photos, scripts and loopbacks are requests, too.
- ${formatNumber(assumed.robotPages)} pages for robots, ${formatNumber(assumed.mirrorRequests)} questions of mirrors.
- The newsroom publishes ${assumed.articles} articles with ${assumed.photosOfArticle} photos of 5 MB each, with ${assumed.autosavesOfArticle} autosaves and ${assumed.savesOfArticle} saves of each; ${assumed.signIns} sign-ins,
  ${formatNumber(assumed.newsroomPages)} desks. ${formatNumber(assumed.storedArticles)} articles are stored. The clock runs each minute.
- A Durable Object is awake for 10 ms a call, with 128 MB.

## What each act needs

CPU time is that of our Worker alone. D1, R2, Images and Durable Objects answered from memory: on the platform they run elsewhere and are not
billed as our CPU time, while the local runtime has them in the same process. What an empty request costs is subtracted. The first column
is a warm isolate with compiled code, the second the first time. A processor of the platform is about as fast as this one: a password hash
takes ${describeHash(acts)} here, and 172 to 326 ms in reports from there.

The free plan allows ${freeCpu} ms a request, and lets some requests take longer if most take less. Work of Durable Objects may take 30 s on every plan:
passwords are hashed there, uploads above 256 KB are answered there, and the Worker only passes them on.

${writeTable(
  [
    "act",
    "CPU, ms",
    "first time",
    "in objects",
    "D1 trips",
    "rows read",
    "written",
    "R2, Images",
    "fits 10 ms",
  ],
  Object.entries(acts).map(([name, one]) => [
    name,
    one.cpu.toFixed(2),
    one.firstCpu.toFixed(1),
    one.objectCpu === 0 ? "" : one.objectCpu.toFixed(2),
    String(one.roundTrips),
    String(one.rowsRead),
    String(one.rowsWritten),
    one.files === 0 ? "" : `${one.files}, ${one.transformations}`,
    describeFit(one),
  ]),
)}

Word files and pasted texts are read in the browser (\`src/intake/\`): an import costs the Worker a save, and an upload for each photo.

## Storage

An article takes ${formatNumber(bytesOfArticle)} bytes of the database with its versions, events and search terms: ${formatNumber(500e6 / bytesOfArticle)} articles in the 500 MB of the free plan, ${formatNumber(10e9 / bytesOfArticle)} in
the 10 GB of the paid one. A photo of 5 MB takes ${formatNumber(photo?.storedBytes ?? 0)} bytes of R2 with its variants: ${formatNumber(10e9 / (photo?.storedBytes ?? 1))} photos in the 10 GB that are free,
then ${(((photo?.storedBytes ?? 0) * 1000 * 0.015) / 1e9).toFixed(3)} dollars a month for each 1,000.

A backup reads each row once: ${formatNumber(large.backupRows)} rows with ${formatNumber(large.articles)} articles, ${formatShare(large.backupRows / 5e6)} of the free plan's day.

## Where the limits are, and what to do

${writeTable(
  ["limit", "what happens", "what to do"],
  [
    ["100,000 requests a day (free)", "every page fails until 07:00", "the paid plan"],
    ["10 ms of CPU time (free)", "the acts above that do not fit may fail", "the paid plan"],
    [
      "5 million rows read a day (free)",
      "every query fails until 07:00",
      "`ROWS_PER_HOUR` keeps searches to 60 % of it; open the newsroom's list of articles less often; the paid plan",
    ],
    [
      "100,000 rows written a day (free)",
      "nothing can be saved until 07:00",
      "`VIEW_SAMPLING` of 10 or 100; the paid plan",
    ],
    [
      "50 queries of D1 in one run (free)",
      `the clock's ${acts["cron, empty outbox"]?.queries ?? 0} fit; in a run with many purges the last works wait a minute`,
      "nothing; the paid plan allows 1,000",
    ],
    [
      "500 MB of database (free), 10 GB (paid)",
      "nothing can be saved",
      "the paid plan; beyond 10 GB a second site for the archive",
    ],
    [
      "5,000 transformations a month (free)",
      "new photos have no smaller variants",
      "the paid plan of Images",
    ],
    [
      "5 purges a minute for an account",
      "a purge waits in the outbox and is repeated; readers see the old page for minutes",
      "publish less at once; one account for each site",
    ],
    [
      "1 million requests to objects (paid)",
      "each further million costs 0.15 dollars",
      "`VIEW_SAMPLING`",
    ],
  ],
)}

\`/healthz?sau=1\` and the newsroom's page of the same check show today's use of these limits.

## Prices

${writeTable(
  ["what", "free plan", "included in the paid plan", "then, dollars", "source"],
  quantities.map((quantity) => {
    const { name, free, paid, source } = prices[quantity] as (typeof prices)["requests"];
    return [
      name,
      describeFree(free),
      formatNumber(paid.included),
      `${paid.dollars} for ${formatNumber(paid.unit)}`,
      source,
    ];
  }),
)}

The paid plan of Workers is ${paidPlan} dollars a month. R2 must be switched on with a card on both plans; what goes beyond its free part is billed on both.
`;
}

/** What R2 costs, which is billed on the free plan, too; or the limit of another service that the month is furthest beyond. */
function describeFreePlan(month: Record<Quantity, number>): string {
  const limited = quantities.filter((quantity) => !billedOnFree.includes(quantity));
  const [worst = "requests"] = limited.toSorted(
    (one, other) => computeFreeShare(other, month[other]) - computeFreeShare(one, month[one]),
  );
  const share = computeFreeShare(worst, month[worst]);
  if (share > 1) return `no: ${prices[worst].name} ${formatShare(share)}`;
  const dollars = billedOnFree.reduce((sum, one) => sum + computePrice(one, month[one]), 0);
  return `yes, $${dollars.toFixed(2)} for R2`;
}

function describeUse(quantity: Quantity, amount: number): string {
  const share = computeFreeShare(quantity, amount);
  const dollars = computePrice(quantity, amount);
  const parts = [
    ...(share === 0 ? [] : [formatShare(share)]),
    ...(dollars < 0.005 ? [] : [`$${dollars.toFixed(2)}`]),
  ];
  return `${formatNumber(amount)}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`;
}

function describeFree({ day, month }: { day?: number; month?: number }): string {
  if (day !== undefined) return `${formatNumber(day)} a day`;
  return month === undefined ? "" : formatNumber(month);
}

function describeFit({ cpu, firstCpu }: ActFigures): string {
  if (cpu > freeCpu) return "**no**";
  return firstCpu > freeCpu ? "not the first time" : "yes";
}

function describeHash(acts: Record<string, ActFigures>): string {
  const signIn = acts["sign-in by password"];
  return `${Math.round((signIn?.cpu ?? 0) + (signIn?.objectCpu ?? 0))} ms`;
}

function formatShare(share: number): string {
  return share < 0.01 ? "< 1 %" : `${Math.round(share * 100)} %`;
}

function formatNumber(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** A Markdown table as the formatter writes it. */
function writeTable(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
