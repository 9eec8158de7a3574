import type { BenchServer } from "./bench-server.ts";
import { pages } from "./pages.ts";
import { growTo } from "./seed-store.ts";
import { judge } from "./sizes.ts";

/** Prints the round trips and rows that each page reads from D1 when it is rendered, for each number of published articles. */
export async function printReading(server: BenchServer, totals: number[]): Promise<void> {
  const header = totals.map((total) => `rows read of ${total.toLocaleString("en")}`.padStart(20));
  console.log(`\nD1 for each uncached page\n             round trips${header.join("")}`);
  const usages = [];
  for (const total of totals) {
    await growTo(server.database, total);
    usages.push(await measurePages(server));
  }
  for (const name of Object.keys(pages)) {
    const ofTotals = usages.map((usage) => usage[name] ?? { roundTrips: 0, rowsRead: 0 });
    const roundTrips = Math.max(...ofTotals.map((usage) => usage.roundTrips));
    const rows = ofTotals.map((usage) => usage.rowsRead);
    const met = roundTrips === 1 && new Set(rows).size === 1;
    console.log(
      `  ${name.padEnd(10)}${String(roundTrips).padStart(12)}` +
        `${rows.map((one) => String(one).padStart(20)).join("")}   ${judge(met)}`,
    );
  }
}

async function measurePages({
  origins,
}: BenchServer): Promise<Record<string, { roundTrips: number; rowsRead: number }>> {
  const usage = await Promise.all(
    Object.entries(pages).map(async ([name, path]) => {
      const { headers, status } = await fetch(origins.metered + path);
      if (status !== 200) throw new Error(`${path}: ${status}`);
      const roundTrips = Number(headers.get("x-d1-round-trips"));
      return [name, { roundTrips, rowsRead: Number(headers.get("x-d1-rows-read")) }];
    }),
  );
  return Object.fromEntries(usage);
}
