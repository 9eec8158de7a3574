import { readFileSync, existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { openDemoAccounts } from "../scripts/start/demo-accounts.ts";
import { articlesPath, passkeySignInPath, signInPath } from "../src/addresses/newsroom.ts";
import { openBenchSite } from "./bench-site.ts";

/*
 * `node bench/strangers.ts`: what somebody without an account can make the site do. Prints, for each attack, the bytes that
 * came back, the time, the longest that the cached front page took meanwhile, and the memory of the runtime.
 */

const { state, server } = await openBenchSite();
const site = server.origins.cached;
const ours = { origin: site, "sec-fetch-site": "same-origin" };
try {
  await (await fetch(site)).bytes();
  console.log(
    "attack                                     out, KB  time, ms  page waits, ms  memory, MB",
  );
  for (const path of [articlesPath, `${articlesPath}/x/sua`, signInPath, passkeySignInPath]) {
    await measure(`4 MB of a& to ${path}`, () => post(path, "a&".repeat(2_000_000)));
    await measure(`64 KB of a& to ${path}`, () => post(path, "a&".repeat(32_000)));
  }
  await measure("40 sign-ins at once", async () => {
    const each = Array.from({ length: 40 }, (_, n) =>
      post(signInPath, `username=ai-do-${n}&password=sai`, `198.18.0.${n}`),
    );
    return (await Promise.all(each)).reduce((sum, one) => sum + one, 0);
  });
  const photo = await publishLargePhoto();
  await measure("60 slow readers of a photo of 14.5 MB", () => readSlowly(photo, 60));
} finally {
  await server.stop();
  await rm(state.path, { recursive: true });
}

async function post(path: string, body: string, from = "198.18.1.1"): Promise<number> {
  const type = "application/x-www-form-urlencoded";
  const headers = { ...ours, "content-type": type, "cf-connecting-ip": from };
  const answer = await fetch(site + path, { method: "POST", headers, body });
  return (await answer.bytes()).byteLength;
}

async function measure(attack: string, run: () => Promise<number>): Promise<void> {
  const watch = { isOver: false, longest: 0, memory: 0 };
  const watching = askForFrontPage(watch);
  const begun = performance.now();
  const out = await run();
  const time = performance.now() - begun;
  watch.isOver = true;
  await watching;
  const figures = [out / 1000, time, watch.longest, watch.memory];
  const widths = [9, 10, 16, 12];
  console.log(
    attack.padEnd(42) + figures.map((n, at) => n.toFixed(0).padStart(widths[at] ?? 0)).join(""),
  );
}

async function askForFrontPage(watch: {
  isOver: boolean;
  longest: number;
  memory: number;
}): Promise<void> {
  while (!watch.isOver) {
    const begun = performance.now();
    await (await fetch(site)).bytes();
    watch.longest = Math.max(watch.longest, performance.now() - begun);
    watch.memory = Math.max(watch.memory, readMemory(server.runtime));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Memory of a process, in MB; not a number where there is no /proc. */
function readMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? Number.NaN) / 1000;
}

/** Opens a photo many times and reads none of it for three seconds. Returns the bytes that came. */
async function readSlowly(path: string, readers: number): Promise<number> {
  const answers = await Promise.all(Array.from({ length: readers }, () => fetch(site + path)));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  let out = 0;
  for (const answer of answers) {
    for await (const chunk of answer.body ?? []) out += chunk.byteLength;
  }
  return out;
}

/** Publishes an article with a photo that does not compress; returns the path of the upload. */
async function publishLargePhoto(): Promise<string> {
  const accounts = await openDemoAccounts(state);
  const send = async (role: string, method: string, path: string, body: FormData | object) => {
    const token = accounts.find((one) => one.role === role)?.token ?? "";
    const isForm = body instanceof FormData;
    const headers = new Headers({ authorization: `Bearer ${token}` });
    if (!isForm) headers.set("content-type", "application/json");
    const init = { method, headers, body: isForm ? body : JSON.stringify(body) };
    const answer = await fetch(`${site}/api${path}`, init);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const form = new FormData();
  form.set("file", new File([makeNoisePng(2200)], "lon.png", { type: "image/png" }));
  const photo = await send("reporter", "POST", "/photos", form);
  const { id } = await send("reporter", "POST", "/articles?submit=true", {
    title: "Bài có ảnh lớn",
    lede: "Một ảnh lớn.",
    body: `Một đoạn.\n\n![Nhiễu](photo:${photo.id})`,
    section: "chuyen-doi-so",
    byline: { authors: ["Thu Trang"], unit: "Tòa soạn" },
  });
  await send("editor", "PUT", `/articles/${id}/publication`, {});
  return `/anh/${photo.id}/goc.png`;
}

/** A square PNG of random pixels. */
function makeNoisePng(side: number): Uint8Array<ArrayBuffer> {
  const row = 1 + 3 * side;
  const pixels = new Uint8Array(side * row);
  for (let at = 0; at < pixels.length; at += 65_536) {
    crypto.getRandomValues(pixels.subarray(at, at + 65_536));
  }
  for (let y = 0; y < side; y++) pixels[y * row] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(pixels, { level: 0 });
  return Buffer.concat([
    signature,
    makeChunk("IHDR", header),
    makeChunk("IDAT", data),
    makeChunk("IEND", Buffer.alloc(0)),
  ]);
}

function makeChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
