import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./support/axe-faults.ts";
import { openEmptySite } from "./support/empty-site.ts";
import type { EmptySite } from "./support/empty-site.ts";
import { sidewaysFaults } from "./support/layout-faults.ts";
import { newArticlePath } from "../../src/addresses/newsroom.ts";
import { openNewForm, getSaved, awaitSaved } from "./support/form-page.ts";
import { signIn } from "./support/sign-in.ts";
import { useBrowser } from "./support/use-browser.ts";

let site: EmptySite;
let browser: Browser;

useBrowser(openEmptySite, (opened) => ([site, browser] = opened));

beforeAll(async () => {
  await site.hire("reporter", 1);
});

async function openForm(width = 1280): Promise<Page> {
  const viewport = { width, height: width === 360 ? 740 : 900 };
  const { page } = await signIn(browser, site.address, "reporter-0", { viewport });
  await openNewForm(page, site);
  return page;
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("name") ?? activeElement?.className.split(" ")[0] ?? "";
  });
}

describe("Ctrl+S", () => {
  test("saves a version of a new text and of a changed one, and the cursor stays", async () => {
    const page = await openForm();
    await page.fill("[name=title]", "Bài lưu bằng phím");
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Một hai");
    await page.keyboard.press("Control+s");
    await page.locator("#tinh-trang", { hasText: /Đã lưu phiên bản \d+/ }).waitFor();
    await page.keyboard.type(" ba");
    await page.keyboard.press("Control+s");
    await expect.poll(() => getSaved(site, "Bài lưu bằng phím")).toMatchObject({ kept: null });
    const { results } = await site.database
      .prepare("SELECT content FROM versions ORDER BY created_at DESC, number DESC LIMIT 1")
      .all<{ content: string }>();
    expect(results[0]?.content).toContain("Một hai ba");
    expect((await getSaved(site, "Bài lưu bằng phím")).articles).toBe(1);
    expect(await focusedName(page)).toBe("ProseMirror");
    await page.keyboard.type(" bốn");
    expect(await page.inputValue("[name=body]")).toBe("Một hai ba bốn");
    await page.context().close();
  });

  test("shows the errors of a text that is refused, and loses nothing", async () => {
    const page = await openForm();
    const title = "Dài ".repeat(100).trim();
    await page.fill("[name=title]", title);
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Nội dung.");
    await page.keyboard.press("Control+s");
    await page.locator(".faults[role=alert]").waitFor();
    expect(await page.inputValue("[name=title]")).toBe(title);
    expect(await page.inputValue("[name=body]")).toBe("Nội dung.");
    await page.context().close();
  });

  test("saves from the plain field as well", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0");
    await page.route("**/js/editor-*.js", (route) => route.abort());
    await page.goto(`${site.address}/toa-soan/bai/moi`);
    await page.fill("[name=title]", "Bài từ ô thường");
    await page.fill("[name=body]", "Năm từ ở ô thường");
    await page.getByText("5 từ", { exact: true }).waitFor();
    await page.keyboard.press("Control+s");
    await expect.poll(async () => (await getSaved(site, "Bài từ ô thường")).articles).toBe(1);
    await page.context().close();
  });
});

describe("Enter", () => {
  test("goes from the title to the lede and on to the body, but not while a word is composed", async () => {
    const page = await openForm();
    const debug = await page.context().newCDPSession(page);
    await page.locator("[name=title]").focus();
    await debug.send("Input.imeSetComposition", {
      text: "Tiê",
      selectionStart: 3,
      selectionEnd: 3,
    });
    await page
      .locator("[name=title]")
      .evaluate((title) =>
        title.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }),
        ),
      );
    expect(await focusedName(page)).toBe("title");
    await debug.send("Input.insertText", { text: "Tiêu đề" });
    await page.keyboard.press("Enter");
    expect(await focusedName(page)).toBe("lede");
    await page.keyboard.type("Sapo.");
    await page.keyboard.press("Enter");
    expect(await focusedName(page)).toBe("ProseMirror");
    await page.keyboard.type("Nội dung.");
    expect(await page.inputValue("[name=title]")).toBe("Tiêu đề");
    expect(await page.inputValue("[name=lede]")).toBe("Sapo.");
    expect(await page.inputValue("[name=body]")).toBe("Nội dung.");
    await page.context().close();
  });
});

describe("Enter in the other fields", () => {
  test("saves, submits and leaves nothing", async () => {
    const page = await openForm();
    await page.fill("[name=title]", "Bài gõ Enter ở mọi ô");
    await awaitSaved(page);
    const before = await getSaved(site, "Bài gõ Enter ở mọi ô");
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.isNavigationRequest()) sent.push(request.url());
    });
    for (const fold of await page.locator("details.form-fold").all()) {
      await fold.evaluate((details: HTMLDetailsElement) => (details.open = true));
    }
    const fields = page.locator(
      "form#bai :is(input:not([type=hidden], [type=file]), select):visible",
    );
    const names: (string | null)[] = [];
    for (const field of await fields.all()) {
      names.push(await field.getAttribute("name"));
      await field.focus();
      await page.keyboard.press("Enter");
    }
    expect(names).toEqual(
      expect.arrayContaining(["byline.authors", "byline.unit", "tags", "source.url", "section"]),
    );
    // What a press would have sent is sent by now.
    await page.waitForTimeout(300);
    expect(sent).toEqual([]);
    expect(await getSaved(site, "Bài gõ Enter ở mọi ô")).toEqual(before);
    await page.context().close();
  });

  test("saves a draft without script", async () => {
    const { page } = await signIn(browser, site.address, "reporter-0", {
      javaScriptEnabled: false,
    });
    await page.goto(site.address + newArticlePath);
    await page.fill("[name=title]", "Bài gõ Enter không có script");
    await page.fill("[name=tags]", "khoa học");
    await page.press("[name=tags]", "Enter");
    await page.getByText("Đã lưu phiên bản 1").waitFor();
    expect(await getSaved(site, "Bài gõ Enter không có script")).toMatchObject({ versions: 1 });
    await page.context().close();
  });
});

