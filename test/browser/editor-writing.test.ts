import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  waitForCursor,
  readBody,
  editable,
  paste,
  putCursor,
  tool,
  useEditor,
} from "./support/editor-page.ts";

const openEditor = useEditor();

/** An editor with the cursor at the end of its first block. */
async function open(body: string): Promise<Page> {
  const { page } = await openEditor(body);
  await putCursor(editable(page).locator("p").first());
  await page.keyboard.press("End");
  return page;
}

describe("an input method", () => {
  test("composes Vietnamese next to marks and findings", async () => {
    const page = await open("Xin **chao**");
    const keyboard = await page.context().newCDPSession(page);
    await page.keyboard.type(" ");
    for (const composed of ["T", "Ti", "Tiê", "Tiên", "Tiếng"]) {
      await keyboard.send("Input.imeSetComposition", {
        text: composed,
        selectionStart: composed.length,
        selectionEnd: composed.length,
      });
      await page.evaluate(() => {
        window.editor.markdown();
        window.editor.showFindings([]);
      });
    }
    await keyboard.send("Input.insertText", { text: "Tiếng" });
    await page.keyboard.type(" Việt");
    expect(await readBody(page)).toMatch(/^Xin \*\*chao( Tiếng Việt)?\*\*( Tiếng Việt)?$/);
  });

  test("replaces letters that it typed before, as Unikey does", async () => {
    const page = await open("");
    const keyboard = await page.context().newCDPSession(page);
    await page.keyboard.type("chuw");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await keyboard.send("Input.insertText", { text: "ư" });
    await keyboard.send("Input.insertText", { text: "ơng" });
    expect(await readBody(page)).toBe("chương");
  });
});

describe("pasted content", () => {
  test("as plain text becomes paragraphs in NFC", async () => {
    const page = await open("");
    await paste(page, { "text/plain": "Tiếng Việt\r\n\r\nđoạn * hai\n# ba".normalize("NFD") });
    expect(await readBody(page)).toBe("Tiếng Việt\n\nđoạn * hai\n\n\\# ba");
  });

  test("into a table cell becomes one line", async () => {
    const page = await open("chữ\n\n| a |\n| --- |\n| b |");
    await putCursor(page.getByRole("cell", { name: "b" }));
    await page.keyboard.press("End");
    await paste(page, { "text/plain": " một\nhai" });
    await page.evaluate(() => window.editor.insertMarkdown("- ba\n- **bốn**"));
    expect(await readBody(page)).toBe("chữ\n\n| a |\n| --- |\n| b một haiba **bốn** |");
  });

  test("with formats is first offered to the intake", async () => {
    const page = await open("chữ");
    await paste(page, { "text/html": "<p>intake</p>", "text/plain": "intake" });
    await paste(page, { "text/html": "<p>và <b>đậm</b><script>x()</script></p>" });
    await expect.poll(() => readBody(page)).toBe("chữvà **đậm**");
    expect(await page.evaluate(() => window.pasted.length)).toBe(2);
  });

  test("or dropped from another window goes to the intake, at the place of the drop", async () => {
    const page = await open("đầu\n\ncuối");
    const box = await page.locator("[contenteditable] p").first().boundingBox();
    const place = { clientX: (box?.x ?? 0) + (box?.width ?? 0) - 2, clientY: (box?.y ?? 0) + 5 };
    await page.evaluate((at) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/html", "<p>và <b>đậm</b></p>");
      const drop = new DragEvent("drop", { dataTransfer, ...at, bubbles: true, cancelable: true });
      document.querySelector("[contenteditable]")?.dispatchEvent(drop);
    }, place);
    await expect.poll(() => readBody(page)).toBe("đầuvà **đậm**\n\ncuối");
    expect(await page.evaluate(() => window.pasted.length)).toBe(1);
  });

  test("as photos goes to the form in its order, and each gets its id in its place", async () => {
    const page = await open("trên\n\ndưới");
    await paste(page, {}, ["1.jpg", "2.jpg"]);
    expect(await page.evaluate(() => window.files)).toEqual(["1.jpg", "2.jpg"]);
    await page.keyboard.type(" mới");
    await page.evaluate(() => window.editor.storePhoto("2.jpg", "b"));
    await page.evaluate(() => window.editor.storePhoto("1.jpg", "a"));
    const photos = "![](photo:a)\n\n![](photo:b)";
    expect(await readBody(page)).toBe(`trên mới\n\n${photos}\n\ndưới`);
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(`trên\n\n${photos}\n\ndưới`);
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("trên\n\ndưới");
    await page.keyboard.press("Control+y");
    expect(await readBody(page)).toBe(`trên\n\n${photos}\n\ndưới`);
  });

  test("as a photo that was removed before it was stored comes back with its id", async () => {
    const page = await open("trên");
    await paste(page, {}, ["1.jpg"]);
    const photo = page.locator("[data-photo='1.jpg']");
    await photo.getByRole("button", { name: "Bỏ ảnh khỏi bài" }).click();
    await page.evaluate(() => window.editor.storePhoto("1.jpg", "a"));
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("trên\n\n![](photo:a)");
  });

  test("as a photo whose words are typed while it is stored keeps the cursor in them", async () => {
    const page = await open("trên");
    await paste(page, {}, ["1.jpg"]);
    await page.locator("[data-photo='1.jpg']").getByLabel("Mô tả ảnh").click();
    await page.keyboard.type("Cầu ");
    await page.evaluate(() => window.editor.storePhoto("1.jpg", "a"));
    await page.keyboard.type("mới");
    expect(await readBody(page)).toBe("trên\n\n![Cầu mới](photo:a)");
  });
});

