import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { intakeWords } from "../../src/vietnamese/words/intake.ts";
import { toTcvn3 } from "../intake/legacy-bytes.ts";
import { centred, photo, wordDocument, words } from "../intake/word-document.ts";
import { axeFaults } from "./support/axe-faults.ts";
import type { IntakeWindow } from "./support/intake-page.ts";
import { serveIntake } from "./support/intake-server.ts";
import type { IntakeServer } from "./support/intake-server.ts";
import { useBrowser } from "./support/use-browser.ts";
import { visit } from "./support/visit.ts";

declare const window: IntakeWindow;

let server: IntakeServer;
let browser: Browser;

useBrowser(serveIntake, (opened) => ([server, browser] = opened));

const picture = readFileSync("test/photo/fixtures/orientation-1.jpg");
const title = "Trạm quan trắc thứ mười đi vào hoạt động";
const lede = "Sáng 20/11, Trung tâm Phát triển KH&CN đưa trạm quan trắc tự động vào hoạt động.";
const text = "Trạm đo nhiệt độ, độ ẩm và lượng mưa, mười phút một lần gửi số liệu về trung tâm.";
const signature = "Thế Bằng – TT Phát triển KH&CN";

async function openPage(width = 360): Promise<Page & AsyncDisposable> {
  const { page, faults } = await visit(browser, server.address, {
    viewport: { width, height: 740 },
  });
  const close = async (): Promise<void> => {
    expect(faults).toEqual([]);
    await page.context().close();
  };
  return Object.assign(page, { [Symbol.asyncDispose]: close });
}

async function wordFile(letters: (text: string) => string, font?: string): Promise<number[]> {
  const look = font === undefined ? {} : { font };
  const bytes = await wordDocument([
    centred(letters(title), { ...look, bold: true, size: 32 }),
    words(letters(lede), { ...look, bold: true }),
    photo(picture),
    centred(letters("Lễ bàn giao trạm quan trắc"), { ...look, italics: true }),
    words(letters(text), look),
    words(letters(signature), { ...look, bold: true }),
  ]);
  return [...bytes];
}

/** Lets go of a file above the field, as a hand does. */
async function drop(page: Page, name: string, bytes: number[]): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], file));
      return transfer;
    },
    [name, bytes] as const,
  );
  await page.dispatchEvent("[contenteditable]", "drop", { dataTransfer: data });
}

/** Puts HTML on the clipboard as a program would, and pastes it, both by the keys. */
async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate((copied) => (window.copied = copied), html);
  await page.focus("[contenteditable]");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
}

/** What the form was given, its photos as their bytes. */
function readGiven(page: Page) {
  return page.evaluate(async () => {
    if (window.given === null) return null;
    const { draft, mode } = window.given;
    const photos = await Promise.all(
      [...draft.photos.values()].map(async ({ blob, caption }) => {
        const { width, height } = await createImageBitmap(blob);
        return { caption, width, height };
      }),
    );
    const hasLead = draft.leadPhoto !== null && draft.photos.has(draft.leadPhoto);
    return { ...draft, photos, leadPhoto: hasLead, mode };
  });
}

async function pastedMarkdown(page: Page): Promise<string> {
  await page.waitForFunction(() => window.pastedText !== null);
  return page.evaluate(() => window.pastedText?.markdown ?? "");
}

