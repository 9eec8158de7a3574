import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { readBody, editable, putCursor, tool, useEditor } from "./support/editor-page.ts";

const article = `Đoạn mở đầu **đậm**.

## Đề mục

![Toàn cảnh](photo:a "Chú thích")

![](photo:b)

| Đơn vị | Số |
| --- | --: |
| Xã A | 12 |

- một
- hai

Câu cuối.
`;

const openEditor = useEditor();

async function open(body: string): Promise<Page> {
  const { page } = await openEditor(body);
  return page;
}

/** Opens an empty editor with the cursor in it. */
async function openEmpty(): Promise<Page> {
  const page = await open("");
  await putCursor(editable(page));
  return page;
}

describe("the editor", () => {
  test.each([360, 1280])("has no fault that axe knows, at %i pixels", async (width) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const viewport = { width, height: 800 };
      const { page, faults } = await openEditor(article, {
        viewport,
        colorScheme,
      });
      await page.getByRole("cell").first().click();
      await tool(page, "Liên kết").click();
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  test("leaves an unedited body unchanged", async () => {
    const page = await open(article);
    expect(await readBody(page)).toBe(article);
  });

  test("leaves every other block as it was when one is edited", async () => {
    const page = await open(article.replace("- một\n- hai", "* một\n* hai"));
    await putCursor(page.getByText("Câu cuối.", { exact: true }));
    await page.keyboard.press("End");
    await page.keyboard.type(" Thêm.");
    expect(await readBody(page)).toBe(
      article.replace("- một\n- hai", "* một\n* hai").replace("Câu cuối.", "Câu cuối. Thêm."),
    );
  });

  test("takes the shortcuts of Word", async () => {
    const page = await openEmpty();
    await page.keyboard.type("thường ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("đậm");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" ");
    await page.keyboard.press("Control+i");
    await page.keyboard.type("nghiêng");
    expect(await readBody(page)).toBe("thường **đậm** *nghiêng*");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    const undone = await readBody(page);
    expect(undone.length).toBeLessThan(20);
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+y");
    expect(await readBody(page)).toBe("thường **đậm** *nghiêng*");
  });

  test("makes headings, lists and quotations by its buttons", async () => {
    const page = await openEmpty();
    await tool(page, "Đề mục").click();
    await page.keyboard.type("Một");
    await page.keyboard.press("Enter");
    await tool(page, "Danh sách").click();
    await page.keyboard.type("a");
    await page.keyboard.press("Enter");
    await page.keyboard.type("b");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await tool(page, "Trích dẫn").click();
    await page.keyboard.type("lời");
    expect(await readBody(page)).toBe("## Một\n\n- a\n  - b\n\n> lời");
    expect(await tool(page, "Trích dẫn").getAttribute("aria-pressed")).toBe("true");
  });

  test("joins the lines of a heading", async () => {
    const page = await openEmpty();
    await page.keyboard.type("một");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("hai");
    expect(await readBody(page)).toBe("một\\\nhai");
    await page.keyboard.press("Control+Alt+2");
    expect(await readBody(page)).toBe("## một hai");
  });

  test("lets Tab leave the editor outside tables and lists", async () => {
    const page = await openEmpty();
    await page.keyboard.press("Tab");
    expect(await editable(page).evaluate((dom) => dom === document.activeElement)).toBe(false);
  });

  test("moves the focus in its toolbar with the arrow keys", async () => {
    const page = await openEmpty();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Nghiêng",
    );
    await page.keyboard.press("Enter");
    await page.keyboard.type("chữ");
    expect(await readBody(page)).toBe("*chữ*");
  });

  test("keeps the focus in the text when somebody clicks beside the tools", async () => {
    const page = await openEmpty();
    const tools = page.getByRole("toolbar").first();
    await tools.click({ position: { x: 2, y: 2 } });
    await page.keyboard.type("chữ");
    expect(await readBody(page)).toBe("chữ");
    // Firefox stops at it by Tab otherwise. The test machine has Chromium only.
    expect(await tools.getAttribute("tabindex")).toBe("-1");
  });

  test("shows the Markdown, and takes what is typed there", async () => {
    const page = await open("một");
    await tool(page, "Markdown").click();
    await page.locator("#body").fill("## hai\n\n```\nmã\n```");
    await tool(page, "Markdown").click();
    await expect.poll(() => editable(page).getByRole("heading").textContent()).toBe("hai");
    expect(await readBody(page)).toBe("## hai\n\n```\nmã\n```");
  });

  test("takes photos that are uploaded while the Markdown is shown", async () => {
    const page = await open("một\n\nhai");
    await tool(page, "Markdown").click();
    await page.evaluate(() => {
      const body = document.querySelector<HTMLTextAreaElement>("#body");
      window.editor.onChange(() => body?.dispatchEvent(new Event("input")));
      body?.setSelectionRange(1, 1);
      window.editor.insertPhotos([{ id: "x", alt: "A", caption: null }]);
      body?.setRangeText("!", 0, 0);
      window.editor.storePhoto("x", "a");
    });
    expect(await readBody(page)).toBe("!một\n\n![A](photo:a)\n\nhai");
    await tool(page, "Markdown").click();
    expect(await readBody(page)).toBe("!một\n\n![A](photo:a)\n\nhai");
  });

  test("reports each change once", async () => {
    const page = await openEmpty();
    await page.keyboard.type("ab");
    expect(await page.evaluate(() => window.changes)).toBe(2);
  });
});
