import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { app } from "../../src/app.ts";
import { forgetSettings } from "../../src/context.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { article, submitArticle } from "../support/articles.ts";
import { fillCache, isCached } from "../support/pages.ts";
import { addSections, origin, send } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import { watchDatabase } from "../support/watched-database.ts";
import type { Staff } from "../support/staff.ts";

const path = "/toa-soan/quan-tri/thiet-lap";
const script = "https://do.example.gov.vn:8443/dem.js?trang=1";

let admin: Staff;
beforeAll(async () => {
  admin = await hireInBrowser("admin");
  await addSections("tin-tuc");
});

afterEach(async () => {
  await env.DB.prepare("DELETE FROM settings").run();
  forgetSettings();
});

/** The form's present fields, with some of them changed. */
async function typeSettings(changes: Record<string, string>): Promise<Record<string, string>> {
  const page = await (await admin.open(path)).text();
  const inputs = [...page.matchAll(/name="([A-Z_]+)"\s+type="text"\s+value="([^"]*)"/g)];
  const choices = [...page.matchAll(/<select[^>]*name="([A-Z_]+)"[^]*?value="([^"]*)" selected/g)];
  const fields = [...inputs, ...choices].map(([, name, value]) => [name, value]);
  return { ...Object.fromEntries(fields), ...changes };
}

async function save(changes: Record<string, string>): Promise<Response> {
  return admin.post(path, { ...(await typeSettings(changes)), step: "save" });
}

async function readStored(): Promise<Record<string, string>> {
  const { results } = await env.DB.prepare("SELECT name, value FROM settings").all<{
    name: string;
    value: string;
  }>();
  return Object.fromEntries(results.map(({ name, value }) => [name, JSON.parse(value) as string]));
}

