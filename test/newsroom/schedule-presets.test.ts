import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroomArticlePath, publishPath, reviewPath } from "../../src/addresses/newsroom.ts";
import { listSchedulePresets, toWallClock } from "../../src/newsroom/article/schedule-presets.ts";
import { article, approve, submitArticle } from "../support/articles.ts";
import { addSections, json } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const hour = 60 * 60 * 1000;

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

describe("the usual times to publish", () => {
  test.each([
    [
      "on a Wednesday at noon",
      "2026-12-02T12:00+07:00",
      [
        "17 giờ chiều nay 2026-12-02T17:00",
        "6 giờ sáng mai 2026-12-03T06:00",
        "6 giờ sáng thứ Hai 2026-12-07T06:00",
      ],
    ],
    [
      "at 17:00 without this evening",
      "2026-12-02T17:00+07:00",
      ["6 giờ sáng mai 2026-12-03T06:00", "6 giờ sáng thứ Hai 2026-12-07T06:00"],
    ],
    [
      "on a Sunday evening with tomorrow once",
      "2026-12-06T20:00+07:00",
      ["6 giờ sáng mai 2026-12-07T06:00"],
    ],
    [
      "after midnight on a Monday in Vietnam, which is Sunday in UTC, with the next Monday",
      "2026-12-07T00:30+07:00",
      [
        "17 giờ chiều nay 2026-12-07T17:00",
        "6 giờ sáng mai 2026-12-08T06:00",
        "6 giờ sáng thứ Hai 2026-12-14T06:00",
      ],
    ],
    [
      "on the last day of the year",
      "2026-12-31T18:00+07:00",
      ["6 giờ sáng mai 2027-01-01T06:00", "6 giờ sáng thứ Hai 2027-01-04T06:00"],
    ],
  ])("%s", (_, now, expected) => {
    const presets = listSchedulePresets(Date.parse(now));
    expect(presets.map(({ label, at }) => `${label} ${toWallClock(at)}`)).toEqual(expected);
  });
});

describe("the buttons of the usual times", () => {
  test("on the review page schedule the article with one form of their own", async () => {
    const { id } = await submitArticle(reporter, article("Bài hẹn nhanh"));
    const page = await (await editor.open(`${newsroomArticlePath(id)}/duyet`)).text();
    const form = /<form class="presets[^]*?<\/form>/.exec(page)?.[0] ?? "";
    const fields = Object.fromEntries(
      [...form.matchAll(/<input\s+type="hidden"\s+name="([\w-]+)"\s+value="([^"]*)"/g)].map(
        ([, name = "", value = ""]) => [name, value],
      ),
    );
    const at = /name="at"\s+value="([^"]*)"/.exec(form)?.[1] ?? "";
    expect(form).not.toContain("datetime-local");
    const answer = await editor.post(publishPath(id), { ...fields, at });
    expect(answer.status).toBe(303);
    const row = await env.DB.prepare("SELECT state, scheduled_at AS at FROM articles WHERE id = ?1")
      .bind(id)
      .first();
    expect(row).toEqual({ state: "scheduled", at: Date.parse(`${at}+07:00`) });
  });

  test("of an old page, for a time that is past, are refused with a clear message", async () => {
    const { id } = await submitArticle(reporter, article("Bài hẹn muộn"));
    await approve(editor, id, { at: new Date(Date.now() + hour).toISOString() });
    const page = await (await editor.open(newsroomArticlePath(id))).text();
    expect(page).toContain("6 giờ sáng mai");
    const event = /name="event"\s+value="(\d+)"/.exec(page)?.[1] ?? "";
    const at = toWallClock(Date.now() - hour);
    const answer = await editor.post(publishPath(id), { event, version: "1", at });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Giờ vừa chọn đã qua");
  });
});

describe("Chép tin nhắn", () => {
  test("has the title, the state and the link of the newsroom, then of the public page", async () => {
    const { id } = await submitArticle(reporter, article("Bài <gửi> Zalo"));
    const message = async () => {
      const page = await (await reporter.open(newsroomArticlePath(id))).text();
      return /<p class="once">([^]*?)<\/p>/.exec(page)?.[1];
    };
    expect(await message()).toBe(
      `Bài &lt;gửi&gt; Zalo\nBài chờ duyệt.\nhttp://localhost:8787/toa-soan/bai/${id}`,
    );
    expect(await (await editor.open(reviewPath(id))).text()).toContain((await message()) ?? "none");
    await approve(editor, id);
    expect(await message()).toContain("Bài đã đăng.\nhttp://localhost:8787/bai-viet/");
    const draft = json("PUT", article("Tít chưa ai duyệt"), { "if-match": '"1"' });
    expect((await reporter.send(`/api/articles/${id}`, draft)).status).toBe(200);
    expect(await message()).toContain("Bài &lt;gửi&gt; Zalo\nBài đã đăng.");
    await reporter.send(`/api/articles/${id}/submission`, { method: "PUT" });
    expect(await message()).toBe(
      `Tít chưa ai duyệt\nBài chờ duyệt.\nhttp://localhost:8787/toa-soan/bai/${id}`,
    );
  });
});
