import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import {
  cursorRead,
  readBody,
  editable,
  editorScript,
  openEditor,
  putCursor,
  tool,
} from "./support/editor-page.ts";
import { useBrowser } from "./support/use-browser.ts";

let browser: Browser;
let script: string;

useBrowser(editorScript, (opened) => ([script, browser] = opened));

async function open(body: string): Promise<Page> {
  return (await openEditor(browser, script, body)).page;
}

function photo(page: Page, id: string) {
  return page.locator(`[data-photo="${id}"]`);
}

const two = "trên\n\n![A](photo:a)\n\n![B](photo:b)\n\ndưới";

describe("a photo in the text", () => {
  test("gets its alt text and caption in its own fields", async () => {
    const page = await open("![](photo:a)");
    const alt = photo(page, "a").getByLabel("Mô tả ảnh");
    expect(await alt.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByText("Ảnh chưa có mô tả.").isVisible()).toBe(true);
    await alt.click();
    await page.keyboard.type('Toàn cảnh [hội trường] "lớn"');
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type('Ông "A" & bà B');
    expect(await readBody(page)).toBe(
      '![Toàn cảnh \\[hội trường\\] "lớn"](photo:a "Ông \\"A\\" & bà B")',
    );
    expect(await alt.getAttribute("aria-invalid")).toBe("false");
    expect(await page.getByText("Ảnh chưa có mô tả.").isVisible()).toBe(false);
  });

  test("moves by its buttons and keeps the focus", async () => {
    const page = await open(two);
    await photo(page, "b").getByRole("button", { name: "Chuyển ảnh lên" }).click();
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\n![A](photo:a)\n\ndưới");
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(focused).toBe("Chuyển ảnh lên");
    await page.keyboard.press("Enter");
    expect(await readBody(page)).toBe("![B](photo:b)\n\ntrên\n\n![A](photo:a)\n\ndưới");
  });

  test("moves by keyboard", async () => {
    const page = await open(two);
    await putCursor(photo(page, "a").locator("img"));
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\ndưới\n\n![A](photo:a)");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(two);
  });

  test("moves by drag and drop", async () => {
    const page = await open(two);
    const below = page.getByText("dưới", { exact: true });
    const box = await below.boundingBox();
    await photo(page, "a")
      .locator("img")
      .dragTo(below, { targetPosition: { x: 200, y: (box?.height ?? 20) - 2 } });
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\ndưới\n\n![A](photo:a)");
  });

  test("joins its neighbour in a gallery, changes places there, and leaves it", async () => {
    const page = await open(two);
    await photo(page, "b").getByRole("button", { name: "Ghép với ảnh bên cạnh" }).click();
    expect(await readBody(page)).toBe("trên\n\n![A](photo:a)\n![B](photo:b)\n\ndưới");
    await photo(page, "b").getByRole("button", { name: "Chuyển ảnh lên" }).click();
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n![A](photo:a)\n\ndưới");
    await photo(page, "b").getByRole("button", { name: "Tách khỏi chùm ảnh" }).click();
    expect(await readBody(page)).toBe("trên\n\n![A](photo:a)\n\n![B](photo:b)\n\ndưới");
  });

  test("is removed from the text, and comes back by undo", async () => {
    const page = await open(two);
    await photo(page, "a").getByRole("button", { name: "Bỏ ảnh khỏi bài" }).click();
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\ndưới");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(two);
  });

  test("is inserted after the block with the cursor", async () => {
    const page = await open("trên\n\ndưới");
    await putCursor(page.getByText("trên", { exact: true }));
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      tool(page, "Chèn ảnh").click(),
    ]);
    await chooser.setFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") });
    expect(await page.evaluate(() => window.files)).toEqual(["x.jpg"]);
    await page.evaluate(() => {
      window.editor.removePhoto("x.jpg");
      window.editor.insertPhotos([
        { id: "a", alt: "A", caption: "C" },
        { id: "b", alt: "B", caption: null },
      ]);
    });
    expect(await readBody(page)).toBe('trên\n\n![A](photo:a "C")\n\n![B](photo:b)\n\ndưới');
  });
});

describe("a table", () => {
  test("is made and filled by keyboard", async () => {
    const page = await open("");
    await putCursor(editable(page));
    await tool(page, "Bảng").click();
    expect(await axeFaults(page)).toEqual([]);
    for (const word of ["Đơn vị", "Số", "Ghi chú", "Xã A", "1|2"]) {
      await page.keyboard.type(word);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("7");
    expect(await readBody(page)).toBe(
      "| Đơn vị | Số | Ghi chú |\n| --- | --- | --- |\n| Xã A | 1\\|2 |  |\n|  | 7 |  |",
    );
  });

  test("at the top gets a paragraph above it when ArrowUp is pressed", async () => {
    const page = await open("| a |\n| --- |\n| b |");
    await putCursor(page.getByRole("columnheader", { name: "a" }));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("trên");
    expect(await readBody(page)).toBe("trên\n\n| a |\n| --- |\n| b |");
  });

  test("gets and loses rows and columns", async () => {
    const page = await open("| a | b |\n| --- | --: |\n| c | d |");
    await putCursor(page.getByRole("cell", { name: "d" }));
    await tool(page, "Thêm cột trái").click();
    await putCursor(page.getByRole("cell", { name: "d" }));
    await tool(page, "Thêm hàng dưới").click();
    await page.keyboard.type("e");
    expect(await readBody(page)).toBe(
      "| a |  | b |\n| --- | --- | --: |\n| c |  | d |\n| e |  |  |",
    );
    await putCursor(page.getByRole("columnheader", { name: "a" }));
    await tool(page, "Xóa hàng").click();
    await tool(page, "Xóa cột").click();
    expect(await readBody(page)).toBe("|  | d |\n| --- | --: |\n|  |  |");
    await tool(page, "Xóa bảng").click();
    expect(await readBody(page)).toBe("");
  });

  test("keeps its cells when several are emptied", async () => {
    const page = await open("| a | b |\n| --- | --- |\n| cc | dd |");
    const from = await page.getByRole("cell", { name: "cc" }).boundingBox();
    const to = await page.getByRole("cell", { name: "dd" }).boundingBox();
    await page.mouse.move((from?.x ?? 0) + 4, (from?.y ?? 0) + 12);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 12, { steps: 5 });
    await page.mouse.up();
    await cursorRead(page);
    await page.keyboard.press("Delete");
    expect(await readBody(page)).toBe("| a | b |\n| --- | --- |\n|  |  |");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("| a | b |\n| --- | --- |\n| cc | dd |");
  });
});
