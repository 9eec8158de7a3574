import { AlignmentType, Document, ImageRun, Packer, Paragraph, TextRun } from "docx";
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { deskPath } from "../src/addresses/newsroom.ts";

/**
 * Counts what a person does. One step is a tap, a key or chord that is no text, a chosen option, words that are chosen, or a field
 * that is filled. A field that is filled by typing or by files counts once, together with the tap that opens it or puts the cursor
 * there. Scrolling and reading are no steps.
 */
export class Steps {
  count = 0;

  async tap(target: Locator): Promise<void> {
    this.count++;
    await target.click();
  }

  async type(target: Locator, text: string): Promise<void> {
    this.count++;
    await target.click();
    await target.pressSequentially(text);
  }

  /** Types into the field that `opener` opens with the cursor in it. */
  async typeInto(opener: Locator, field: Locator, text: string): Promise<void> {
    this.count++;
    await opener.click();
    await field.and(field.page().locator(":focus")).waitFor();
    await field.page().keyboard.insertText(text);
  }

  async choose(opener: Locator, files: readonly Buffer[], type: string): Promise<void> {
    this.count++;
    const chooser = opener.page().waitForEvent("filechooser");
    await opener.click();
    const end = type.endsWith("jpeg") ? "jpg" : "docx";
    await (
      await chooser
    ).setFiles(
      files.map((buffer, at) => ({ name: `tep-${at + 1}.${end}`, mimeType: type, buffer })),
    );
  }

  async select(target: Locator, value: string): Promise<void> {
    this.count++;
    await target.selectOption(value);
  }

  /** Chooses words of one text node, as a finger or the keyboard does. */
  async chooseWords(within: Locator, words: string): Promise<void> {
    this.count++;
    await within.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }, words);
  }
}

/** A job that is played on a signed-in page. `max` is the number of steps that it may take. */
export type Job = {
  name: string;
  max: number;
  role: "reporter" | "editor";
  play: (page: Page, steps: Steps) => Promise<void>;
};

const captions = ["Cầu mới bắc qua suối", "Chợ phiên ngày đầu năm", "Lớp học trên bản cao"];
const written = "Khánh thành cầu mới ở xã vùng cao";
const fromWord = "Chợ phiên xã vùng cao họp lại";

/** The main jobs of a newsroom, in the order in which they must be played. */
export const jobs: Job[] = [
  { name: "write with three photos and submit", max: 15, role: "reporter", play: write },
  { name: "submit one .docx with three photos", max: 9, role: "reporter", play: submitWordFile },
  { name: "review and approve", max: 3, role: "editor", play: approve },
  { name: "return with two notes", max: 6, role: "editor", play: returnWithNotes },
];

async function write(page: Page, steps: Steps): Promise<void> {
  await openForm(page, steps);
  await steps.type(page.locator("[name=title]"), written);
  await steps.type(page.locator("[name=lede]"), "Người dân hai bản đi lại dễ hơn.");
  await steps.type(page.locator(".ProseMirror"), "Sáng nay, xã khánh thành cây cầu mới.");
  const photos = await Promise.all(["#a52", "#2a5", "#25a"].map(drawPhoto));
  await steps.choose(page.getByRole("button", { name: "Chèn ảnh" }), photos, "image/jpeg");
  const blocks = page.locator(".editor-photo");
  for (const [at, caption] of captions.entries()) {
    await steps.type(blocks.nth(at).getByRole("textbox", { name: "Chú thích" }), caption);
  }
  await steps.tap(page.getByRole("button", { name: "Chép chú thích làm mô tả cho mọi ảnh" }));
  await steps.tap(blocks.first().getByRole("button", { name: "Đặt làm ảnh đại diện" }));
  await submit(page, steps);
}

async function submitWordFile(page: Page, steps: Steps): Promise<void> {
  await openForm(page, steps);
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  await steps.choose(page.locator("[name=photos]"), [await writeWordFile()], type);
  await steps.tap(page.getByRole("button", { name: "Đưa vào bài" }));
  await page.locator("dialog").waitFor({ state: "detached" });
  // Its first photo is the lead photo, and the captions stand as alt texts, too. The reporter reads them.
  await submit(page, steps);
}

async function openForm(page: Page, steps: Steps): Promise<void> {
  await steps.tap(page.getByRole("link", { name: "Viết bài" }).first());
  await page.locator(".ProseMirror").waitFor();
}

async function submit(page: Page, steps: Steps): Promise<void> {
  await steps.select(page.locator("[name=section]"), "tin-tuc");
  await steps.tap(page.locator(".form-acts button[value=submit]"));
  await page.locator(".state", { hasText: "Chờ duyệt" }).first().waitFor({ timeout: 120_000 });
}

/** The text must have been on screen to its end: the button waits for that. */
async function approve(page: Page, steps: Steps): Promise<void> {
  await openReview(page, steps, written);
  await scrollToEnd(page);
  await page.locator("#nut-duyet:not([aria-disabled])").waitFor();
  await steps.tap(page.locator("#nut-duyet"));
  await steps.tap(page.getByRole("button", { name: "Đăng ngay" }));
  await page.locator(".state", { hasText: "Đã đăng" }).first().waitFor();
}

/** Begins when the article is open: the editor has read it. */
async function returnWithNotes(page: Page, steps: Steps): Promise<void> {
  await openReview(page, new Steps(), fromWord);
  const text = page.locator(".article-body");
  const offer = page.locator(".note-offer button");
  const note = page.locator("[name=note]");
  for (const words of ["Sáng nay", "đông người"]) {
    await steps.chooseWords(text, words);
    await steps.typeInto(offer, note, "Ghi rõ hơn.");
  }
  const summary = page.locator("summary", { hasText: "Trả lại" });
  await steps.typeInto(summary, page.locator("[name=return-reason]"), "Sửa hai chỗ.");
  await steps.tap(page.getByRole("button", { name: "Trả lại bài" }));
  await page.locator(".state", { hasText: "Trả lại" }).first().waitFor();
}

async function openReview(page: Page, steps: Steps, title: string): Promise<void> {
  await page.goto(new URL(deskPath, page.url()).href);
  await steps.tap(page.getByRole("link", { name: title }).first());
  await page.waitForURL("**/duyet");
}

async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
}

function drawPhoto(background: string): Promise<Buffer> {
  return sharp({ create: { width: 1300, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** An article as reporters send it: title, lede, text, and three photos with their captions below them. */
async function writeWordFile(): Promise<Buffer> {
  const photos = await Promise.all(["#a25", "#5a2", "#52a"].map(drawPhoto));
  const line = (text: string, look: { bold?: boolean; italics?: boolean; size?: number } = {}) =>
    new Paragraph({ children: [new TextRun({ text, ...look })] });
  const pictures = photos.flatMap((data, at) => [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new ImageRun({ type: "jpg", data, transformation: { width: 390, height: 270 } })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text: captions[at] ?? "", italics: true })],
    }),
    line(`Đoạn văn thứ ${at + 2} của bài kể việc người dân xuống chợ từ rất sớm để bán rau.`),
  ]);
  const children = [
    line(fromWord, { bold: true, size: 36 }),
    line("Sau nhiều năm, chợ phiên của xã vùng cao lại họp vào sáng chủ nhật.", { bold: true }),
    line("Sáng nay, chợ phiên của xã họp lại, đông người từ các bản xuống mua bán."),
    ...pictures,
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
