import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoSite } from "./support/demo-setup.ts";
import type { DemoSite } from "./support/demo-setup.ts";
import { articleWithTable, referenceArticle } from "./support/page-types.ts";
import { useBrowser } from "./support/use-browser.ts";
import { openContext, visit } from "./support/visit.ts";

let site: DemoSite;
let browser: Browser;
let folder: string;

useBrowser(demoSite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ban-tin-file-"));
});

afterAll(() => rm(folder, { recursive: true }));

test("a printed article has its text and photos, and no controls", async () => {
  const { page } = await visit(browser, site.address + referenceArticle, {});
  await page.emulateMedia({ media: "print" });
  for (const name of [".share", ".tools", ".theme", ".search", ".sections", ".related"]) {
    expect(await page.locator(name).first().isVisible(), name).toBe(false);
  }
  for (const name of ["h1", ".article-lede", ".lead-photo img", ".article-body p", ".byline"]) {
    expect(await page.locator(name).first().isVisible(), name).toBe(true);
  }
  await page.context().close();
});

test("the print view loads every photo, and shows its address as a QR code of 3 cm", async () => {
  const { page } = await visit(browser, `${site.address}${referenceArticle}/ban-in`, {});
  await page.emulateMedia({ media: "print" });
  const widths = await page.evaluate(() => [...document.images].map((one) => one.naturalWidth));
  expect(widths.length).toBeGreaterThan(4);
  expect(Math.min(...widths)).toBeGreaterThan(0);
  const code = await page.getByRole("img", { name: "Mã QR" }).boundingBox();
  expect(code?.width).toBeGreaterThan(110);
  expect(code?.width).toBe(code?.height);
  expect(await page.getByText("Trở lại bài viết").isVisible()).toBe(false);
  await page.context().close();
});

test.each(["", "/ban-in"])("a wide table is printed whole (%s)", async (view) => {
  // The width of A4 within its margins.
  const viewport = { width: 718, height: 1000 };
  const { page } = await visit(browser, site.address + articleWithTable + view, { viewport });
  await page.emulateMedia({ media: "print" });
  const right = await page.locator("table").evaluate((table) => {
    for (const row of table.querySelectorAll("tr")) {
      const cell = row.lastElementChild;
      for (let n = 0; n < 12; n++) row.append(cell?.cloneNode(true) ?? "");
    }
    const last = table.querySelector("tr :last-child")?.getBoundingClientRect().right ?? Infinity;
    const frame = table.parentElement;
    const isCut = frame === null || getComputedStyle(frame).overflowX !== "visible";
    return isCut ? Infinity : last;
  });
  await page.context().close();
  expect(right).toBeLessThanOrEqual(viewport.width);
});

test("a downloaded article shows everything without a network", async () => {
  const answer = await fetch(`${site.address}${referenceArticle}/tai-ve`);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="tong-ket-/);
  const file = join(folder, "bai-viet.html");
  await writeFile(file, await answer.text());
  const context = await openContext(browser, { offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).protocol));
  await page.goto(pathToFileURL(file).href);
  const widths = await page.evaluate(() =>
    Promise.all([...document.images].map((one) => one.decode().then(() => one.naturalWidth))),
  );
  expect(widths.length).toBeGreaterThan(4);
  expect(Math.min(...widths)).toBeGreaterThan(0);
  expect(asked.filter((protocol) => protocol !== "file:" && protocol !== "data:")).toEqual([]);
  expect(await page.locator("h1").innerText()).toMatch(/^Tổng kết công tác xây dựng Đảng/);
  expect(await page.locator("body").evaluate((one) => getComputedStyle(one).maxWidth)).not.toBe(
    "none",
  );
  await context.close();
});
