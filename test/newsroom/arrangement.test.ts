import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runClock } from "../../src/clock.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { approve, article, publish, publishAt, revise } from "../support/articles.ts";
import type { ArticleStatus } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { fillCache, isCached, titlesOn } from "../support/pages.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";
import { checkStoredPages } from "../support/stored-pages.ts";

const front = "/toa-soan/trang-nhat";
const section = "/toa-soan/trang-nhat/tin-tuc";

let reporter: Staff;
let editor: Staff;
let old: ArticleStatus;
let newer: ArticleStatus;

beforeAll(async () => {
  await addSections("tin-tuc", "khac");
});

beforeEach(async () => {
  [reporter, editor] = await Promise.all([hireInBrowser("reporter"), hireInBrowser("editor")]);
  old = await publishAt({ reporter, editor }, "2021-02-03T08:00:00+07:00", "Bài năm cũ");
  newer = await publish(reporter, editor, article("Bài mới hơn"));
  await publish(reporter, editor, article("Bài mới nhất"));
});

afterEach(async () => {
  await checkStoredPages();
  const { results } = await env.DB.prepare("SELECT article_id AS id FROM published").all<{
    id: string;
  }>();
  for (const { id } of results) await withdraw(id);
  if ((await countChoices()) !== 0) throw new Error("a choice outlived its article");
  await env.DB.prepare("DELETE FROM front_edits").run();
});

async function withdraw(id: string): Promise<void> {
  await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
}

async function countChoices(): Promise<number | null> {
  return env.DB.prepare("SELECT COUNT(*) AS count FROM front_choices").first<number>("count");
}

/** Saves these fields of a page, as the first save of it. */
async function save(path: string, fields: Record<string, string>, base = 0): Promise<Response> {
  return editor.post(path, { step: "save", base: String(base), ...fields });
}

/** "2026-12-01T08:00" in Vietnam, so many ms from now. */
function wallClock(ahead: number): string {
  return new Date(Date.now() + ahead + 7 * 3_600_000).toISOString().slice(0, 16);
}

const hour = 3_600_000;

describe("POST /toa-soan/trang-nhat", () => {
  test("puts chosen articles into their places, at once and in the order of the editor", async () => {
    await fillCache(["/"]);
    const answer = await save(front, { "story-0": old.id, "story-2": newer.id });
    expect(answer.status).toBe(303);
    expect(await isCached("/")).toBe(false);
    expect((await titlesOn("/")).slice(0, 3)).toEqual([
      "Bài năm cũ",
      "Bài mới nhất",
      "Bài mới hơn",
    ]);
  });

  test("records in the log who chose what, and until when", async () => {
    await save(front, { "story-0": old.id, "until-0": wallClock(hour) });
    const row = await env.DB.prepare("SELECT * FROM log ORDER BY id DESC LIMIT 1").first();
    expect(row).toMatchObject({ act: "front.arranged", subject: "/", actor_id: editor.id });
    expect(row?.["detail"]).toContain("1. Bài năm cũ (đến ");
    const admin = await hireInBrowser("admin");
    const log = await (await admin.open("/toa-soan/quan-tri/nhat-ky")).text();
    expect(log).toContain("Sắp xếp trang");
    expect(log).toContain("1. Bài năm cũ (đến ");
  });

  test("refuses a save that began before another one, and keeps what was chosen", async () => {
    const other = await hireInBrowser("editor");
    await other.post(front, { step: "save", base: "0", "story-0": newer.id });
    const answer = await save(front, { "story-0": old.id });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("vừa lưu trang này");
    expect(page).toContain("<li>1. Bài mới hơn</li>");
    expect(page).toMatch(new RegExp(`<option value="${old.id}" selected`));
    expect((await titlesOn("/"))[0]).toBe("Bài mới hơn");
    expect(page).toContain('name="base" value="1"');
    expect((await save(front, { "story-0": old.id }, 1)).status).toBe(303);
    expect((await titlesOn("/"))[0]).toBe("Bài năm cũ");
  });

  test("of two saves at once one is refused", async () => {
    const answers = await Promise.all([
      save(front, { "story-0": old.id }),
      save(front, { "story-0": newer.id }),
    ]);
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([303, 409]));
  });

  test.each([
    ["a passed time", { "until-0": "2021-01-01T08:00" }, "Giờ này đã qua."],
    ["a time that is none", { "until-0": "mai" }, "Giờ này không đọc được."],
    ["an article in two places", { "story-1": "same" }, "đã được chọn ở một vị trí khác"],
    ["an unknown article", { "story-1": "khong-co" }, "không còn trên trang"],
  ])("refuses %s at its field and saves nothing", async (_, fields, message) => {
    const given = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value === "same" ? old.id : value]),
    );
    const answer = await save(front, { "story-0": old.id, ...given });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(message);
    expect(page).toContain('aria-invalid="true"');
    expect(await htmlFaults(page)).toEqual([]);
    expect(await countChoices()).toBe(0);
  });

  test("moves an article by a button, without saving", async () => {
    const page = await (await editor.post(front, { step: "2:-1", base: "0" })).text();
    const items = page.split('class="front-place"').slice(1);
    expect(items[1]).toContain('class="front-title"><a href="/bai-viet/bai-nam-cu');
    expect(items[1]).toContain("Đã chọn");
    expect(items[2]).toContain("bai-moi-hon");
    expect(await countChoices()).toBe(0);
  });

  test("finds older articles by their words, and keeps what was chosen", async () => {
    const fields = { step: "find", base: "0", q: "bài năm cũ", "story-1": newer.id };
    const page = await (await editor.post(front, fields)).text();
    expect(page).toContain("Đã thêm 1 bài");
    expect(page).toMatch(new RegExp(`<option value="${newer.id}" selected`));
    expect(await htmlFaults(page)).toEqual([]);
  });
});

