import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  waitForCursor,
  readBody,
  editable,
  paste,
  putCursor,
  useEditor,
} from "./support/editor-page.ts";

const openEditor = useEditor();

/** An editor with the cursor at the end of its last line of text. */
async function open(body: string): Promise<Page> {
  const { page } = await openEditor(body);
  await putCursor(editable(page));
  await page.keyboard.press("Control+End");
  return page;
}

describe("a sign at the start of a line", () => {
  test.each([
    ["## Một", "## Một", "\\## Một"],
    ["### Một", "### Một", "\\### Một"],
    ["- Một", "- Một", "\\- Một"],
    ["* Một", "- Một", "\\* Một"],
    ["1. Một", "1. Một", "1\\. Một"],
    ["> Một", "> Một", "\\> Một"],
  ])(
    "%j becomes its block, and Backspace right after takes that back",
    async (typed, block, plain) => {
      const page = await open("");
      await page.keyboard.type(typed);
      expect(await readBody(page)).toBe(block);
      await page.context().close();
      const other = await open("Trên");
      await other.keyboard.press("Enter");
      const [sign = "", word = ""] = typed.split(" ");
      await other.keyboard.type(`${sign} `);
      await other.keyboard.press("Backspace");
      await other.keyboard.type(word);
      expect(await readBody(other)).toBe(`Trên\n\n${plain}`);
      await other.context().close();
    },
  );

  test("continues the list before it", async () => {
    const page = await open("- Một");
    await putCursor(page.getByRole("listitem"));
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- hai");
    expect(await readBody(page)).toBe("- Một\n- hai");
    await page.context().close();
  });

  test.each([
    ["a table cell", "| a |\n| --- |\n| b |", "td", "## ", "| a |\n| --- |\n| ## b |"],
    ["a list", "- Một\n- hai", "li:last-child", "1. ", "- Một\n- 1\\. hai"],
    ["a heading", "## Một", "h2", "- ", "## - Một"],
  ])("stays as typed in %s", async (_, body, place, typed, expected) => {
    const page = await open(body);
    await putCursor(editable(page).locator(place).first());
    await page.keyboard.press("Home");
    await waitForCursor(page);
    await page.keyboard.type(typed);
    expect(await readBody(page)).toBe(expected);
    await page.context().close();
  });

  test("stays as typed in code", async () => {
    const page = await open("```\nmã\n```");
    await putCursor(page.locator("pre").first());
    await page.keyboard.press("End");
    await waitForCursor(page);
    await page.keyboard.type(" https://example.vn ");
    expect(await readBody(page)).toContain("https://example.vn");
    expect(await page.locator(".ProseMirror a").count()).toBe(0);
    await page.context().close();
  });
});

describe("an address", () => {
  const href = (page: Page): Promise<string | null> =>
    editable(page).locator("a").first().getAttribute("href");

  test("becomes a link with the space or the line end behind it", async () => {
    const page = await open("");
    await page.keyboard.type("Xem https://example.vn/tin, ");
    expect(await href(page)).toBe("https://example.vn/tin");
    await page.keyboard.type("và www.example.vn");
    await page.keyboard.press("Enter");
    await page.keyboard.type("hết");
    expect(await editable(page).locator("a").last().getAttribute("href")).toBe(
      "https://www.example.vn",
    );
    expect(await editable(page).locator("p").last().textContent()).toBe("hết");
    await page.context().close();
  });

  test("loses its link by Backspace right after, and keeps its letters", async () => {
    const page = await open("");
    await page.keyboard.type("https://example.vn/tin ");
    await page.keyboard.press("Backspace");
    expect(await editable(page).locator("a").count()).toBe(0);
    expect(await editable(page).textContent()).toBe("https://example.vn/tin ");
    await page.context().close();
  });

  test("is linked when it is pasted, and links selected words", async () => {
    const page = await open("");
    await paste(page, { "text/plain": "https://example.vn/a" });
    expect(await href(page)).toBe("https://example.vn/a");
    await page.keyboard.press("Backspace");
    expect(await editable(page).locator("a").count()).toBe(0);
    expect(await editable(page).textContent()).toBe("https://example.vn/a");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("ở đây");
    await page.keyboard.press("Shift+Home");
    await waitForCursor(page);
    await paste(page, { "text/plain": "https://example.vn/b" });
    expect(await readBody(page)).toBe("[ở đây](https://example.vn/b)");
    await page.context().close();
  });
});

test("Ctrl+K right after Shift+End links the words, before the browser reports the selection", async () => {
  const { page } = await openEditor("Một hai ba");
  await putCursor(editable(page));
  await page.keyboard.press("Home");
  await waitForCursor(page);
  await editable(page).evaluate((text) => {
    getSelection()?.modify("extend", "forward", "lineboundary");
    const key = { key: "k", code: "KeyK", keyCode: 75, ctrlKey: true };
    text.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
  });
  await page.getByLabel("Địa chỉ liên kết").fill("https://example.vn");
  await page.keyboard.press("Enter");
  expect(await readBody(page)).toBe("[Một hai ba](https://example.vn)");
  await page.context().close();
});
