import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import {
  waitForCursor,
  readBody,
  editable,
  putCursor,
  tool,
  useEditor,
} from "./support/editor-page.ts";

const openEditor = useEditor();

const article = `đầu

![A](photo:a)

![B](photo:b)

- một
- hai

| a | b |
| --- | --- |
| c | d |

cuối`;

/** The same article after " mới" was typed at the end of its first paragraph. */
const typed = article.replace("đầu", "đầu mới");

/** Types into the first paragraph, and does not wait: what comes next comes within the pause that ends a group. */
async function openAndType(): Promise<Page> {
  const { page } = await openEditor(article);
  await putCursor(editable(page).locator("p").first());
  await page.keyboard.press("End");
  await page.keyboard.type(" mới");
  return page;
}

function photo(page: Page, id: string): Locator {
  return page.locator(`[data-photo="${id}"]`);
}

/** Through a field, because two clicks in a row would be a double click. */
async function selectPhoto(page: Page, id: string): Promise<void> {
  await photo(page, id).getByLabel("Chú thích").press("Escape");
}

function photoButton(id: string, name: string) {
  return (page: Page): Promise<void> =>
    photo(page, id).getByRole("button", { name, exact: true }).click();
}

function isEditorFocused(page: Page): Promise<boolean> {
  return editable(page).evaluate((dom) => dom === document.activeElement);
}

/** Puts the cursor into a word by script: a click and its pause would end the group of the text typed before. */
async function select(page: Page, word: string): Promise<void> {
  await page.evaluate((text) => {
    const root = document.querySelector(".ProseMirror");
    const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.textContent === text) getSelection()?.collapse(walker.currentNode, 1);
    }
  }, word);
  await waitForCursor(page);
}

const acts: [name: string, act: (page: Page) => Promise<void>][] = [
  ["a photo is moved up", photoButton("b", "Chuyển ảnh lên")],
  ["a photo is moved down", photoButton("a", "Chuyển ảnh xuống")],
  ["photos are joined", photoButton("b", "Ghép với ảnh bên cạnh")],
  ["a photo is removed", photoButton("a", "Bỏ ảnh khỏi bài")],
  ["the toolbar makes a heading", (page) => tool(page, "Đề mục").click()],
  ["the keyboard makes a heading", (page) => page.keyboard.press("Control+Alt+2")],
  ["the toolbar makes a list", (page) => tool(page, "Danh sách").click()],
  ["the keyboard makes a list", (page) => page.keyboard.press("Control+Shift+8")],
  ["the toolbar makes a quotation", (page) => tool(page, "Trích dẫn").click()],
  ["a table is inserted", (page) => tool(page, "Bảng").click()],
  ["a photo is inserted", (page) => insertPhoto(page)],
  [
    "a paragraph is split",
    async (page) => {
      await page.keyboard.press("ArrowLeft");
      await waitForCursor(page);
      await page.keyboard.press("Enter");
    },
  ],
  [
    "a list item is split",
    async (page) => {
      await select(page, "hai");
      await page.keyboard.press("Enter");
    },
  ],
  [
    "a table row is added",
    async (page) => {
      await select(page, "d");
      await tool(page, "Thêm hàng dưới").click();
    },
  ],
  [
    "a table column is deleted",
    async (page) => {
      await select(page, "d");
      await tool(page, "Xóa cột").click();
    },
  ],
];

function insertPhoto(page: Page): Promise<void> {
  return page.evaluate(() => window.editor.insertPhotos([{ id: "x", alt: "X", caption: null }]));
}

