import type { Browser, CDPSession, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { newArticlePath } from "../../src/addresses/newsroom.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  await site.hire("reporter", 1);
});

type HeldForm = {
  page: Page;
  debug: CDPSession;
  /** Lets the editor's script arrive. */
  release: () => void;
};

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

const longText = Array.from({ length: 60 }, (_, n) => `Đoạn thứ ${n} của một bài dài.`).join(
  "\n\n",
);

/** A new form on a slow computer. Its plain body field has this text, and the editor's script has not arrived. */
async function openHeld(body: string, viewport = { width: 1280, height: 900 }): Promise<HeldForm> {
  const { page } = await signIn(browser, site.address, "reporter-0", { viewport });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/js/editor-*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(site.address + newArticlePath);
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.locator("[name=body]").fill(body);
  return { page, debug, release };
}

function editorText(page: Page) {
  return page.locator(".ProseMirror");
}

function readBody(page: Page): Promise<string> {
  return page.locator("[name=body]").inputValue();
}

async function waitForEditor(page: Page): Promise<void> {
  await editorText(page).waitFor();
}

async function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => element === document.activeElement);
}

/** Puts the cursor of the plain field behind a word. */
async function putCursorBehind(page: Page, word: string): Promise<void> {
  await page.locator("[name=body]").evaluate((field, wanted) => {
    if (!(field instanceof HTMLTextAreaElement)) return;
    const at = field.value.indexOf(wanted) + wanted.length;
    field.focus();
    field.setSelectionRange(at, at);
  }, word);
}

/** Presses a key until the body is this text. Each press must change the body. */
async function pressUntil(page: Page, key: string, wanted: string): Promise<void> {
  for (;;) {
    const before = await readBody(page);
    if (before === wanted) return;
    await page.keyboard.press(key);
    await expect.poll(() => readBody(page)).not.toBe(before);
  }
}

