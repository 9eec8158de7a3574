import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { openNewForm } from "./support/form-page.ts";
import { sidewaysFaults } from "./support/layout-faults.ts";
import { signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(() => site.hire("reporter", 1));

async function open(width: number, height: number): Promise<Page> {
  const viewport = { width, height };
  const { page } = await signIn(browser, site.address, "reporter-0", { viewport });
  await openNewForm(page, site);
  return page;
}

async function measureBox(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not shown`);
  return box;
}

describe.each([1100, 1280])("at %i px", (width) => {
  test("the panel stands beside the text and stays in view", async () => {
    const page = await open(width, 900);
    await page.locator(".ProseMirror").click();
    for (let line = 0; line < 60; line++) await page.keyboard.insertText(`dòng ${line}\n`);
    await page.keyboard.press("Control+End");
    const [text, panel] = [
      await measureBox(page, ".form-text"),
      await measureBox(page, ".form-side"),
    ];
    expect(panel.x).toBeGreaterThan(text.x + text.width);
    expect(panel.y).toBeGreaterThanOrEqual(0);
    const section = await measureBox(page, "[name=section]");
    expect(section.y + section.height).toBeLessThan((await measureBox(page, ".form-bar")).y);
    expect(await sidewaysFaults(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});

test("at 1099 px and on a phone the parts follow the text, with the section before the photos", async () => {
  for (const width of [1099, 360]) {
    const page = await open(width, 740);
    const order = [
      "[name=body] + *, .ProseMirror",
      "[name=section]",
      "[name=photos]",
      "#anh-dai-dien",
    ];
    const tops = await page.evaluate(
      (selectors) =>
        selectors.map((one) => document.querySelector(one)?.getBoundingClientRect().top ?? 0),
      order,
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(await sidewaysFaults(page)).toEqual([]);
    await page.context().close();
  }
});

test("a closed part stays closed when the form is opened again", async () => {
  const page = await open(1280, 900);
  const part = page.locator("#anh-dai-dien");
  await part.locator("summary").click();
  await page.locator("#anh-dai-dien:not([open])").waitFor();
  await openNewForm(page, site);
  await page.locator("#anh-dai-dien:not([open])").waitFor();
  expect(await page.locator("#thong-tin").getAttribute("open")).toBe("");
  await part.locator("summary").click();
  await openNewForm(page, site);
  await page.locator("#anh-dai-dien[open]").waitFor();
  await page.context().close();
});

test("without script every part opens and closes", async () => {
  const { page } = await signIn(browser, site.address, "reporter-0", { javaScriptEnabled: false });
  await page.goto(`${site.address}/toa-soan/bai/moi`);
  await page.locator("#thong-tin summary").click();
  await page.locator("[name=section]").waitFor({ state: "hidden" });
  await page.locator("#thong-tin summary").click();
  await page.locator("[name=section]").waitFor();
  await page.context().close();
});

test("Tab follows the reading order: the text, then the panel from top to bottom, then the bar", async () => {
  const page = await open(1280, 900);
  await page.locator("[name=title]").focus();
  const names = ["title", "lede", "section", "genre", "byline.authors", "tags", "photos"];
  const seen: string[] = [];
  for (let step = 0; step < 60 && seen.at(-1) !== "submit"; step++) {
    const name = await page.evaluate(() => {
      const active = document.activeElement;
      return active instanceof HTMLButtonElement ? active.value : active?.getAttribute("name");
    });
    if (name !== null && name !== undefined && [...names, "save", "submit"].includes(name)) {
      seen.push(name);
    }
    await page.keyboard.press("Tab");
  }
  expect(seen).toEqual([...names, "save", "submit"]);
  await page.context().close();
});
