import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { hashCheaply } from "../support/password.ts";
import { send } from "../support/newsroom.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const people = "/toa-soan/quan-tri/nguoi";

let admin: Staff;
let editor: Staff;

beforeEach(async () => {
  [admin, editor] = [await hireInBrowser("admin"), await hireInBrowser("editor")];
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO passkeys (id, person_id, public_key, counter, transports, name, created_at)
       VALUES (?1, ?1, 'key', 1, '[]', 'Máy bàn', 1)`,
    ).bind(editor.id),
    env.DB.prepare(`UPDATE people SET password_hash = ?2 WHERE id = ?1`).bind(
      editor.id,
      hashCheaply("trời hôm nay xanh quá"),
    ),
  ]);
});

/** Makes a one-time link for the editor, and returns its path. */
async function makeLink(): Promise<string> {
  const page = await (await admin.post(`${people}/${editor.id}/lien-ket`)).text();
  return /\/toa-soan\/loi-moi\/[\w-]+/.exec(page)?.[0] ?? "";
}

/** The number of the editor's sessions, tokens and other kinds of access. */
async function countAccess(): Promise<Record<string, number>> {
  const row = await env.DB.prepare(
    `SELECT (SELECT count(*) FROM sessions WHERE person_id = ?1) AS sessions,
       (SELECT count(*) FROM one_time_links WHERE person_id = ?1 AND used_at IS NULL AND ends_at > ?2) AS links,
       (SELECT count(*) FROM passkeys WHERE person_id = ?1) AS passkeys,
       (SELECT count(*) FROM tokens WHERE person_id = ?1 AND revoked_at IS NULL) AS tokens,
       (SELECT password_hash <> 'none' FROM people WHERE id = ?1) AS passwords`,
  )
    .bind(editor.id, Date.now())
    .first<Record<string, number>>();
  return row ?? {};
}

const none = { sessions: 0, links: 0, passkeys: 0, tokens: 0, passwords: 0 };

async function newsroomStatus(): Promise<number> {
  return (await editor.open("/toa-soan")).status;
}

async function apiStatus(): Promise<number> {
  return (await editor.send("/api/articles?status=draft")).status;
}

describe("disabling an account", () => {
  test("ends all access, and enabling it again restores none", async () => {
    const link = await makeLink();
    expect(await countAccess()).toEqual({
      sessions: 1,
      links: 1,
      passkeys: 1,
      tokens: 1,
      passwords: 1,
    });
    await admin.post(`${people}/${editor.id}/khoa`);
    expect(await countAccess()).toEqual(none);
    await admin.post(`${people}/${editor.id}/mo`);
    expect(await countAccess()).toEqual(none);
    expect([await newsroomStatus(), await apiStatus()]).toEqual([303, 401]);
    expect((await send(link)).status).toBe(410);
    expect((await send(await makeLink())).status).toBe(200);
  });
});

describe("POST /toa-soan/quan-tri/nguoi/:id/ket-thuc", () => {
  test("lists all access, and ends it except the password", async () => {
    const page = await (await admin.open(`${people}/${editor.id}`)).text();
    expect(page).toContain("<b>Máy bàn</b>");
    expect(page).toContain("Kết thúc mọi quyền truy cập");
    await makeLink();
    expect((await admin.post(`${people}/${editor.id}/ket-thuc`)).status).toBe(303);
    expect(await countAccess()).toEqual({ ...none, passwords: 1 });
    expect([await newsroomStatus(), await apiStatus()]).toEqual([303, 401]);
  });
});

describe("resetting a password by a link", () => {
  test("ends all other access", async () => {
    const fields = { password: "mai lại có mưa rào nhẹ", repeat: "mai lại có mưa rào nhẹ" };
    const path = await makeLink();
    const answer = await send(path, { ...form(fields), headers: sameOrigin });
    expect(answer.status).toBe(303);
    expect(await countAccess()).toEqual({ ...none, sessions: 1, passwords: 1 });
    expect([await newsroomStatus(), await apiStatus()]).toEqual([303, 401]);
  });
});

describe("a token", () => {
  test("ends at the time chosen when it was issued, with a clear message", async () => {
    const fields = { owner: editor.id, label: "Một tháng", scope: "read", days: "30" };
    const page = await (await admin.post("/toa-soan/quan-tri/ma", fields)).text();
    const token = /bt_[\w-]{43}/.exec(page)?.[0] ?? "";
    const read = () =>
      send("/api/articles?status=draft", { headers: { authorization: `Bearer ${token}` } });
    expect((await read()).status).toBe(200);
    const ending = await env.DB.prepare(
      `SELECT (ends_at - created_at) / 86400000 AS days FROM tokens WHERE label = ?1`,
    )
      .bind("Một tháng")
      .first("days");
    expect(ending).toBe(30);
    await env.DB.prepare(`UPDATE tokens SET ends_at = ?2 WHERE label = ?1`)
      .bind("Một tháng", Date.now() - 1)
      .run();
    const refused = await read();
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({
      detail: "Mã truy cập này đã hết hạn. Hãy nhờ quản trị cấp mã mới.",
    });
    expect(await (await admin.open("/toa-soan/quan-tri/ma")).text()).toContain("Đã hết hạn lúc");
  });

  test("is not issued without an end time", async () => {
    const fields = { owner: editor.id, label: "Mãi mãi", scope: "read", days: "9999" };
    const answer = await admin.post("/toa-soan/quan-tri/ma", fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Hãy chọn thời hạn của mã.");
  });
});
