import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { forgetSettings } from "../../src/context.ts";
import { mourningStyle } from "../../src/html/campaign.ts";
import { toWallClock } from "../../src/newsroom/article/schedule-presets.ts";
import { uploadPhoto } from "../api/users.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { minute, runClock } from "../publishing/minutes.ts";
import { article, publish } from "../support/articles.ts";
import { addSections, send } from "../support/newsroom.ts";
import { isCached } from "../support/pages.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const path = "/toa-soan/quan-tri/chien-dich";

let admin: Staff;
let reporter: Staff;
let photo = "";
let pages: string[] = [];

beforeAll(async () => {
  await addSections("tin-tuc");
  [admin, reporter] = [await hireInBrowser("admin"), await hireInBrowser("reporter")];
  const { slug } = await publish(reporter, admin, article("Bài đang đăng"));
  pages = ["/", `/bai-viet/${slug}`, "/chuyen-muc/tin-tuc", "/dinh-chinh"];
  photo = await uploadPhoto(reporter);
});

afterEach(async () => {
  vi.useRealTimers();
  await env.DB.batch([
    env.DB.prepare("DELETE FROM settings"),
    env.DB.prepare("UPDATE outbox SET done_at = 1"),
  ]);
  forgetSettings();
});

/** A whole minute an hour from now. */
const start = Math.ceil(Date.now() / minute) * minute + 60 * minute;
const end = start + 30 * minute;

function banner(changes: Record<string, string> = {}): Record<string, string> {
  return {
    banner: "on",
    photo: `/toa-soan/anh/${photo}`,
    alt: "Ngày hội khoa học",
    link: "/dinh-chinh",
    bannerFrom: toWallClock(start),
    bannerUntil: toWallClock(end),
    ...changes,
  };
}

const mourning = {
  mourning: "on",
  mourningFrom: toWallClock(start),
  mourningUntil: toWallClock(end),
};

