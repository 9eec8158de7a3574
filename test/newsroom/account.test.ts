import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { hashCheaply } from "../support/password.ts";
import { hireInBrowser, signInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const place = "/toa-soan/tai-khoan";
const password = "một mật khẩu đủ dài";
const better = "một mật khẩu còn dài hơn";

async function withPassword(): Promise<Staff> {
  const staff = await hireInBrowser("reporter");
  await env.DB.prepare("UPDATE people SET password_hash = ?2 WHERE id = ?1")
    .bind(staff.id, hashCheaply(password))
    .run();
  return staff;
}

describe("POST /toa-soan/tai-khoan", () => {
  test("saves the name and the unit, and shows a message", async () => {
    const { id, open, post } = await hireInBrowser("reporter");
    const answer = await post(place, { name: " Thế  Bằng ", unit: "TT Phát triển KH&CN" });
    expect(answer.headers.get("location")).toBe(`${place}?done=saved`);
    const page = await (await open(`${place}?done=saved`)).text();
    expect(page).toContain("Đã lưu.");
    expect(page).toContain('value="Thế Bằng"');
    const unit = await env.DB.prepare("SELECT unit FROM people WHERE id = ?1").bind(id).first();
    expect(unit).toEqual({ unit: "TT Phát triển KH&CN" });
  });

  test("refuses an empty name and keeps the typed text", async () => {
    const { post } = await hireInBrowser("reporter");
    const answer = await post(place, { name: "", unit: "Đơn vị vừa gõ" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Hãy ghi họ và tên");
    expect(page).toContain('value="Đơn vị vừa gõ"');
  });

  test("does not change the role", async () => {
    const { id, post } = await hireInBrowser("reporter");
    await post(place, { name: "Ai đó", unit: "", role: "admin", email: "x@example.gov.vn" });
    const row = await env.DB.prepare("SELECT role, email FROM people WHERE id = ?1")
      .bind(id)
      .first();
    expect(row).toEqual({ role: "reporter", email: null });
  });
});

describe("POST /toa-soan/tai-khoan/mat-khau", () => {
  test("requires the current password, and ends every other session", async () => {
    const staff = await withPassword();
    const elsewhere = await signInBrowser(staff);
    const wrong = await staff.post(`${place}/mat-khau`, {
      present: "sai",
      password: better,
      repeat: better,
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Mật khẩu hiện tại không đúng");
    expect((await elsewhere.open("/toa-soan")).status).toBe(200);

    const right = await staff.post(`${place}/mat-khau`, {
      present: password,
      password: better,
      repeat: better,
    });
    expect(right.headers.get("location")).toBe(`${place}?done=password`);
    expect((await elsewhere.open("/toa-soan")).status).toBe(303);
    expect((await staff.open("/toa-soan")).status).toBe(200);
  });

  test("is limited as sign-in is", async () => {
    const { post } = await withPassword();
    const fields = { present: "sai", password: better, repeat: better };
    // More than twice the limit, because a new minute may begin meanwhile.
    const statuses: number[] = [];
    while (statuses.length < 17 && statuses.at(-1) !== 429) {
      statuses.push((await post(`${place}/mat-khau`, fields)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  test("is refused when another site sends it", async () => {
    const { post } = await withPassword();
    const fields = { present: password, password: better, repeat: better };
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    for (const path of [place, `${place}/mat-khau`, `${place}/phien`]) {
      expect((await post(path, fields, foreign)).status, path).toBe(403);
    }
  });
});

describe("the list of devices", () => {
  test("names each session, and ends one or all others", async () => {
    const staff = await hireInBrowser("reporter");
    const [phone, tablet] = [await signInBrowser(staff), await signInBrowser(staff)];
    await env.DB.prepare(
      "UPDATE sessions SET device = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36' WHERE person_id = ?1",
    )
      .bind(staff.id)
      .run();
    const page = await (await staff.open(place)).text();
    expect(page.match(/<b>Chrome trên Windows<\/b>/g)).toHaveLength(3);
    expect(page.match(/<span class="state">thiết bị này</g)).toHaveLength(1);
    const session = page.match(/name="session"\s+value="([\w-]{36})"/)?.[1] ?? "";
    await staff.post(`${place}/phien`, { session });
    const after = await Promise.all([phone.open("/toa-soan"), tablet.open("/toa-soan")]);
    expect(after.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 303]);
    await staff.post(`${place}/phien`, { session: "khac" });
    expect((await phone.open("/toa-soan")).status).toBe(303);
    expect((await tablet.open("/toa-soan")).status).toBe(303);
    expect((await staff.open("/toa-soan")).status).toBe(200);
  });

  test("does not end another user's session", async () => {
    const [one, other] = [await hireInBrowser("reporter"), await hireInBrowser("admin")];
    const id = await env.DB.prepare("SELECT id FROM sessions WHERE person_id = ?1")
      .bind(one.id)
      .first<string>("id");
    await other.post(`${place}/phien`, { session: id ?? "" });
    expect((await one.open("/toa-soan")).status).toBe(200);
  });
});
