import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { publishAt } from "../support/articles.ts";
import type { Newsroom } from "../support/articles.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import { fillCache, isCached, titlesOn } from "../support/pages.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  await addSections("tin-tuc", "chuyen-doi-so", "xay-dung-dang");
  newsroom = { reporter: await hire("reporter"), editor: await hire("editor") };
});

let day = 0;

/** Publishes an article a day after the one before. */
async function publishNext(title: string, tags: string[], section = "tin-tuc"): Promise<string> {
  const at = new Date(Date.UTC(2022, 0, ++day, 2)).toISOString();
  return (await publishAt(newsroom, at, title, { tags, section })).slug;
}

/** The titles of the related articles on an article's page. */
async function readRelated(slug: string): Promise<string[]> {
  return titlesOn(`/bai-viet/${slug}`);
}

async function promote(tag: string, name: string, at: number): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES (?1, ?2, 'Tóm tắt của việc.', ?3)`,
  )
    .bind(tag, name, at)
    .run();
}

/** The topic's name and the titles in the box of an article's page; null without a box. */
async function readTopicBox(slug: string): Promise<{ name: string; titles: string[] } | null> {
  const page = await (await send(`/bai-viet/${slug}`)).text();
  const box = page.match(/<aside class="topic"[^]*?<\/aside>/)?.[0];
  if (box === undefined) return null;
  const name = box.match(/href="\/dong-su-kien\/[^"]*">([^<]*)</)?.[1] ?? "";
  return {
    name,
    titles: [...box.matchAll(/href="\/bai-viet\/[^"]*">([^<]*)</g)].map(([, title]) => title ?? ""),
  };
}

/** The ways back and on in the box of an article's page. */
async function readTopicSteps(slug: string): Promise<string[]> {
  const page = await (await send(`/bai-viet/${slug}`)).text();
  return [...page.matchAll(/<b>([^<]*)<\/b>\s*<a href="\/bai-viet\/[^"]*">([^<]*)</g)].map(
    ([, step, title]) => `${step} ${title}`,
  );
}

describe("related articles", () => {
  test("are those that share most tags, then those of the section, then the newest", async () => {
    await publishNext("Hai thẻ chung, khác mục", ["Chè", "OCOP"], "chuyen-doi-so");
    await publishNext("Một thẻ chung, cùng mục", ["Chè"]);
    await publishNext("Cùng mục, không thẻ chung", ["Lúa"]);
    const slug = await publishNext("Bài đang đọc", ["chè", "ocop"]);
    await publishNext("Một thẻ chung, khác mục, mới hơn", ["OCOP"], "chuyen-doi-so");
    await publishNext("Khác mục, không thẻ chung", ["Ngô"], "chuyen-doi-so");
    expect(await readRelated(slug)).toEqual([
      "Hai thẻ chung, khác mục",
      "Một thẻ chung, cùng mục",
      "Một thẻ chung, khác mục, mới hơn",
      "Cùng mục, không thẻ chung",
    ]);
  });

  test("are the newest of the section for an article without tags, and none for one all alone", async () => {
    const slug = await publishNext("Một mình", [], "xay-dung-dang");
    expect(await readRelated(slug)).toEqual([]);
    await publishNext("Bạn mới", ["Chè"], "xay-dung-dang");
    const later = await publishNext("Không thẻ nào", [], "xay-dung-dang");
    expect(await readRelated(later)).toEqual(["Bạn mới", "Một mình"]);
  });

  test("are others than those that the topic shows", async () => {
    await promote("ca-nuoc-lanh", "Nghề cá nước lạnh", 0);
    const tags = ["Cá nước lạnh"];
    for (const n of [1, 2, 3, 4, 5, 6]) await publishNext(`Cá ${n}`, tags, "chuyen-doi-so");
    const slug = await publishNext("Cá 7", tags, "chuyen-doi-so");
    expect((await readTopicBox(slug))?.titles).toEqual(["Cá 6", "Cá 5", "Cá 4", "Cá 3"]);
    expect((await readRelated(slug)).slice(0, 2)).toEqual(["Cá 2", "Cá 1"]);
  });

  test("are no longer those that were withdrawn", async () => {
    const slug = await publishNext("Bài ở lại", ["Gỡ bạn"]);
    const at = "2022-06-01T08:00:00+07:00";
    const { id } = await publishAt(newsroom, at, "Bạn sắp gỡ", {
      tags: ["Gỡ bạn"],
      section: "chuyen-doi-so",
    });
    expect(await readRelated(slug)).toContain("Bạn sắp gỡ");
    await newsroom.editor.send(
      `/api/articles/${id}/publication`,
      json("DELETE", { reason: "Sai" }),
    );
    expect(await readRelated(slug)).not.toContain("Bạn sắp gỡ");
  });
});

describe("a topic", () => {
  test("stands on the pages of its articles with those around them, and follows what is published", async () => {
    await promote("nghi-quyet-57", "Thực hiện Nghị quyết 57", 1);
    const slug = await publishNext("Việc một", ["Nghị quyết 57"]);
    expect(await readTopicBox(slug)).toBeNull();
    for (const n of ["hai", "ba", "bốn", "năm"]) await publishNext(`Việc ${n}`, ["nghị quyết 57"]);
    const path = `/bai-viet/${slug}`;
    await fillCache([path, "/dong-su-kien/nghi-quyet-57"]);
    await publishNext("Việc sáu", ["Nghị quyết 57"]);
    expect(await isCached(path)).toBe(false);
    expect(await readTopicBox(slug)).toEqual({
      name: "Thực hiện Nghị quyết 57",
      titles: ["Việc năm", "Việc bốn", "Việc ba", "Việc hai"],
    });
    expect(await readTopicSteps(slug)).toEqual(["Tiếp theo: Việc hai"]);
  });

  test("leads from each article to the next and the previous one", async () => {
    expect(await readTopicBox("viec-ba")).toMatchObject({
      titles: ["Việc năm", "Việc bốn", "Việc hai", "Việc một"],
    });
    expect(await readTopicSteps("viec-ba")).toEqual(["Tiếp theo: Việc bốn", "Trước đó: Việc hai"]);
    expect(await readTopicBox("viec-nam")).toMatchObject({
      titles: ["Việc sáu", "Việc bốn", "Việc ba", "Việc hai"],
    });
    expect(await readTopicBox("viec-sau")).toMatchObject({
      titles: ["Việc năm", "Việc bốn", "Việc ba", "Việc hai"],
    });
    expect(await readTopicSteps("viec-sau")).toEqual(["Trước đó: Việc năm"]);
  });

  test("tells its story newest first, each day once, and since when", async () => {
    const page = await (await send("/dong-su-kien/nghi-quyet-57")).text();
    expect(await titlesOn("/dong-su-kien/nghi-quyet-57")).toEqual(
      ["sáu", "năm", "bốn", "ba", "hai", "một"].map((n) => `Việc ${n}`),
    );
    expect(page.match(/class="timeline-day"/g)).toHaveLength(6);
    expect(page).toContain("Tóm tắt của việc.");
  });

  test("is named by the page of its tag", async () => {
    const page = await (await send("/the/nghi-quyet-57")).text();
    expect(page).toContain(
      'href="/dong-su-kien/nghi-quyet-57">Theo dõi dòng sự kiện: Thực hiện Nghị quyết 57',
    );
  });

  test("is the one promoted last where an article has several", async () => {
    await promote("viec-cu", "Việc cũ", 2);
    await promote("viec-moi", "Việc mới", 3);
    await publishNext("Bài bạn", ["Việc cũ", "Việc mới"]);
    const slug = await publishNext("Bài hai việc", ["Việc cũ", "Việc mới"]);
    expect(await readTopicBox(slug)).toEqual({ name: "Việc mới", titles: ["Bài bạn"] });
  });

  test("without articles yet says so", async () => {
    await promote("viec-chua-co", "Việc chưa có bài", 4);
    const page = await send("/dong-su-kien/viec-chua-co");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Dòng sự kiện này chưa có bài viết nào.");
  });
});
