import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { htmlFaults } from "../html/html-faults.ts";
import { approve, article, publishAt, revise, submitArticle } from "../support/articles.ts";
import { addSections } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;

let reporter: Staff;
let colleague: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, colleague, editor] = [
    await hireInBrowser("reporter"),
    await hireInBrowser("reporter"),
    await hireInBrowser("editor"),
  ];
});

/** "2026-12-01T06:00" in Vietnam. */
function wallClock(at: number): string {
  return new Date(at + 7 * 60 * minute).toISOString().slice(0, 16);
}

/** A full minute in some days. */
function inDays(days: number): number {
  return Math.ceil((Date.now() + days * day) / minute) * minute;
}

async function scheduleArticle(title: string, at: number, by = reporter): Promise<string> {
  const { id } = await submitArticle(by, article(title));
  await approve(editor, id, { at: new Date(at).toISOString() });
  return id;
}

async function openCalendar(person: Staff, at: number): Promise<string> {
  return (await person.open(`/toa-soan/lich?week=${wallClock(at).slice(0, 10)}`)).text();
}

async function readSchedule(id: string) {
  return env.DB.prepare("SELECT state, scheduled_at AS at, event FROM articles WHERE id = ?1")
    .bind(id)
    .first<{ state: string; at: number; event: number }>();
}

/** Sends the form of an article on the calendar. */
async function move(person: Staff, id: string, at: string, event?: number): Promise<Response> {
  const seen = event ?? (await readSchedule(id))?.event ?? 0;
  return person.post(`/toa-soan/lich/${id}`, { event: String(seen), at, week: at.slice(0, 10) });
}