describe("a document dropped on the form", () => {
  test("is shown, and goes to the form when the reporter confirms", async () => {
    await using page = await openPage();
    await drop(page, "bai.docx", await wordFile(toTcvn3, ".VnTime"));
    const dialog = page.getByRole("dialog", { name: intakeWords.title("bai.docx") });
    await dialog.getByText(intakeWords.converted(".VnTime")).waitFor();
    expect(await dialog.textContent()).toContain(title);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await dialog.getByRole("button", { name: intakeWords.apply }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await readGiven(page)).toMatchObject({
      title,
      lede,
      body: text,
      mode: "replace",
      leadPhoto: true,
      byline: {
        authors: ["Thế Bằng"],
        unit: "TT Phát triển KH&CN",
      },
      photos: [{ caption: "Lễ bàn giao trạm quan trắc" }],
    });
  });

  test("that lost its fonts goes to the form only after the reporter has chosen a reading", async () => {
    await using page = await openPage();
    await page.fill("[contenteditable]", "Bài đang viết");
    await drop(page, "bai.docx", await wordFile(toTcvn3));
    const dialog = page.getByRole("dialog");
    await dialog.getByText(intakeWords.question).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: intakeWords.apply }).click();
    expect(await readGiven(page)).toBe(null);
    await dialog.getByLabel(intakeWords.readAs.tcvn3).check();
    await dialog.locator("dd", { hasText: title }).waitFor();
    expect(await dialog.getByLabel(intakeWords.append).isChecked()).toBe(true);
    await dialog.getByLabel(intakeWords.replace).check();
    await dialog.getByRole("button", { name: intakeWords.apply }).click();
    expect(await readGiven(page)).toMatchObject({ title, lede, body: text, mode: "replace" });
  });

  test("is appended to existing text, with its title and lede", async () => {
    await using page = await openPage();
    await page.fill("[contenteditable]", "Bài đang viết");
    await drop(page, "bai.docx", await wordFile((same) => same));
    await page.getByRole("button", { name: intakeWords.apply }).click();
    const draft = await readGiven(page);
    expect(draft).toMatchObject({ title: "", lede: "", leadPhoto: false, mode: "append" });
    expect(draft?.body).toMatch(new RegExp(`^## ${title}\n\n${lede.replace("+", "\\+")}\n\n!\\[`));
  });

  test("that cannot be read shows what to do, and Esc closes the dialog", async () => {
    await using page = await openPage(1280);
    await drop(page, "bai.doc", [0xd0, 0xcf, 0x11, 0xe0]);
    await page.getByText(intakeWords.refusals["old-word"]).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByRole("button", { name: intakeWords.apply }).count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await readGiven(page)).toBe(null);
  });
});

describe("text pasted into the form", () => {
  test("from Word keeps the formats of an article, without loading the document reader", async () => {
    await using page = await openPage();
    server.asked.length = 0;
    await paste(page, readFileSync("test/intake/fixtures/pasted/word.html", "utf8"));
    const markdown = await pastedMarkdown(page);
    expect(markdown).toContain("## Kết quả bước đầu");
    expect(markdown).toContain("- Giống mới\n  - chịu lạnh\n- Quy trình mới\n\n1. Ủ men");
    expect(markdown).toContain("| **Năm** | **Tấn** |");
    expect(markdown).not.toMatch(/mso|supportLists|Chữ ẩn|<|style/);
    expect(server.asked.filter((name) => name.startsWith("word"))).toEqual([]);
  });

  test("from Word brings its photos from the RTF on the clipboard", async () => {
    await using page = await openPage();
    const html = '<p class=MsoNormal>Chữ</p><img src="file:///C:/Temp/image001.jpg">';
    const rtf = `{\\rtf1{\\*\\shppict{\\pict\\jpegblip ${picture.toString("hex")}}}}`;
    // No page can put RTF on the clipboard as Word does.
    await page.evaluate(
      (clipboard) => {
        const clipboardData = new DataTransfer();
        for (const [type, text] of Object.entries(clipboard)) clipboardData.setData(type, text);
        const paste = new ClipboardEvent("paste", { clipboardData });
        document.querySelector("[contenteditable]")?.dispatchEvent(paste);
      },
      { "text/html": html, "text/rtf": rtf },
    );
    expect(await pastedMarkdown(page)).toMatch(/^Chữ\n\n!\[\]\(photo:[\w-]+\)$/);
    const sizes = await page.evaluate(() =>
      [...(window.pastedText?.photos.values() ?? [])].map(({ blob }) => blob.size),
    );
    expect(sizes).toEqual([picture.length]);
  });

  test("without its fonts is read in the way that the reporter chooses", async () => {
    await using page = await openPage();
    await paste(page, `<p>${toTcvn3(text)}</p>`);
    const dialog = page.getByRole("dialog", { name: intakeWords.pasteTitle });
    await dialog.getByText(text).click();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: intakeWords.choose }).click();
    expect(await pastedMarkdown(page)).toBe(text);
  });
});
