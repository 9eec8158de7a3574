import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { forgetSettings } from "../../src/context.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, publish, submitArticle } from "../support/articles.ts";
import { addSections, hire, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { hireInBrowser } from "../support/staff.ts";

const video = "https://youtu.be/aqz-KE-bpKQ?si=follow";
const onYoutube = "https://www.youtube.com/watch?v=aqz-KE-bpKQ";
const policyName = "content-security-policy";

let reporter: Colleague;
let editor: Colleague;
let photo = "";
let slug = "";

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
  photo = await sendPhoto(reporter);
  slug = await publishBody(
    "Bài có video",
    `Mở đầu.\n\n[![Toàn cảnh](photo:${photo}) Ngày hội & sáng tạo](${video})\n\nKết.`,
  );
});

async function publishBody(title: string, body: string): Promise<string> {
  return (await publish(reporter, editor, article(title, { body }))).slug;
}

async function readPage(path: string): Promise<{ policy: string; page: string }> {
  const answer = await send(path);
  expect(answer.status).toBe(200);
  return { policy: answer.headers.get(policyName) ?? "", page: await answer.text() };
}

/** The frame sources of a page's policy; null if it allows no frame. */
function frameSources(policy: string): string | null {
  return /frame-src ([^;]*)/.exec(policy)?.[1] ?? null;
}

describe("GET /bai-viet/:slug of an article with the link of a video alone in its paragraph", () => {
  test("shows a card: a link with title and poster, which names nothing that follows readers", async () => {
    const { page } = await readPage(`/bai-viet/${slug}`);
    const card = /<figure class="video"[^]*?<\/figure>/.exec(page)?.[0] ?? "";
    expect(card).toContain(`<a href="${onYoutube}" rel="noopener"`);
    expect(card).toMatch(/<b>\s*Ngày hội &amp; sáng tạo<\/b>/);
    expect(card).toContain("Video trên YouTube");
    expect(card).toContain(`/anh/${photo}/`);
    expect(card).toContain('alt="Toàn cảnh"');
    expect(page).not.toContain("si=follow");
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("loads nothing from elsewhere, and may frame this provider only", async () => {
    const { page, policy } = await readPage(`/bai-viet/${slug}`);
    expect(page).not.toMatch(/<(?:iframe|img|script|source|link)[^>]*youtube/);
    expect(frameSources(policy)).toBe("https://www.youtube-nocookie.com");
  });

  test("a page without cards may frame nothing", async () => {
    const other = await publishBody("Bài không có video", `Xem ${video} rồi đọc tiếp.`);
    for (const path of ["/", `/bai-viet/${other}`, `/bai-viet/${slug}/ban-in`]) {
      expect(frameSources((await readPage(path)).policy)).toBeNull();
    }
  });

  test("an article of two providers may frame these two", async () => {
    const both = await publishBody(
      "Bài hai video",
      "https://vimeo.com/76979871\n\n<https://www.facebook.com/watch/?v=10153231379946729>",
    );
    const { page, policy } = await readPage(`/bai-viet/${both}`);
    expect(frameSources(policy)).toBe("https://player.vimeo.com https://www.facebook.com");
    expect(page.match(/<figure class="video"/g)).toHaveLength(2);
    expect(page).toMatch(/<b>\s*Video trên Vimeo<\/b>/);
  });

  test("is no card in a sentence, a list, a quotation or a note, on a look-alike host, or written as HTML", async () => {
    const body = [
      `Xem ${video}`,
      `- ${video}\n\n- ${video}`,
      `> ${video}`,
      "Chữ.[^1]",
      `[^1]: ${video}`,
      "https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
      "[x](javascript:alert(1))",
      '<figure class="video" data-frame="https://www.youtube-nocookie.com/embed/x"></figure>',
      '`<figure class="video" data-frame="https://player.vimeo.com/x">`',
    ].join("\n\n");
    const { page, policy } = await readPage(`/bai-viet/${await publishBody("Bài thử", body)}`);
    expect(page).not.toContain('<figure class="video"');
    expect(page).not.toContain('href="javascript');
    expect(frameSources(policy)).toBeNull();
  });

  test("is a link with its poster in print, in the download and in feeds", async () => {
    const print = (await readPage(`/bai-viet/${slug}/ban-in`)).page;
    const file = await (await send(`/bai-viet/${slug}/tai-ve`)).text();
    const { items } = await (
      await send("/feed.json")
    ).json<{
      items: { title: string; content_html: string }[];
    }>();
    const feed = items.find(({ title }) => title === "Bài có video")?.content_html ?? "";
    for (const text of [print, file, feed]) {
      expect(text).toContain(`<a href="${onYoutube}"`);
      expect(text).toContain("Ngày hội &amp; sáng tạo");
      expect(text).not.toContain("<iframe");
    }
    expect(print).toContain(`/anh/${photo}/`);
    expect(file).toMatch(/<img src="data:image\/[^>]*alt="Toàn cảnh"/);
    expect(feed).toMatch(new RegExp(`src="https?://[^"]*/anh/${photo}/`));
  });

  test("is found by its title", async () => {
    expect((await readPage("/tim-kiem?q=Ng%C3%A0y+h%E1%BB%99i")).page).toContain("Bài có video");
  });

  test("is a plain link once an admin says so, on a page that may frame nothing", async () => {
    const admin = await hireInBrowser("admin");
    const form = await (await admin.open("/toa-soan/quan-tri/thiet-lap")).text();
    const inputs = [...form.matchAll(/name="([A-Z_]+)"\s+type="text"\s+value="([^"]*)"/g)];
    const fields = Object.fromEntries(inputs.map(([, name, value]) => [name, value]));
    const settings = { ...fields, VIEW_SAMPLING: "1", VIDEO_CARDS: "off", step: "save" };
    expect((await admin.post("/toa-soan/quan-tri/thiet-lap", settings)).status).toBe(303);
    try {
      const { page, policy } = await readPage(`/bai-viet/${slug}`);
      expect(page).toContain('<figure class="video-link">');
      expect(page).not.toContain("data-frame");
      expect(page).toContain(`<a href="${onYoutube}"`);
      expect(frameSources(policy)).toBeNull();
    } finally {
      await env.DB.prepare("DELETE FROM settings").run();
      forgetSettings();
    }
  });
});

test("the preview of a draft shows the card and may frame its provider", async () => {
  const staff = await hireInBrowser("editor");
  const { id } = await submitArticle(reporter, article("Bài chờ duyệt", { body: video }));
  const answer = await staff.open(`/toa-soan/bai/${id}/trang`);
  expect(await answer.text()).toContain('<figure class="video"');
  expect(frameSources(answer.headers.get(policyName) ?? "")).toBe(
    "https://www.youtube-nocookie.com",
  );
});
