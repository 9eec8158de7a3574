import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { createArticle, uploadPhoto, type DemoCaller } from "../scripts/start/demo-api.ts";
import { addAccounts, addSections } from "../scripts/start/demo-store.ts";
import { openSite } from "../scripts/start/open-site.ts";
import { articleFormPath, signInPath } from "../src/addresses/newsroom.ts";
import { launchChromium } from "../test/browser/support/visit.ts";
import { unusedPort } from "../test/process/start-process.ts";
import { judge } from "./sizes.ts";

/** The article that is typed into. */
const wordCount = 2000;
const photoCount = 10;
const findingCount = 20;

/** How much slower the browser runs than on this machine. */
const throttling = 6;

/** How long 95 of 100 keys may keep the page busy, in ms. */
const goal = 50;

/** Keys in a row, the pause between two of them, and the longer pause after each word, in ms. */
const keyCount = 120;
const keyPause = 120;
const wordPause = 700;

const reporter = {
  role: "reporter",
  username: "reporter",
  password: "only for this bench",
  token: `bt_reporter_${"x".repeat(32)}`,
} as const;

const state = await mkdtemp(join(tmpdir(), "ban-tin-typing-"));
const port = await unusedPort();
const { address, worker, secrets } = await openSite({ port, state, demo: false, help: false });
const browser = await launchChromium();
try {
  await addSections(worker.database, [{ slug: "tin-tuc", name: "Tin tức" }]);
  await addAccounts(worker.database, [reporter], secrets["TOKEN_KEY"] ?? "");
  const plain = await measure(false);
  const marked = await measure(true);
  console.log(
    `Typing into ${wordCount} words and ${photoCount} photos, ${throttling} times slower: 95th percentile\n` +
      `  without findings ${plain.toFixed(0)} ms, with ${findingCount} findings ${marked.toFixed(0)} ms, ratio ${(marked / plain).toFixed(2)}` +
      ` (goal: at most ${goal} ms) ${judge(marked <= goal)}`,
  );
} finally {
  await browser.close();
  await worker.stop();
  await rm(state, { recursive: true, force: true });
}

/** Opens such an article in the form, types into it, and returns the 95th percentile of the time that a key takes, in ms. */
async function measure(hasFindings: boolean): Promise<number> {
  const { id } = await enterArticle({ address, token: reporter.token }, hasFindings);
  const page = await openForm(browser, articleFormPath(id));
  const expected = hasFindings ? findingCount : 0;
  await page.waitForFunction(
    (count) => document.querySelectorAll(".editor-text .editor-finding").length === count,
    expected,
  );
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: throttling });
  const times = await typeKeys(page, debug);
  await page.context().close();
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

async function enterArticle(caller: DemoCaller, hasFindings: boolean): Promise<{ id: string }> {
  const names = (await readdir("demo/photos")).filter((name) => name.endsWith(".jpg"));
  const ids: string[] = [];
  for (const name of names.slice(0, photoCount)) {
    ids.push(await uploadPhoto(caller, await readFile(join("demo/photos", name))));
  }
  const article = {
    title: `Bài dài ${hasFindings ? "có" : "không có"} điều cần xem`,
    lede: "Bài này dùng để đo tốc độ gõ chữ.",
    body: writeBody(ids, hasFindings),
    section: "tin-tuc",
    byline: { authors: ["Thế Bằng"], unit: "" },
  };
  const request = { key: crypto.randomUUID(), article: JSON.stringify(article), submit: false };
  return createArticle(caller, request);
}

/** Paragraphs of 50 words. A finding is a double space in one of the first paragraphs. */
function writeBody(photos: readonly string[], hasFindings: boolean): string {
  const words = "lúa ngô khoai sắn cam quýt chè bưởi mía lạc".split(" ");
  const paragraphs = Array.from({ length: wordCount / 50 }, (_, number) => {
    const text = Array.from({ length: 49 }, (_word, at) => words[(number * 7 + at * 3) % 10]);
    const gap = hasFindings && number < findingCount ? "  " : " ";
    const photo = number % 4 === 0 ? photos[number / 4] : undefined;
    const block = `Bà con trồng${gap}${text.slice(3).join(" ")} số.`;
    return photo === undefined
      ? block
      : `${block}\n\n![Cánh đồng số ${number} nhìn từ trên cao](photo:${photo})`;
  });
  return paragraphs.join("\n\n");
}

async function openForm(owner: Browser, path: string): Promise<Page> {
  const context = await owner.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address + signInPath);
  await page.fill("[name=username]", reporter.username);
  await page.fill("[name=password]", reporter.password);
  await page.click("main button[type=submit]");
  await page.waitForURL((url) => url.pathname !== signInPath);
  await page.goto(address + path);
  await page.locator(".ProseMirror").waitFor();
  return page;
}

/** Types in the middle of the text, and returns how long each key keeps the page busy until the next key, in ms. */
async function typeKeys(page: Page, debug: CDPSession): Promise<number[]> {
  await page.locator(".editor-text > p").nth(20).click();
  await page.keyboard.press("End");
  await page.waitForTimeout(2000);
  // The time of the page's own thread: other programs on the machine do not count.
  await debug.send("Performance.enable", { timeDomain: "threadTicks" });
  const times: number[] = [];
  for (let key = 0; key < keyCount; key++) {
    const isSpace = key % 6 === 5;
    const before = await readBusyTime(debug);
    await page.keyboard.press(isSpace ? "Space" : "a");
    await page.waitForTimeout(isSpace ? wordPause : keyPause);
    times.push((await readBusyTime(debug)) - before);
  }
  return times;
}

/** How long the page's thread has been busy since it started, in ms. */
async function readBusyTime(debug: CDPSession): Promise<number> {
  const { metrics } = await debug.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}