describe("the settings form", () => {
  test("is for admins only", async () => {
    for (const role of ["reporter", "editor"] as const) {
      const { open, post } = await hireInBrowser(role);
      expect((await open(path)).status).toBe(403);
      expect((await post(path, { SITE_NAME: "Khác", step: "save" })).status).toBe(403);
    }
  });

  test("previews a change beside the present value before readers see it", async () => {
    const answer = await admin.post(path, {
      ...(await typeSettings({ SITE_NAME: "Bản tin mới" })),
      step: "review",
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(
      /Bản tin Khoa học và Công nghệ[^]*Bản tin mới[^]*Lưu và áp dụng/,
    );
    expect(await readStored()).toEqual({});
  });

  test("saves and logs a change, and purges cached pages", async () => {
    await fillCache(["/", "/favicon.svg"]);
    const answer = await save({ SITE_NAME: "Bản tin mới", HEADER_COLOUR: "#7a1010" });
    expect(answer.headers.get("location")).toBe(`${path}?done=saved`);
    expect(await readStored()).toEqual({ SITE_NAME: "Bản tin mới", HEADER_COLOUR: "#7a1010" });
    expect(await isCached("/")).toBe(false);
    expect(await (await send("/")).text()).toContain("Bản tin mới");
    expect(await (await send("/favicon.svg")).text()).toContain("#7a1010");
    const log = await env.DB.prepare(
      "SELECT actor_id, subject, detail FROM log WHERE act = 'settings.changed'",
    ).first();
    expect(log).toEqual({
      actor_id: admin.id,
      subject: "SITE_NAME, HEADER_COLOUR",
      detail: JSON.stringify({ SITE_NAME: "Bản tin mới", HEADER_COLOUR: "#7a1010" }),
    });
    const again = await env.DB.prepare(
      "SELECT rounds, done_at FROM outbox ORDER BY id DESC",
    ).first();
    expect(again).toEqual({ rounds: 1, done_at: null });
  });

  test("removes a setting that equals the deployed value", async () => {
    await save({ SITE_NAME: "Bản tin mới" });
    await save({ SITE_NAME: env.SITE_NAME });
    expect(await readStored()).toEqual({});
  });

  test.each([
    ["SITE_NAME", "", "Không được để trống."],
    ["SITE_TAGLINE", "x".repeat(201), "Dài quá 200 ký tự."],
    ["AGENCY_EMAIL", "bantin", "Phải là một địa chỉ thư điện tử."],
    ["PORTAL_URL", "javascript:alert(1)", "Phải là địa chỉ bắt đầu bằng"],
    ["HEADER_COLOUR", "navy", "Phải là mã màu"],
    ["HEADER_COLOUR", "#8a8a8a", "tương phản chỉ"],
    ["ACCENT_COLOUR", "#e08a00", "Màu này quá nhạt"],
    ["MEASUREMENT_SCRIPT", "http://do.example.gov.vn/dem.js", "Phải là địa chỉ đầy đủ"],
    ["MEASUREMENT_SCRIPT", "https://a.vn;script-src/x.js", "Phải là địa chỉ đầy đủ"],
    ["MEASUREMENT_SCRIPT", "https://*/x.js", "Phải là địa chỉ đầy đủ"],
    ["MEASUREMENT_SCRIPT", "https://a.vn/x.js' *", "Phải là địa chỉ đầy đủ"],
    ["MEASUREMENT_SCRIPT", "https://me@a.vn/x.js", "Phải là địa chỉ đầy đủ"],
  ])("refuses %s = %s at its field, with what was typed", async (name, value, message) => {
    const answer = await save({ [name]: value });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(new RegExp(`id="o-${name}-loi">[^<]*${message}`));
    expect(page).toContain(`value="${value.replaceAll("'", "&#39;")}"`);
    expect(await readStored()).toEqual({});
  });

  test("escapes the site's name everywhere", async () => {
    const name = `<script>alert("x")</script> & "Bản tin'`;
    expect((await save({ SITE_NAME: name })).status).toBe(303);
    for (const shown of ["/", "/rss.xml"]) {
      expect(await (await send(shown)).text()).not.toContain("<script>alert");
    }
    expect(await (await admin.open("/toa-soan")).text()).not.toContain("<script>alert");
  });
});

describe("the settings kept by an isolate", () => {
  test("are used for ten seconds, then read again", async () => {
    const now = Date.now();
    vi.setSystemTime(now);
    const change = () =>
      env.DB.prepare(`INSERT INTO settings VALUES ('SITE_NAME', '"Tên mới"', 0, NULL)`).run();
    expect(await (await send("/khong-co")).text()).not.toContain("Tên mới");
    await change();
    vi.setSystemTime(now + 9000);
    expect(await (await send("/khong-co")).text()).not.toContain("Tên mới");
    vi.setSystemTime(now + 10_001);
    expect(await (await send("/khong-co")).text()).toContain("Tên mới");
    vi.useRealTimers();
  });

  test("cost one extra round trip the first time, then none", async () => {
    const { database, watch } = watchDatabase(env.DB);
    const ask = async () =>
      app.fetch(
        new Request(`${origin}/luu-tru`),
        { ...env, DB: database },
        createExecutionContext(),
      );
    await ask();
    expect(watch.trips).toBe(2);
    await ask();
    expect(watch.trips).toBe(3);
  });

  test("are used further when reading fails; without any, no page is served with a wrong name", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = new Proxy(env.DB, {
      get: (db, name) => (sql: string) => {
        if (name !== "prepare" || sql.includes("FROM settings")) throw new Error("D1 is away");
        return db.prepare(sql);
      },
    });
    const ask = async () =>
      app.fetch(new Request(`${origin}/luu-tru`), { ...env, DB: broken }, createExecutionContext());
    expect((await ask()).status).toBe(500);
    await env.DB.prepare(`INSERT INTO settings VALUES ('SITE_NAME', '"Tên riêng"', 0, NULL)`).run();
    await send("/khong-co");
    vi.setSystemTime(Date.now() + 60_000);
    expect(await (await ask()).text()).toContain("Tên riêng");
    vi.useRealTimers();
    logged.mockRestore();
  });

  test.each([`""`, `7`, `{"a":1}`, `"#ffffff"`])(
    "a row that became %s is ignored and logged",
    async (value) => {
      const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
      await env.DB.prepare("INSERT INTO settings VALUES ('HEADER_COLOUR', ?1, 0, NULL)")
        .bind(value)
        .run();
      forgetSettings();
      const page = await send("/?x=1");
      expect(page.status).toBe(200);
      expect(logged).toHaveBeenCalledWith(expect.stringContaining('"ignored":["HEADER_COLOUR"]'));
      logged.mockRestore();
      expect(await (await admin.open(path)).text()).toContain("HEADER_COLOUR không còn hợp lệ");
      expect((await save({})).status).toBe(303);
      expect(await readStored()).toEqual({});
    },
  );
});

describe("reader statistics", () => {
  test("are off by default, and then the policy allows no other origin", async () => {
    const policy = (await send("/")).headers.get("content-security-policy");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
  });

  test("run the script in a sandboxed frame of public pages, with its own policy", async () => {
    await save({ MEASUREMENT_SCRIPT: script });
    const page = await send("/");
    expect(await page.text()).toMatch(
      /<iframe[^>]*\ssrc="\/do-luong"[^>]*\ssandbox="allow-scripts"/,
    );
    const policy = page.headers.get("content-security-policy");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-src 'self'");
    expect(policy).not.toContain("do.example.gov.vn");
    await fillCache(["/do-luong"]);
    const frame = await send("/do-luong");
    expect(await frame.text()).toContain(`<script src="${script}" async></script>`);
    expect(frame.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    expect(frame.headers.get("content-security-policy")).toBe(
      "sandbox allow-scripts; default-src 'none'; script-src https://do.example.gov.vn:8443; " +
        "connect-src https://do.example.gov.vn:8443; img-src https://do.example.gov.vn:8443; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    await save({ MEASUREMENT_SCRIPT: "" });
    expect((await send("/do-luong")).status).toBe(404);
  });

  test("have no frame in the newsroom, in previews and on error pages", async () => {
    await save({ MEASUREMENT_SCRIPT: script });
    const { id } = await submitArticle(admin, article("Bài xem trước"));
    const link = await admin.post(`/toa-soan/bai/${id}/lien-ket`, { version: "1", hours: "72" });
    const linked = /class="once">[^<]+(\/xem-truoc\/[^<]+)</.exec(await link.text())?.[1] ?? "";
    expect(linked).not.toBe("");
    const pages = ["/toa-soan", path, `/toa-soan/bai/${id}/trang`, linked];
    for (const shown of pages) {
      const answer = await admin.open(shown);
      expect(answer.status, shown).toBe(200);
      expect(await answer.text(), shown).not.toContain("/do-luong");
    }
    for (const missing of ["/khong-co", `/xem-truoc/${"x".repeat(60)}`]) {
      expect(await (await send(missing)).text(), missing).not.toContain("/do-luong");
    }
  });

  test("leave every page valid HTML", async () => {
    await save({ MEASUREMENT_SCRIPT: script });
    for (const shown of ["/", "/luu-tru", "/do-luong"]) {
      expect(await htmlFaults(await (await send(shown)).text()), shown).toEqual([]);
    }
  });
});
