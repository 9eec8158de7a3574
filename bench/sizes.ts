import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildWorker } from "../scripts/build-worker.ts";
import type { BenchServer } from "./bench-server.ts";
import { pages } from "./pages.ts";

const kilobyte = 1000;

/** Prints the compressed sizes of the Worker and of the pages, which bring their CSS with them. */
export async function printSizes({ origins }: BenchServer): Promise<void> {
  const worker = gzipSync(await buildWorker()).length;
  console.log(`\nSizes`);
  console.log(
    `  Worker, gzip: ${inKilobytes(worker)} (goal: under 100 KB) ${verdict(worker < 100 * kilobyte)}`,
  );
  for (const [name, path] of Object.entries(pages)) {
    const body = await (await fetch(origins.uncached + path)).bytes();
    const gzip = gzipSync(body).length;
    const brotli = brotliCompressSync(body).length;
    const goal = name === "article" ? ` (goal: under 14 KB) ${verdict(gzip < 14 * kilobyte)}` : "";
    console.log(
      `  ${name}: ${inKilobytes(body.length)}, gzip ${inKilobytes(gzip)}, brotli ${inKilobytes(brotli)}${goal}`,
    );
  }
}

function inKilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1)} KB`;
}

/** How a figure stands to its goal. */
export function verdict(met: boolean): string {
  return met ? "met" : "MISSED";
}