describe("counters", () => {
  test("show the length of the title, the lede and the body", async () => {
    const page = await openForm();
    await page.fill("[name=title]", "Một tiêu đề");
    await page.fill("[name=lede]", "Ba từ thôi.");
    await page.locator(".ProseMirror").click();
    await page.keyboard.type("Nội dung có sáu từ nhé.");
    await page.getByText("11/70 ký tự", { exact: true }).waitFor();
    await page.getByText("3 từ", { exact: true }).waitFor();
    await page.getByText("6 từ", { exact: true }).waitFor();
    await page.fill("[name=title]", "Dài ".repeat(20));
    await page.getByText(/^79\/70 ký tự: /).waitFor();
    await page.context().close();
  });
});

describe("find and replace", () => {
  test.each([360, 1280])(
    "counts, goes round and replaces all in one undo step at %i px",
    async (width) => {
      const page = await openForm(width);
      await page.locator(".ProseMirror").click();
      await page.keyboard.type("Má ma mà.");
      await page.keyboard.press("Enter");
      await page.keyboard.type("Lại ma.");
      await page.keyboard.press("Control+f");
      const sought = page.getByRole("textbox", { name: "Tìm", exact: true });
      await sought.waitFor();
      await page.keyboard.type("ma");
      await page.getByText("1/2", { exact: true }).waitFor();
      expect(await page.locator(".editor-found").count()).toBe(2);
      await page.keyboard.press("Enter");
      await page.getByText("2/2", { exact: true }).waitFor();
      await page.keyboard.press("Shift+Enter");
      await page.getByText("1/2", { exact: true }).waitFor();
      await page.getByText("Phân biệt dấu").click();
      await page.getByText("/4", { exact: false }).waitFor();
      // The field, the count and the three buttons stand in one line.
      const firstLine = await page
        .locator(".editor-find > :is(input:first-child, .editor-button)")
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
      expect(firstLine).toHaveLength(4);
      expect(new Set(firstLine).size).toBe(1);
      expect(await sidewaysFaults(page)).toEqual([]);
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole("textbox", { name: "Thay bằng" }).fill("mạ");
      await page.getByRole("button", { name: "Thay hết" }).click();
      await page.getByText("Đã thay 4 chỗ").waitFor();
      expect(await page.inputValue("[name=body]")).toBe("mạ mạ mạ.\n\nLại mạ.");
      await page.keyboard.press("Escape");
      expect(await focusedName(page)).toBe("ProseMirror");
      await page.keyboard.press("Control+z");
      expect(await page.inputValue("[name=body]")).toBe("Má ma mà.\n\nLại ma.");
      expect(await page.locator(".editor-found").count()).toBe(0);
      await page.context().close();
    },
  );

  test("brings each place into view, however long the text is", async () => {
    const page = await openForm(360);
    await page.getByRole("button", { name: "Markdown" }).click();
    await page.locator("[name=body]").fill(`${"Đoạn.\n\n".repeat(80)}Cuối kim.\n\nHết.`);
    await page.getByRole("button", { name: "Markdown" }).click();
    await page.locator(".ProseMirror").focus();
    await page.keyboard.press("Control+f");
    await page.getByRole("textbox", { name: "Tìm", exact: true }).waitFor();
    await page.keyboard.type("kim");
    await page.getByText("1/1", { exact: true }).waitFor();
    const found = page.locator(".editor-found-here");
    // Notes that appear above the text meanwhile may move it, so it is brought into view again.
    const heightAfterEnter = async (): Promise<number> => {
      await page.keyboard.press("Enter");
      return (await found.boundingBox())?.y ?? 9999;
    };
    await expect.poll(heightAfterEnter).toBeLessThan(640);
    expect(await heightAfterEnter()).toBeGreaterThan(0);
    await page.context().close();
  });

  test("leaves the second Ctrl+F to the browser", async () => {
    const page = await openForm();
    await page.locator(".ProseMirror").click();
    await page.evaluate(() => {
      addEventListener("keydown", (event) => {
        if (event.key === "f") document.title = event.defaultPrevented ? "own" : "browser";
      });
    });
    await page.keyboard.press("Control+f");
    expect(await page.title()).toBe("own");
    await page.getByRole("search", { name: "Tìm và thay" }).waitFor();
    await page.keyboard.press("Control+f");
    expect(await page.title()).toBe("browser");
    await page.context().close();
  });
});

test("the help button lists the keys, without scrolling on a desktop", async () => {
  const wide = await openForm(1280);
  await wide.getByRole("button", { name: "Phím tắt" }).click();
  await wide.getByRole("dialog").getByText("Đóng", { exact: true }).waitFor();
  const hidden = await wide
    .getByRole("dialog")
    .evaluate((dialog) => dialog.scrollHeight - dialog.clientHeight);
  expect(hidden).toBe(0);
  await wide.context().close();
  const page = await openForm(360);
  await page.getByRole("button", { name: "Phím tắt" }).click();
  const list = page.getByRole("dialog", { name: "Phím tắt" });
  await list.getByText("Ctrl+S", { exact: true }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => list.count()).toBe(0);
  await page.context().close();
});