describe("right after text was typed and", () => {
  test.each(acts)("%s, Ctrl+Z undoes only that", async (_, act) => {
    const page = await openAndType();
    await act(page);
    expect(await readBody(page)).not.toBe(typed);
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(typed);
    expect(await isEditorFocused(page)).toBe(true);
    await page.keyboard.press("Control+y");
    expect(await readBody(page)).not.toBe(typed);
    await page.context().close();
  });

  test.each(acts)("%s, Shift+Command+Z as a Mac sends it never undoes that", async (_, act) => {
    const page = await openAndType();
    await act(page);
    const done = await readBody(page);
    await page.evaluate(() => {
      // A Mac sends a small letter while Command is held.
      const keys = { key: "z", keyCode: 90, shiftKey: true, ctrlKey: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", keys));
    });
    expect(await readBody(page)).toBe(done);
    await page.context().close();
  });

  test.each(acts)("%s, the toolbar undoes only that", async (_, act) => {
    const page = await openAndType();
    await act(page);
    await tool(page, "Hoàn tác").first().click();
    expect(await readBody(page)).toBe(typed);
    expect(await isEditorFocused(page)).toBe(true);
    await tool(page, "Hoàn tác").first().click();
    expect(await readBody(page)).toBe(article);
    await page.context().close();
  });
});

describe("Ctrl+Z", () => {
  test("leaves alone what was typed in another place", async () => {
    const page = await openAndType();
    await select(page, "cuối");
    await page.keyboard.press("End");
    await page.keyboard.type(" cùng");
    expect(await readBody(page)).toBe(typed.replace("cuối", "cuối cùng"));
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(typed);
  });

  test("leaves alone what an input method composed in another place", async () => {
    const { page } = await openEditor("đầu\n\ncuối");
    const keyboard = await page.context().newCDPSession(page);
    const compose = async (word: string): Promise<void> => {
      await putCursor(page.getByText(word, { exact: true }));
      await page.keyboard.press("End");
      for (const text of ["T", "Ti", "Tiế"]) {
        await keyboard.send("Input.imeSetComposition", {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await keyboard.send("Input.insertText", { text: "Tiế" });
      // The history begins a new step after half a second, by the clock of the page.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
    };
    await compose("đầu");
    await compose("cuối");
    expect(await readBody(page)).toBe("đầuTiế\n\ncuốiTiế");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("đầuTiế\n\ncuối");
  });

  test("in a photo's field takes back the text that was typed there, and stays", async () => {
    const { page } = await openEditor(article);
    const caption = photo(page, "a").getByLabel("Chú thích");
    await caption.click();
    await page.keyboard.type("Hội nghị");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(article);
    expect(await caption.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press("Control+y");
    expect(await caption.inputValue()).toBe("Hội nghị");
  });

  test("in a photo's field takes back the move that was made there", async () => {
    const { page } = await openEditor(article);
    await photo(page, "a").getByLabel("Chú thích").click();
    await page.keyboard.type("Hội nghị");
    const before = await readBody(page);
    await page.keyboard.press("Alt+ArrowDown");
    expect(await readBody(page)).not.toBe(before);
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(before);
    expect(await isEditorFocused(page)).toBe(true);
  });

  test("takes back a suggestion, and not the text that was typed before it", async () => {
    const { page } = await openEditor("hai  ba");
    await putCursor(editable(page).locator("p").first());
    await page.keyboard.press("End");
    await page.keyboard.type(" x");
    await page.evaluate(() => {
      window.editor.markdown();
      window.editor.showFindings([
        {
          rule: "x",
          severity: "warn",
          where: { field: "body", start: 3, end: 9 },
          message: "x",
          suggestion: " ba",
        },
      ]);
      window.editor.applySuggestion(0);
    });
    expect(await readBody(page)).toBe("hai ba");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe("hai  ba x");
  });
});

describe("a photo that is removed", () => {
  test("comes back by the button of the notice", async () => {
    const page = await openAndType();
    await photoButton("a", "Bỏ ảnh khỏi bài")(page);
    const notice = page.getByRole("status").filter({ hasText: "Đã bỏ ảnh" });
    await notice.getByRole("button", { name: "Hoàn tác" }).click();
    expect(await readBody(page)).toBe(typed);
    expect(await isEditorFocused(page)).toBe(true);
    expect(await notice.count()).toBe(0);
  });

  test("has no notice any more after the next change", async () => {
    const page = await openAndType();
    await photoButton("a", "Bỏ ảnh khỏi bài")(page);
    await page.keyboard.type("x");
    expect(await page.getByText("Đã bỏ ảnh").count()).toBe(0);
  });
});

describe("a photo that is selected", () => {
  test("and the place between two photos: undo takes back what was typed there, at once", async () => {
    const photos = "![A](photo:a)\n\n![B](photo:b)";
    const { page } = await openEditor(photos);
    for (const key of ["Shift", "ArrowDown"]) {
      await selectPhoto(page, "a");
      await page.keyboard.press(key);
      await page.keyboard.type("gõ ở đây");
      expect(await readBody(page)).toBe("![A](photo:a)\n\ngõ ở đây\n\n![B](photo:b)");
      await page.keyboard.press("Control+z");
      expect(await readBody(page)).toBe(photos);
    }
  });

  test("stays when text is typed, pasted or composed", async () => {
    const { page } = await openEditor("![A](photo:a)");
    const keyboard = await page.context().newCDPSession(page);
    await selectPhoto(page, "a");
    await page.keyboard.type("gõ");
    expect(await readBody(page)).toBe("![A](photo:a)\n\ngõ");
    await selectPhoto(page, "a");
    await page.evaluate(() => window.editor.insertMarkdown("dán"));
    expect(await readBody(page)).toBe("![A](photo:a)\n\ndán\n\ngõ");
    await selectPhoto(page, "a");
    await keyboard.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key: "Process",
      windowsVirtualKeyCode: 229,
    });
    await keyboard.send("Input.imeSetComposition", {
      text: "ghép",
      selectionStart: 4,
      selectionEnd: 4,
    });
    await keyboard.send("Input.insertText", { text: "ghép" });
    expect(await readBody(page)).toBe("![A](photo:a)\n\nghép\n\ndán\n\ngõ");
  });
});
