import type { Browser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demoSite } from "./support/demo-setup.ts";
import type { DemoSite } from "./support/demo-setup.ts";
import { referenceArticle } from "./support/page-types.ts";
import { useBrowser } from "./support/use-browser.ts";
import { visit } from "./support/visit.ts";

let site: DemoSite;
let browser: Browser;

useBrowser(demoSite, (opened) => ([site, browser] = opened));

/** Replaces the telephone's speech synthesis: tests drive it and read its calls. */
type Voice = {
  said: { text: string; lang: string }[];
  /** Ends the sentence that is being said. */
  endSentence: () => void;
  /** Makes a voice known, as browsers do some time after the page has loaded. */
  arrive: (lang: string) => void;
};

function withVoice(): void {
  class Utterance {
    lang = "";
    voice: unknown = null;
    onend: (() => void) | null = null;
    onerror: (() => void) | null = null;
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const voices: { lang: string }[] = [];
  const events = new EventTarget();
  let saying: Utterance | null = null;
  const voice: Voice = {
    said: [],
    endSentence: () => saying?.onend?.(),
    arrive: (lang) => {
      voices.push({ lang });
      events.dispatchEvent(new Event("voiceschanged"));
    },
  };
  const speechSynthesis = Object.assign(events, {
    getVoices: () => voices,
    speak: (utterance: Utterance) => {
      saying = utterance;
      voice.said.push({ text: utterance.text, lang: utterance.lang });
    },
    cancel: () => {
      const cut = saying;
      saying = null;
      // Browsers tell of it later, as of an end.
      setTimeout(() => cut?.onend?.());
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: speechSynthesis });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, voice });
}

/** Opens the article on a telephone that learns of a voice of this language after the page has loaded. */
async function openArticle(lang: string): Promise<Page & AsyncDisposable> {
  const options = { platform: withVoice, viewport: { width: 360, height: 740 } };
  const { page, faults } = await visit(browser, site.address + referenceArticle, options);
  expect(faults).toEqual([]);
  expect(await page.locator(".listen").isVisible()).toBe(false);
  await callVoice(page, "arrive", lang);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

function callVoice(page: Page, what: "endSentence" | "arrive", lang = ""): Promise<void> {
  return page.evaluate(([name, of]) => (window as Window & { voice?: Voice }).voice?.[name](of), [
    what,
    lang,
  ] as const);
}

async function readSaid(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => (window as Window & { voice?: Voice }).voice?.said);
  return all?.map(({ text }) => text) ?? [];
}

/** Lets it read to the end. */
async function hearAll(page: Page): Promise<string[]> {
  while (await page.getByRole("button", { name: "Tạm dừng" }).isVisible()) {
    await callVoice(page, "endSentence");
  }
  return readSaid(page);
}

describe("listening to an article", () => {
  test("is not offered by a browser without a Vietnamese voice", async () => {
    await using page = await openArticle("en-US");
    expect(await page.locator(".listen").isVisible()).toBe(false);
  });

  test("is offered as soon as there is a voice, without moving the page", async () => {
    await using page = await openArticle("vi-VN");
    expect(await page.getByRole("button", { name: "Nghe bài" }).isVisible()).toBe(true);
    const shift = await page.evaluate(
      () => (window as Window & { layoutShift?: number }).layoutShift,
    );
    expect(shift).toBe(0);
  });

  test("reads title, lede, text and captions in order, abbreviations and dates in words", async () => {
    await using page = await openArticle("vi_VN");
    await page.getByRole("button", { name: "Nghe bài" }).click();
    const sentences = await hearAll(page);
    expect(sentences[0]).toMatch(/^Tổng kết công tác xây dựng Đảng năm 2020/);
    expect(sentences[1]).toMatch(/^Ngày 28 tháng 1 năm 2020, /);
    const whole = sentences.join(" ");
    expect(whole).toContain("khoa học và công nghệ");
    expect(whole).toContain("Ảnh: đồng chí Phạm Quốc Chính");
    expect(whole).not.toMatch(/KH&CN|Đ\/c|\d\/\d/);
    expect(whole).not.toContain("Bài liên quan");
    expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThan(260);
    expect(await page.getByRole("button", { name: "Nghe bài" }).isVisible()).toBe(true);
  });

  test("pauses, continues with the same sentence, and stops", async () => {
    await using page = await openArticle("vi-VN");
    await page.getByRole("button", { name: "Nghe bài" }).click();
    await callVoice(page, "endSentence");
    await page.getByRole("button", { name: "Tạm dừng" }).click();
    await page.getByRole("button", { name: "Nghe tiếp" }).click();
    const [, second, third, ...more] = await readSaid(page);
    expect(third).toBe(second);
    expect(more).toEqual([]);
    await page.getByRole("button", { name: "Dừng", exact: true }).click();
    expect(await page.getByRole("button", { name: "Dừng", exact: true }).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Nghe bài" }).click();
    expect((await readSaid(page)).at(-1)).toMatch(/^Tổng kết công tác/);
  });
});