describe("a choice", () => {
  test("ends when its time has passed: the clock refreshes and purges the page", async () => {
    const ahead = 5 * hour;
    await save(front, { "story-0": old.id, "until-0": wallClock(ahead) });
    await save(section, { "story-0": old.id, "until-0": wallClock(ahead) });
    await runClock(env, createExecutionContext(), Date.now() + ahead - hour);
    await fillCache(["/", "/chuyen-muc/tin-tuc"]);
    expect((await titlesOn("/"))[0]).toBe("Bài năm cũ");
    await runClock(env, createExecutionContext(), Date.now() + ahead);
    expect((await titlesOn("/"))[0]).toBe("Bài mới nhất");
    expect((await titlesOn("/chuyen-muc/tin-tuc"))[0]).toBe("Bài mới nhất");
    const { results } = await env.DB.prepare(
      "SELECT actor_id, subject FROM log WHERE act = 'front.choice-ended' ORDER BY subject",
    ).all();
    expect(results).toEqual([
      { actor_id: null, subject: "/" },
      { actor_id: null, subject: "tin-tuc" },
    ]);
  });

  test("ends with the withdrawal of its article, also after that is published again", async () => {
    await save(front, { "story-0": old.id });
    await withdraw(old.id);
    expect((await titlesOn("/"))[0]).toBe("Bài mới nhất");
    await approve(editor, old.id);
    expect((await titlesOn("/"))[0]).toBe("Bài mới nhất");
  });

  test("of a section's page ends when its article moves to another section", async () => {
    await save(section, { "story-0": old.id });
    expect((await titlesOn("/chuyen-muc/tin-tuc"))[0]).toBe("Bài năm cũ");
    await revise(reporter, old, article("Bài năm cũ", { section: "khac" }));
    await approve(editor, old.id);
    expect(await titlesOn("/chuyen-muc/tin-tuc")).not.toContain("Bài năm cũ");
    expect(await countChoices()).toBe(0);
  });

  test("shows the new title of its article, however old that is", async () => {
    await save(front, { "story-0": old.id });
    await revise(reporter, old, article("Bài năm cũ có tên mới"));
    await approve(editor, old.id);
    expect((await titlesOn("/"))[0]).toBe("Bài năm cũ có tên mới");
  });

  test("stays when the date of its article is corrected", async () => {
    const admin = await hireInBrowser("admin");
    await save(front, { "story-0": old.id });
    const path = `/toa-soan/bai/${old.id}`;
    const page = await (await admin.open(path)).text();
    const event = /name="event" value="(\d+)"/.exec(page)?.[1] ?? "";
    const corrected = "2021-02-04T08:00";
    const answer = await admin.post(`${path}/ngay-dang`, {
      event,
      publishedAt: corrected,
      "confirmed-date": corrected,
      "date-reason": "Ghi sai ngày",
    });
    expect(answer.status).toBe(303);
    expect((await titlesOn("/"))[0]).toBe("Bài năm cũ");
  });
});

