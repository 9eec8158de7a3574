import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import {
  waitForCursor,
  readBody,
  editable,
  putCursor,
  tool,
  useEditor,
} from "./support/editor-page.ts";

const openEditor = useEditor();

async function open(body: string): Promise<Page> {
  return (await openEditor(body)).page;
}

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
    await waitForCursor(page);
    await page.keyboard.press("Delete");
    expect(await readBody(page)).toBe("| a | b |\n| --- | --- |\n|  |  |");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("| a | b |\n| --- | --- |\n| cc | dd |");
  });
});