async function save(fields: Record<string, string>): Promise<void> {
  const answer = await admin.post(path, fields);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?done=saved`]);
}

/** Runs the clock at a time and stays shortly after it. */
async function turnTo(time: number): Promise<void> {
  await runClock(time);
  vi.setSystemTime(time + 1000);
}

/** Which pages contain these words; each is asked for twice, so that the cache has it. */
async function pagesWith(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const page of pages) {
    const html = await (await send(page)).text();
    expect(await isCached(page), page).toBe(true);
    if (html.includes(words)) found.push(page);
  }
  return found;
}

describe("a banner", () => {
  test("stands on every cached page from its first minute to its last, and its photo is public then", async () => {
    await save(banner());
    const file = "480.webp";
    const statusOfPhoto = async () => (await send(`/anh/${photo}/${file}`)).status;
    expect(await pagesWith("Ngày hội khoa học")).toEqual([]);
    expect(await statusOfPhoto()).toBe(404);
    await turnTo(start - minute);
    expect(await pagesWith("Ngày hội khoa học")).toEqual([]);
    await turnTo(start);
    expect(await pagesWith('alt="Ngày hội khoa học"')).toEqual(pages);
    expect(await statusOfPhoto()).toBe(200);
    await turnTo(end - minute);
    expect(await pagesWith('alt="Ngày hội khoa học"')).toEqual(pages);
    await turnTo(end);
    expect(await pagesWith("Ngày hội khoa học")).toEqual([]);
    expect(await statusOfPhoto()).toBe(404);
  });

  test("without a beginning stands there at once, and leaves when it is no longer ticked", async () => {
    await pagesWith("");
    await save(banner({ bannerFrom: "" }));
    expect(await pagesWith('alt="Ngày hội khoa học"')).toEqual(pages);
    const page = await (await send("/")).text();
    expect(page).toContain('<a href="/dinh-chinh">');
    expect(await htmlFaults(page)).toEqual([]);
    expect((await send(`/anh/${photo}/480.webp`)).status).toBe(200);
    await save({ ...banner({ bannerFrom: "" }), banner: "" });
    expect(await pagesWith("Ngày hội khoa học")).toEqual([]);
    expect((await send(`/anh/${photo}/480.webp`)).status).toBe(404);
  });

  test("ends at once when its photo is erased", async () => {
    const erased = await uploadPhoto(reporter);
    await save(banner({ photo: erased, bannerFrom: "" }));
    expect(await pagesWith("Ngày hội khoa học")).toEqual(pages);
    const answer = await admin.post(`/toa-soan/anh/${erased}/xoa`, { reason: "Theo yêu cầu" });
    expect(answer.status).toBe(303);
    forgetSettings();
    expect(await pagesWith("Ngày hội khoa học")).toEqual([]);
    const { results } = await env.DB.prepare("SELECT value FROM settings").all();
    expect(JSON.stringify(results)).not.toContain(erased);
  });

  test.each([
    ["photo", { photo: "f".repeat(64) }, "Kho ảnh không có ảnh này."],
    ["photo", { photo: "" }, "Kho ảnh không có ảnh này."],
    ["alt", { alt: "" }, "Hãy ghi chữ thay ảnh."],
    ["alt", { alt: "x".repeat(301) }, "Dài quá 300 ký tự."],
    ["link", { link: "javascript:alert(1)" }, "Phải là một đường dẫn của trang"],
    ["link", { link: "mailto:a@example.vn" }, "Phải là một đường dẫn của trang"],
    ["link", { link: "" }, "Phải là một đường dẫn của trang"],
    ["bannerUntil", { bannerUntil: "" }, "Hãy chọn ngày và giờ."],
    ["bannerFrom", { bannerFrom: "mai" }, "Hãy chọn ngày và giờ."],
    ["bannerUntil", { bannerUntil: toWallClock(start) }, "Phải sau lúc bắt đầu"],
    ["bannerUntil", { bannerUntil: "2099-01-01T00:00" }, "Không quá một năm"],
  ])(
    "with a wrong %s is refused at its field, with what was typed",
    async (field, wrong, message) => {
      const answer = await admin.post(path, banner({ ...wrong, ...mourning }));
      expect(answer.status).toBe(422);
      const page = await answer.text();
      const shown = page.match(new RegExp(`id="o-${field}-loi">([^<]*)<`))?.[1];
      expect(shown).toContain(message);
      expect(page).toContain(field === "alt" ? 'value="/dinh-chinh"' : 'value="Ngày hội khoa học"');
      expect(await htmlFaults(page)).toEqual([]);
      expect((await env.DB.prepare("SELECT name FROM settings").all()).results).toEqual([]);
    },
  );

  test("shows its words as text", async () => {
    await save(banner({ alt: '"><script>alert(1)</script>', bannerFrom: "" }));
    const page = await (await send("/")).text();
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain("<script>alert");
  });

  test("that was stored by hand and is invalid is left out", async () => {
    await env.DB.prepare(
      `INSERT INTO settings (name, value, changed_at) VALUES ('banner', '{"from":0,"until":9e15}', 1)`,
    ).run();
    forgetSettings();
    expect((await send("/luu-tru")).status).toBe(200);
  });
});

describe("mourning", () => {
  const style = mourningStyle.element.toString();

  test("turns every cached page grey from its first minute to its last", async () => {
    await save(mourning);
    expect(await pagesWith(style)).toEqual([]);
    await turnTo(start);
    expect(await pagesWith(style)).toEqual(pages);
    await turnTo(end - minute);
    expect(await pagesWith(style)).toEqual(pages);
    await turnTo(end);
    expect(await pagesWith(style)).toEqual([]);
  });

  test("is allowed by the policy of every page, and leaves paper and the newsroom in colour", async () => {
    await save({ ...mourning, mourningFrom: "" });
    const page = await send("/");
    expect(page.headers.get("content-security-policy")).toContain(mourningStyle.source);
    expect(await page.text()).toContain(style);
    expect(await (await send(`${pages[1]}/ban-in`)).text()).not.toContain(style);
    expect(await (await admin.open(path)).text()).not.toContain(style);
  });
});

describe(path, () => {
  test("says what readers see now, and keeps what was saved in its form", async () => {
    expect(await (await admin.open(path)).text()).toContain("Không có banner và trang có màu.");
    await save({ ...banner({ bannerFrom: "" }), ...mourning, mourningFrom: "" });
    const page = await (await admin.open(path)).text();
    expect(page).toContain("Banner đang hiện. Trang đang màu xám.");
    expect(page).toContain(`value="${toWallClock(end)}"`);
    expect(page).toContain(`src="/toa-soan/anh/${photo}/`);
    expect(await htmlFaults(page)).toEqual([]);
  });

  test("takes the photo from the page of a photo, which offers this to admins only", async () => {
    const offer = `${path}?photo=${photo}`;
    expect(await (await admin.open(`/toa-soan/anh/${photo}`)).text()).toContain(offer);
    expect(await (await reporter.open(`/toa-soan/anh/${photo}`)).text()).not.toContain(offer);
    expect(await (await admin.open(offer)).text()).toContain(`value="/toa-soan/anh/${photo}"`);
  });

  test("warns on the photo's page and before its erasure that the banner shows it, and keeps its reporter from erasing it", async () => {
    const warning = "Banner của cả trang: “Ngày hội khoa học”";
    expect(await (await admin.open(`/toa-soan/anh/${photo}`)).text()).not.toContain(warning);
    await save(banner());
    const page = await (await admin.open(`/toa-soan/anh/${photo}`)).text();
    expect(page).toContain(warning);
    expect(page).not.toContain("Chưa dùng trong bài nào");
    expect(await (await admin.open(`/toa-soan/anh/${photo}/xoa`)).text()).toContain(warning);
    expect((await reporter.open(`/toa-soan/anh/${photo}/xoa`)).status).toBe(403);
  });

  test("previews the front page with the banner and in grey, and saves nothing", async () => {
    const answer = await admin.post(`${path}/xem-truoc`, { ...banner(), ...mourning });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const page = await answer.text();
    expect(page).toContain(`/toa-soan/anh/${photo}/`);
    expect(page).toContain(mourningStyle.element.toString());
    expect(page).toContain("Bài đang đăng");
    expect(answer.headers.get("content-security-policy")).toContain(mourningStyle.source);
    expect(page).toMatch(/<form method="post" action="\/toa-soan\/quan-tri\/chien-dich">/);
    expect(page).toContain('name="alt" value="Ngày hội khoa học"');
    expect(await htmlFaults(page)).toEqual([]);
    const form = await admin.post(path, { ...banner(), ...mourning, step: "show" });
    expect(await form.text()).toContain('value="Ngày hội khoa học"');
    expect((await env.DB.prepare("SELECT name FROM settings").all()).results).toEqual([]);
  });

  test("records a change in the log", async () => {
    await save({ ...banner(), ...mourning });
    const row = await env.DB.prepare(
      "SELECT act, subject, detail FROM log ORDER BY id DESC LIMIT 1",
    ).first<{ act: string; subject: string; detail: string }>();
    expect(row).toMatchObject({ act: "campaign.changed", subject: "banner, mourning" });
    expect(JSON.parse(row?.detail ?? "")).toMatchObject({ alt: "Ngày hội khoa học" });
  });
});
