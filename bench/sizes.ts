import { readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { manifestFile } from "../scripts/build-client.ts";
import { buildWorker, maxWorkerSize } from "../scripts/build-worker.ts";
import type { BenchServer } from "./bench-server.ts";
import { pages } from "./pages.ts";

const kilobyte = 1000;

/** The largest size of each page, gzip, in kB. */
const maxPages: Partial<Record<string, number>> = { article: 14, front: 20 };

/** The largest size of the script of a page, gzip, in bytes: see docs/decisions/006. */
const scriptGoal = 4096;

/** Prints the compressed sizes of the Worker, of the scripts for browsers, and of the pages with their inlined CSS. */
export async function printSizes({ origins }: BenchServer): Promise<void> {
  const worker = gzipSync(await buildWorker()).length;
  console.log(`\nSizes`);
  console.log(
    `  Worker, gzip: ${formatKilobytes(worker)} (goal: at most ${formatKilobytes(maxWorkerSize)}) ${judge(worker <= maxWorkerSize)}`,
  );
  await printScripts(origins.cached);
  for (const [name, path] of Object.entries(pages)) {
    const body = await (await fetch(origins.uncached + path)).bytes();
    const gzip = gzipSync(body).length;
    const brotli = brotliCompressSync(body).length;
    const max = maxPages[name];
    const goal =
      max === undefined ? "" : ` (goal: at most ${max} KB) ${judge(gzip <= max * kilobyte)}`;
    console.log(
      `  ${name}: ${formatKilobytes(body.length)}, gzip ${formatKilobytes(gzip)}, brotli ${formatKilobytes(brotli)}${goal}`,
    );
  }
}

/** Prints the size of each script that a page names, without the parts that it loads later. */
async function printScripts(origin: string): Promise<void> {
  const { js } = JSON.parse(await readFile(manifestFile, "utf8")) as { js: Record<string, string> };
  for (const [name, path] of Object.entries(js)) {
    const gzip = gzipSync(await (await fetch(origin + path)).bytes()).length;
    const goal = name === "reading" ? ` (goal: at most 4.1 KB) ${judge(gzip <= scriptGoal)}` : "";
    console.log(`  script ${name}, gzip: ${formatKilobytes(gzip)}${goal}`);
  }
}

function formatKilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1)} KB`;
}

/** Whether a figure meets its goal, as a word. */
export function judge(met: boolean): string {
  return met ? "met" : "MISSED";
}