describe("GET /chuyen-muc/:section", () => {
  test("begins with the chosen articles and lists the others by date", async () => {
    await save(section, { "story-1": old.id });
    expect(await titlesOn("/chuyen-muc/tin-tuc")).toEqual([
      "Bài mới nhất",
      "Bài năm cũ",
      "Bài mới hơn",
    ]);
  });

  test("does not take an article of another section", async () => {
    const other = await publish(reporter, editor, article("Bài mục khác", { section: "khac" }));
    expect((await save(section, { "story-0": other.id })).status).toBe(422);
  });

  test("answers 404 for the arrangement of an unknown section", async () => {
    expect((await editor.open(`${front}/khong-co`)).status).toBe(404);
  });
});

describe("GET /toa-soan/trang-nhat/xem-truoc", () => {
  test("shows the page with choices that are not saved", async () => {
    const query = `page=%2F&story-0=${old.id}`;
    const page = await (await editor.open(`${front}/xem-truoc?${query}`)).text();
    expect(page.indexOf("Bài năm cũ")).toBeLessThan(page.indexOf("Bài mới nhất"));
    expect(await htmlFaults(page)).toEqual([]);
    const list = await (
      await editor.open(`${front}/xem-truoc?page=tin-tuc&story-0=${old.id}`)
    ).text();
    expect(list.indexOf("Bài năm cũ")).toBeLessThan(list.indexOf("Bài mới nhất"));
    expect((await titlesOn("/"))[0]).toBe("Bài mới nhất");
  });

  test("has a bar that saves what it shows, or leads back to the form with it", async () => {
    const query = `base=0&page=tin-tuc&story-0=${old.id}&until-0=`;
    const page = await (await editor.open(`${front}/xem-truoc?${query}`)).text();
    const [bar = ""] = /<aside class="preview-bar"[^]*?<\/aside>/.exec(page) ?? [];
    expect(bar).toContain(`action="${section}"`);
    const hidden = [...bar.matchAll(/name="([\w-]+)" value="([^"]*)"/g)].map(([, ...pair]) => pair);
    const fields = Object.fromEntries(hidden) as Record<string, string>;
    expect(fields).toMatchObject({ base: "0", "story-0": old.id });
    const form = await (await editor.post(section, { ...fields, step: "show" })).text();
    expect(form).toContain(`value="${old.id}" selected`);
    expect(await countChoices()).toBe(0);
    expect((await editor.post(section, { ...fields, step: "save" })).status).toBe(303);
    expect((await titlesOn("/chuyen-muc/tin-tuc"))[0]).toBe("Bài năm cũ");
  });
});

describe("the article page of a published article", () => {
  test("leads an editor to the forms of its pages with the article on top, which moves the others down", async () => {
    const page = await (await editor.open(`/toa-soan/bai/${old.id}`)).text();
    expect(page).toContain(`${section}?story=${old.id}`);
    expect(page).toContain(`${front}?story=${old.id}`);
    const own = await (await reporter.open(`/toa-soan/bai/${old.id}`)).text();
    expect(own).not.toContain(`?story=`);
    await save(front, { "story-0": newer.id });
    const form = await (await editor.open(`${front}?story=${old.id}`)).text();
    const chosen = [...form.matchAll(/value="([^"]*)" selected/g)].map(([, id]) => id);
    expect(chosen).toEqual([old.id, newer.id]);
    expect(form).toContain("“Bài năm cũ” ở vị trí 1. Chưa lưu.");
    expect(await countChoices()).toBe(1);
    expect(await htmlFaults(form)).toEqual([]);
  });
});

test("GET /toa-soan/trang-nhat is valid HTML, with articles and without", async () => {
  expect(await htmlFaults(await (await editor.open(front)).text())).toEqual([]);
  expect(await htmlFaults(await (await editor.open(section)).text())).toEqual([]);
  expect(await htmlFaults(await (await editor.open(`${front}/khac`)).text())).toEqual([]);
});
