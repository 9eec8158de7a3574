import { beforeAll, describe, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { approve, article, publish, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, hire, json, origin, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";

const english = {
  title: "Rain gauges go <automatic>",
  summary: "Ten automatic stations report every ten minutes.\n\nForecasts now come an hour sooner.",
};

let reporter: Colleague;
let editor: Colleague;
let summed: ArticleStatus;
let plain: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
  summed = await publish(reporter, editor, article("Trạm đo mưa tự động", { english }));
  plain = await publish(reporter, editor, article("Bài không có tóm tắt"));
});

async function pageAt(path: string): Promise<string> {
  const answer = await send(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The addresses a page gives for itself in each language. */
function readLanguages(page: string): Record<string, string> {
  const links = page.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g);
  return Object.fromEntries([...links].map(([, language, href]) => [language, href]));
}

describe("GET /bai-viet/:slug/en", () => {
  test("is the summary in English within an English frame", async () => {
    const page = await pageAt(`/bai-viet/${summed.slug}/en`);
    expect(page).toContain('<html lang="en"');
    expect(page).toContain("Rain gauges go &lt;automatic&gt;");
    expect(page).toContain("<p>Forecasts now come an hour sooner.</p>");
    for (const words of [
      "Skip to the content",
      "Home",
      "Search articles",
      "Telephone:",
      "Back to top",
    ])
      expect(page).toContain(words);
    // What is not English in the frame is a name, and says so.
    expect(page).toMatch(/<a lang="vi" href="\/chuyen-muc\/tin-tuc"/);
    expect(page).not.toMatch(/Đến nội dung chính|Trang chủ|Tìm bài viết|Điện thoại/);
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("and the article name each other as the same in another language, and themselves", async () => {
    const languages = {
      vi: `${origin}/bai-viet/${summed.slug}`,
      en: `${origin}/bai-viet/${summed.slug}/en`,
      "x-default": `${origin}/bai-viet/${summed.slug}`,
    };
    for (const path of [`/bai-viet/${summed.slug}`, `/bai-viet/${summed.slug}/en`]) {
      const page = await pageAt(path);
      expect(readLanguages(page)).toEqual(languages);
      expect(page).toContain(`<link rel="canonical" href="${origin}${path}"`);
    }
  });

  test("is 404 for an article without one, which then claims no other language", async () => {
    expect((await send(`/bai-viet/${plain.slug}/en`)).status).toBe(404);
    const page = await pageAt(`/bai-viet/${plain.slug}`);
    expect(readLanguages(page)).toEqual({});
    expect(page).not.toContain("English summary");
  });

  test("follows the article to its new address, and goes when the summary goes", async () => {
    const first = await publish(reporter, editor, article("Tên đầu", { english }));
    await revise(reporter, first, article("Tên sau", { english }));
    const { id, slug, version } = await approve(editor, first.id);
    const moved = await send(`/bai-viet/${first.slug}/en`);
    expect([moved.status, moved.headers.get("location")]).toEqual([301, `/bai-viet/${slug}/en`]);
    expect((await send(`/bai-viet/${slug}/en`)).status).toBe(200);
    await revise(reporter, { id, version }, article("Tên sau"));
    await approve(editor, id);
    expect((await send(`/bai-viet/${slug}/en`)).status).toBe(404);
  });
});

describe("the English summary of an article in the API", () => {
  test("is given back as it was sent", async () => {
    const answer = await reporter.send(`/api/articles/${summed.id}`);
    expect(await answer.json()).toMatchObject({ english });
  });

  test("needs both its title and its text", async () => {
    const half = article("Bài", { english: { title: "Only a title" } });
    const answer = await reporter.send("/api/articles", json("POST", half));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("english.summary");
  });
});