describe("when the editor arrives", () => {
  test("no letter typed meanwhile is lost, doubled or moved", async () => {
    const { page, release } = await openHeld("");
    const text = "Thành phố Huế, sáng nay có mưa và gió nhẹ ".repeat(4);
    await page.locator("[name=body]").focus();
    for (const [at, letter] of [...text].entries()) {
      if (at === 30) release();
      await page.keyboard.type(letter);
    }
    await waitForEditor(page);
    await page.keyboard.type("hết.");
    await expect.poll(() => readBody(page)).toBe(`${text}hết.`);
    expect(await isFocused(page, ".ProseMirror")).toBe(true);
    await page.context().close();
  });

  test("Telex typed by real keys, with Backspace, gives the same words", async () => {
    const { page, debug, release } = await openHeld("");
    await page.locator("[name=body]").focus();
    const typeWord = async (): Promise<void> => {
      await page.keyboard.type("chuw");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Backspace");
      await debug.send("Input.insertText", { text: "ư" });
      await page.keyboard.type("ow");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Backspace");
      await debug.send("Input.insertText", { text: "ơng" });
      await page.keyboard.press("Space");
    };
    for (let count = 0; count < 3; count++) await typeWord();
    release();
    for (let count = 0; count < 6; count++) await typeWord();
    await waitForEditor(page);
    await typeWord();
    await page.keyboard.type("x");
    await expect.poll(() => readBody(page)).toBe(`${"chương ".repeat(10)}x`);
    await page.context().close();
  });

  test("a word that is being composed is finished first", async () => {
    const { page, debug, release } = await openHeld("");
    await page.locator("[name=body]").focus();
    await page.keyboard.type("Xin ");
    const compose = (text: string): Promise<unknown> =>
      debug.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose("Ti");
    const arrived = page.waitForResponse(/\/js\/editor-/);
    release();
    await arrived;
    for (const composed of ["Tie", "Tiê", "Tiêng", "Tiếng"]) await compose(composed);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await editorText(page).count()).toBe(0);
    await debug.send("Input.insertText", { text: "Tiếng" });
    await page.keyboard.type(" Việt");
    await waitForEditor(page);
    await page.keyboard.type(" Nam");
    await expect.poll(() => readBody(page)).toBe("Xin Tiếng Việt Nam");
    await page.context().close();
  });

  test.each([
    ["Một ", "Một "],
    ["Một\n\n", "Một\n\n"],
    ["Một\n", "Một\\\n"],
    ["- Một\n- ", "- Một\n- "],
    ["**Một**.\n\n> Hai ", "**Một**.\n\n> Hai "],
    ["## Một\n\n", "## Một\n\n"],
  ])("the text goes on where it stopped: after %j", async (text, before) => {
    const { page, release } = await openHeld(text);
    await page.locator("[name=body]").focus();
    await page.keyboard.press("Control+End");
    release();
    await waitForEditor(page);
    await page.keyboard.type("hai");
    await expect.poll(() => readBody(page)).toBe(`${before}hai`);
    await page.context().close();
  });

  test.each(sizes)("the cursor stays at its word and its height at $width px", async (size) => {
    const { page, release } = await openHeld(longText, size);
    await putCursorBehind(page, "Đoạn thứ 30");
    await page.keyboard.type("0");
    const box = await page.locator("[name=body]").boundingBox();
    release();
    await waitForEditor(page);
    await page.keyboard.type("!");
    await expect.poll(() => readBody(page)).toContain("Đoạn thứ 300! của");
    const line = editorText(page).getByText("Đoạn thứ 300!");
    const height = (await line.boundingBox())?.y ?? 0;
    const lineHeight = 30;
    expect(height).toBeGreaterThan((box?.y ?? 0) - lineHeight);
    expect(height).toBeLessThan(size.height);
    await page.context().close();
  });

  test("a selection stays selected, in its direction", async () => {
    const { page, release } = await openHeld("Một **hai** ba.\n\n- bốn\n- năm");
    await page.locator("[name=body]").evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      const at = field.value.indexOf("ba");
      field.setSelectionRange(at, field.value.indexOf("bốn") + 3, "backward");
    });
    release();
    await waitForEditor(page);
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^ba\.\s+bốn$/);
    await page.keyboard.press("Shift+ArrowLeft");
    await expect
      .poll(() => page.evaluate(() => getSelection()?.toString()))
      .toMatch(/^ ba\.\s+bốn$/);
    expect(await readBody(page)).toBe("Một **hai** ba.\n\n- bốn\n- năm");
    await page.context().close();
  });

  test("it waits while the mouse selects", async () => {
    const { page, release } = await openHeld(longText);
    const box = await page.locator("[name=body]").boundingBox();
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 30);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 30);
    const arrived = page.waitForResponse(/\/js\/editor-/);
    release();
    await arrived;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await editorText(page).count()).toBe(0);
    await page.mouse.up();
    await waitForEditor(page);
    await page.context().close();
  });

  test.each(sizes)("the focus and the view stay in another field at $width px", async (size) => {
    const { page, release } = await openHeld(longText, size);
    await page.locator("[name=tags]").focus();
    await page.keyboard.type("chuyển đổi ");
    const before = await page.locator("[name=tags]").boundingBox();
    release();
    await page.keyboard.type("số ");
    await waitForEditor(page);
    await page.keyboard.type("hôm nay");
    expect(await page.locator("[name=tags]").inputValue()).toBe("chuyển đổi số hôm nay");
    expect(await isFocused(page, "[name=tags]")).toBe(true);
    const after = await page.locator("[name=tags]").boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    await page.context().close();
  });

  test("what is read without a cursor stays in view", async () => {
    const { page, release } = await openHeld(longText);
    await page.locator("[name=title]").focus();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const shown = await page.locator("[name=body]").evaluate((field: HTMLTextAreaElement) => {
      scrollTo(0, field.getBoundingClientRect().top + scrollY - 100);
      field.scrollTop = field.scrollHeight / 2;
      return innerHeight;
    });
    release();
    await waitForEditor(page);
    const top = (await editorText(page).getByText("Đoạn thứ 34 ").boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(shown);
    await page.context().close();
  });

  test("a page that was only opened stays at its top", async () => {
    const photos = Array.from({ length: 6 }, (_, n) => `![Ảnh](photo:${n})`).join("\n\n");
    const { page, release } = await openHeld(`Đầu.\n\n${photos}\n\nCuối.`);
    await page.locator("[name=body]").blur();
    await page.evaluate(() => scrollTo(0, 0));
    release();
    await waitForEditor(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.context().close();
  });

  test("undo takes back what was typed before, and never the text that was there", async () => {
    const { page, release } = await openHeld("");
    await page.locator("[name=body]").focus();
    const text = "Trước khi có trình soạn. Sau đó.";
    await page.keyboard.type(text.slice(0, 24));
    release();
    await waitForEditor(page);
    await page.keyboard.type(text.slice(24));
    await expect.poll(() => readBody(page)).toBe(text);
    // A slow computer pauses within the text, so that more than one undo takes it back.
    await pressUntil(page, "Control+z", "");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("");
    await pressUntil(page, "Control+y", text);
    await page.context().close();
  });
});