describe("GET /toa-soan/lich", () => {
  test("shows the week of a day, Monday first, with scheduled and published articles under their day", async () => {
    await publishAt({ reporter, editor }, "2026-03-04T23:30:00+07:00", "Bài đêm thứ Tư");
    await publishAt({ reporter, editor }, "2026-03-09T00:00:00+07:00", "Bài tuần sau");
    const page = await (await editor.open("/toa-soan/lich?week=2026-03-08")).text();
    const days = [...page.matchAll(/data-day="([\d-]+)"/g)].map(([, name]) => name);
    expect(days).toEqual([2, 3, 4, 5, 6, 7, 8].map((n) => `2026-03-0${n}`));
    const wednesday = page.slice(page.indexOf("2026-03-04"), page.indexOf("2026-03-05"));
    expect(wednesday).toContain("Bài đêm thứ Tư");
    expect(wednesday).toContain("23:30");
    expect(page).not.toContain("Bài tuần sau");
    expect(page).toContain("/toa-soan/lich?week=2026-02-23");
    expect(page).toContain("/toa-soan/lich?week=2026-03-09");
    expect(page).not.toContain('aria-current="date"');
    expect(await htmlFaults(page)).toEqual([]);
  });

  const noWeeks = ["31-12-2026", "2026-02-30", "%3Cb%3E", "0001-01-01", "9999-12-31"];

  test.each(["", ...noWeeks.map((week) => `?week=${week}`)])(
    "%s shows the present week, with today marked",
    async (query) => {
      const page = await (await editor.open(`/toa-soan/lich${query}`)).text();
      expect(page.match(/aria-current="date"/g)).toHaveLength(1);
    },
  );

  test("shows a published article and its scheduled version of the same week", async () => {
    const title = "Bài hai lần trong tuần";
    const { id } = await publishAt({ reporter, editor }, "2026-04-08T09:00:00+07:00", title);
    await revise(reporter, { id, version: 1 }, article(title, { lede: "Mới." }));
    await approve(editor, id, { at: new Date(inDays(1)).toISOString() });
    // As if it had been scheduled in that week.
    await env.DB.prepare("UPDATE articles SET scheduled_at = ?2 WHERE id = ?1")
      .bind(id, Date.parse("2026-04-09T09:00:00+07:00"))
      .run();
    const query = `week=2026-04-08&moved=${id}&from=2026-04-10T09:00`;
    const page = await (await editor.open(`/toa-soan/lich?${query}`)).text();
    expect(page.match(/Bài hai lần trong tuần<\/a>/g)).toHaveLength(2);
    expect(page).toContain("Đã đổi giờ đăng “Bài hai lần trong tuần”");
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("shows a reporter their own articles, without forms", async () => {
    const at = inDays(40);
    await scheduleArticle("Bài của người khác", at, colleague);
    await scheduleArticle("Bài của tôi", at);
    const page = await openCalendar(reporter, at);
    expect(page).toContain("Bài của tôi");
    expect(page).not.toContain("Bài của người khác");
    expect(page).not.toContain("datetime-local");
    const all = await openCalendar(editor, at);
    expect(all.match(/datetime-local/g)).toHaveLength(2);
    expect(await htmlFaults(all)).toEqual([]);
  });
});

describe("POST /toa-soan/lich/:id", () => {
  test("moves a scheduled article, says so, and can be undone", async () => {
    const [from, to] = [inDays(50), inDays(60)];
    const id = await scheduleArticle("Bài đổi giờ", from);
    const answer = await move(editor, id, wallClock(to));
    expect(answer.status).toBe(303);
    expect(await readSchedule(id)).toMatchObject({ state: "scheduled", at: to });
    const place = answer.headers.get("location") ?? "";
    const page = await (await editor.open(place)).text();
    expect(page).toMatch(/Đã đổi giờ đăng “Bài đổi giờ” từ .+ sang /);
    const undo = /<div class="done row"[^]*?<\/div>/.exec(page)?.[0] ?? "";
    const at = /name="at" value="([^"]+)"/.exec(undo)?.[1] ?? "";
    expect(at).toBe(wallClock(from));
    const event = Number(/name="event" value="(\d+)"/.exec(undo)?.[1]);
    expect((await move(editor, id, at, event)).status).toBe(303);
    expect(await readSchedule(id)).toMatchObject({ state: "scheduled", at: from });
  });

  test("answers 409 to a stale page, and changes nothing", async () => {
    const at = inDays(70);
    const id = await scheduleArticle("Bài đã đổi nơi khác", at);
    const before = await readSchedule(id);
    await move(editor, id, wallClock(at + day));
    const late = await move(editor, id, wallClock(at + 2 * day), before?.event);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("giờ hẹn chưa đổi");
    expect(await readSchedule(id)).toMatchObject({ at: at + day });
  });

  test("answers 409 when the article is no longer scheduled", async () => {
    const id = await scheduleArticle("Bài thôi hẹn", inDays(80));
    await approve(editor, id);
    expect((await move(editor, id, wallClock(inDays(81)))).status).toBe(409);
  });

  test.each([
    ["a past time", wallClock(Date.now() - minute), "Giờ vừa chọn đã qua"],
    ["no time", "", "Hãy chọn ngày và giờ đăng."],
    ["a time too far in the future", "2226-01-01T10:00", "Giờ hẹn không quá một năm."],
  ])("refuses %s and keeps the schedule", async (_, at, message) => {
    const from = inDays(90);
    const id = await scheduleArticle("Bài giữ giờ", from);
    const { event } = (await readSchedule(id)) ?? {};
    const week = wallClock(from).slice(0, 10);
    const answer = await editor.post(`/toa-soan/lich/${id}`, { event: String(event), at, week });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(message);
    expect(page).toContain(`href="#bai-${id}"`);
    expect(await readSchedule(id)).toMatchObject({ at: from });
  });

  test("is for editors", async () => {
    const from = inDays(100);
    const id = await scheduleArticle("Bài của phóng viên", from);
    expect((await move(reporter, id, wallClock(from + day))).status).toBe(403);
    expect(await readSchedule(id)).toMatchObject({ at: from });
  });
});
