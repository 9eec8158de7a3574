import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare, NoOpLog } from "miniflare";
import { buildWorker } from "../scripts/build-worker.ts";
import { readWorkerConfig } from "../scripts/start/worker-config.ts";
import { judge } from "./sizes.ts";
import { computeMedian } from "./speed.ts";
import type { CheckRequest } from "./workers/check-request.ts";

/** The most time that soát bài may take for an article of `length` words, ms. */
const goal = 5;
const length = 3000;

const rounds = 9;

/** Checks in one request: so many that the time of the request itself hardly counts. */
const times = 40;

const demo = "demo/articles";

/** Prints how long soát bài takes for a long article in workerd: the time of requests with checks minus that of requests without. */
export async function printChecks(): Promise<void> {
  const { article, words } = await makeLongArticle();
  const { address, stop } = await serveChecks();
  try {
    for (let round = 0; round < 3; round += 1) await measureTime(address, article, times);
    const samples = [];
    for (let round = 0; round < rounds; round += 1) {
      const none = await measureTime(address, article, 0);
      const all = await measureTime(address, article, times);
      samples.push((all - none) / times);
    }
    const middle = computeMedian(samples);
    console.log(
      `\nSoát bài in workerd: ${middle.toFixed(2)} ms for an article of ${words.toLocaleString("en")} words, median of` +
        ` ${rounds} rounds, ${Math.min(...samples).toFixed(2)}–${Math.max(...samples).toFixed(2)}` +
        ` (goal: under ${goal} ms) ${judge(middle < goal)}`,
    );
  } finally {
    await stop();
  }
}

/** The texts of the demo, joined to one article. */
async function makeLongArticle(): Promise<{ article: Omit<CheckRequest, "times">; words: number }> {
  const paragraphs: string[] = [];
  let words = 0;
  for (const file of (await readdir(demo)).toSorted()) {
    const [, , ...body] = (await readFile(join(demo, file), "utf8")).split(/^---$/m);
    for (const paragraph of body
      .join("---")
      .trim()
      .split(/\n{2,}/)) {
      if (words >= length) break;
      paragraphs.push(paragraph);
      words += paragraph.split(/\s+/).length;
    }
  }
  const article = {
    title: "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng nhiệm vụ năm 2021",
    lede: "Ngày 28/01/2021, Đảng bộ Sở Khoa học và Công nghệ tổ chức Hội nghị Tổng kết công tác xây dựng Đảng năm 2020.",
    body: paragraphs.join("\n\n"),
    section: "xay-dung-dang",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    leadPhoto: null,
    kind: "article" as const,
    tags: ["xây dựng Đảng"],
    documents: [],
    files: new Map(),
    knownLabels: [],
    handbook: [],
    publishedTitles: ["Phương hướng nhiệm vụ năm 2021", "Tổng kết công tác Đảng năm 2019"],
    normalised: [],
  };
  return { article: { article, today: "2021-01-28T10:05:00+07:00" }, words };
}

async function serveChecks(): Promise<{ address: string; stop: () => Promise<void> }> {
  const [{ compatibilityDate }, contents] = await Promise.all([
    readWorkerConfig(),
    buildWorker("bench/workers/check-worker.ts"),
  ]);
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      unsafeObservability: false,
      log: new NoOpLog(),
      workers: [
        {
          name: "check",
          compatibilityDate,
          modules: [{ type: "ESModule", path: "worker.js", contents }],
          unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
        },
      ],
    }),
  );
  await miniflare.ready;
  const { origin } = await miniflare.unsafeGetDirectURL("check");
  return { address: origin, stop: () => miniflare.dispose() };
}

/** The time of one request that checks the article this many times, ms. */
async function measureTime(
  address: string,
  article: Omit<CheckRequest, "times">,
  checks: number,
): Promise<number> {
  const body = JSON.stringify({ ...article, times: checks } satisfies CheckRequest);
  const begun = performance.now();
  const response = await fetch(address, { method: "POST", body });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${answer}`);
  return performance.now() - begun;
}

if (import.meta.main) await printChecks();
