import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../scripts/start/migration-store.ts";
import { openSecrets } from "../scripts/start/secrets.ts";
import { localBindings, readLocalSettings } from "../scripts/start/settings.ts";
import { openStateFolder } from "../scripts/start/state-folder.ts";
import { readWorkerConfig } from "../scripts/start/worker-config.ts";
import { serveBench } from "./bench-server.ts";
import { fillArchive } from "./search-archive.ts";
import { judge } from "./sizes.ts";

/** The most time that one search may take in D1, ms. */
const goal = 50;

const rounds = 7;

const longText =
  "ứng dụng công nghệ thông tin vào quản lý sản xuất nông nghiệp của các xã vùng cao";

/** Searches that cause different work, each with its description. */
const searches: Record<string, Record<string, string>> = {
  "common word": { q: "đường" },
  "the same, without marks": { q: "duong" },
  "the same, newest first": { q: "đường", "sap-xep": "moi" },
  "the same, in one section": { q: "đường", "chuyen-muc": "xay-dung-dang" },
  "the same, in one month": { q: "đường", tu: "2011-03-01", den: "2011-03-31" },
  "word of nearly every article": { q: "và" },
  "rare word": { q: "B1234" },
  "word that nobody wrote": { q: "zzyzx" },
  "spelling that nobody wrote": { q: "dưỡng" },
  "two common words": { q: "khoa học" },
  "two common words, without marks": { q: "khoa hoc" },
  "two common words, rarely neighbours": { q: "của có" },
  "three words": { q: "chuyển đổi số" },
  phrase: { q: '"chuyển đổi số"' },
  "rare phrase of common words": { q: '"của có"' },
  "unfinished word": { q: "tong k" },
  "one letter": { q: "t" },
  "long text": { q: longText },
};

const total = Number(process.argv[2] ?? 100_000);
const state = await openStateFolder(await mkdtemp(join(tmpdir(), "ban-tin-search-")));
try {
  const config = await readWorkerConfig();
  const secrets = await openSecrets(state, config.secrets);
  const bindings = { ...readLocalSettings(config, 8787, secrets), ...secrets, ...localBindings };
  const empty = await serveBench(config, bindings, state.resources);
  await migrate(empty.database, config.migrations);
  await empty.stop();
  const bytes = await fillArchive(state.resources, total);
  console.log(`\nIndex: ${(bytes / total / 1000).toFixed(1)} KB an article`);
  const server = await serveBench(config, bindings, state.resources);
  try {
    await printSearches(server.origins.metered);
  } finally {
    await server.stop();
  }
} finally {
  await rm(state.path, { recursive: true });
}

async function printSearches(origin: string): Promise<void> {
  console.log(`\nSearch among ${total.toLocaleString("en")} articles: median of ${rounds}`);
  console.log(`${"".padEnd(38)}found     D1 ms   rows read   round trips`);
  for (const [name, query] of Object.entries(searches)) {
    const first = await measure(origin, `/tim-kiem?${new URLSearchParams(query)}`);
    console.log(formatRow(name, first));
    if (name === "common word" && first.next !== null) {
      console.log(formatRow("  its second page", await measure(origin, first.next)));
    }
  }
}

type Figures = {
  found: string;
  milliseconds: number;
  rowsRead: number;
  roundTrips: number;
  /** Address of the next page. */
  next: string | null;
};

async function measure(origin: string, path: string): Promise<Figures> {
  const times: number[] = [];
  for (let round = 1; ; round++) {
    const response = await fetch(new URL(path, origin));
    const html = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    times.push(Number(response.headers.get("x-d1-milliseconds")));
    if (round < rounds) continue;
    return {
      found: /Tìm thấy (hơn )?([\d.]+)/.exec(html)?.slice(1).join("").replace("hơn ", ">") ?? "0",
      milliseconds: times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN,
      rowsRead: Number(response.headers.get("x-d1-rows-read")),
      roundTrips: Number(response.headers.get("x-d1-round-trips")),
      next: /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? null,
    };
  }
}

function formatRow(name: string, { found, milliseconds, rowsRead, roundTrips }: Figures): string {
  return (
    `  ${name.padEnd(36)}${found.padStart(5)}${milliseconds.toFixed(1).padStart(10)}${String(rowsRead).padStart(12)}` +
    `${String(roundTrips).padStart(14)}   ${judge(milliseconds <= goal && roundTrips === 1)}`
  );
}