describe("a link", () => {
  test("is set and taken away by keyboard", async () => {
    const page = await open("xem đây");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await waitForCursor(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("javascript:x()");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("https://");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("example.vn/tin");
    await page.keyboard.press("Enter");
    expect(await readBody(page)).toBe("xem [đây](https://example.vn/tin)");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+k");
    expect(await page.getByLabel("Địa chỉ liên kết").inputValue()).toBe("https://example.vn/tin");
    await tool(page, "Bỏ liên kết").click();
    expect(await readBody(page)).toBe("xem đây");
  });
});

describe("findings", () => {
  const finding = (body: string, marked: string, suggestion: string | null) => ({
    rule: "x",
    severity: "warn" as const,
    where: {
      field: "body",
      start: body.indexOf(marked),
      end: body.indexOf(marked) + marked.length,
    },
    message: "Hai dấu cách",
    suggestion,
  });

  test("are marked, selected and corrected at their words, even after the text has moved", async () => {
    const body = '**Một**  hai ba.\n\n![Ảnh  một](photo:a "Chú  thích")';
    const page = await open(body);
    await page.evaluate(() => window.editor.markdown());
    await page.keyboard.press("Home");
    await page.keyboard.type("Và ");
    const findings = [finding(body, "  hai", " hai"), finding(body, "ú  t", "ú t")];
    await page.evaluate((all) => window.editor.showFindings(all), findings);
    await expect.poll(() => page.locator(".editor-finding").allTextContents()).toContain("  hai");
    expect(await page.evaluate(() => window.editor.focusFinding(0))).toBe(true);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("  hai");
    expect(await page.evaluate(() => window.editor.applySuggestion(0))).toBe(true);
    expect(await page.evaluate(() => window.editor.applySuggestion(1))).toBe(true);
    expect(await page.evaluate(() => window.editor.applySuggestion(1))).toBe(false);
    expect(await readBody(page)).toBe('**Và Một** hai ba.\n\n![Ảnh  một](photo:a "Chú thích")');
  });
});

describe("Markdown from elsewhere", () => {
  test("is inserted after a list that cannot contain it", async () => {
    const page = await open("- một\n\nhai");
    await page.evaluate(() => window.editor.insertMarkdown("## ba\n\n![A](photo:a)"));
    expect(await readBody(page)).toBe("- một\n\n## ba\n\n![A](photo:a)\n\nhai");
    await paste(page, { "text/html": "<table><tr><td>x</td></tr></table>" });
    await expect
      .poll(() => readBody(page))
      .toBe("- một\n\n| x |\n| --- |\n\n## ba\n\n![A](photo:a)\n\nhai");
  });

  test("is inserted at the cursor, or replaces the whole body", async () => {
    const page = await open("một");
    await page.evaluate(() => window.editor.insertMarkdown(" **hai**"));
    expect(await readBody(page)).toBe("một **hai**");
    await page.evaluate(() => window.editor.insertMarkdown("ba\n\n- bốn\n\n| a |\n| --- |\n| b |"));
    expect(await readBody(page)).toContain("| a |\n| --- |\n| b |");
    await page.evaluate(() => window.editor.setMarkdown("# Mới\n\n* x\n"));
    expect(await readBody(page)).toBe("# Mới\n\n* x\n");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toContain("một **hai**");
  });
});
