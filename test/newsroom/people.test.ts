import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const place = "/toa-soan/quan-tri/nguoi";

let admin: Staff;

beforeEach(async () => {
  admin = await hireInBrowser("admin");
});

const someone = { username: "lo.hai", name: "Lò Hải", role: "reporter", unit: "", email: "" };

async function lastActs(subject: string): Promise<string[]> {
  const { results } = await env.DB.prepare("SELECT act FROM log WHERE subject = ?1 ORDER BY id")
    .bind(subject)
    .all<{ act: string }>();
  return results.map(({ act }) => act);
}

/** Makes this admin the only one who can sign in. */
async function leaveOnly({ id }: Staff): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("UPDATE people SET password_hash = 'scrypt$…' WHERE id = ?1").bind(id),
    env.DB.prepare(
      "UPDATE people SET password_hash = 'none' WHERE role = 'admin' AND id <> ?1",
    ).bind(id),
  ]);
}

describe("/toa-soan/quan-tri/nguoi", () => {
  test("lists users with role and status, without their password hashes", async () => {
    const { id } = await hireInBrowser("editor");
    await env.DB.prepare("UPDATE people SET password_hash = 'scrypt$secret' WHERE id = ?1")
      .bind(id)
      .run();
    for (const path of [place, `${place}/${id}`]) {
      const page = await (await admin.open(path)).text();
      expect(page).toContain(id);
      expect(page).toContain("Đang hoạt động");
      expect(page).not.toContain("scrypt");
      expect(page).not.toContain("secret");
    }
  });

  test("adds, changes, disables and enables a user, and logs each act", async () => {
    expect((await admin.post(place, someone)).status).toBe(200);
    const id =
      (await env.DB.prepare("SELECT id FROM people WHERE username = 'lo.hai'").first<string>(
        "id",
      )) ?? "";
    const changes = { name: "Lò Văn Hải", role: "editor", unit: "Sở", email: "Hai@Example.gov.vn" };
    expect((await admin.post(`${place}/${id}`, changes)).status).toBe(303);
    const row = await env.DB.prepare("SELECT name, role, email FROM people WHERE id = ?1")
      .bind(id)
      .first();
    expect(row).toEqual({ name: "Lò Văn Hải", role: "editor", email: "hai@example.gov.vn" });
    expect((await admin.post(`${place}/${id}/khoa`)).status).toBe(303);
    expect(await (await admin.open(`${place}/${id}`)).text()).toContain("Mở lại tài khoản");
    expect((await admin.post(`${place}/${id}/mo`)).status).toBe(303);
    expect(await lastActs("lo.hai")).toEqual([
      "person.invited",
      "person.changed",
      "person.disabled",
      "person.enabled",
    ]);
  });

  test.each([
    [{ username: "Có Dấu" }, "Tên đăng nhập dài 2 đến 40"],
    [{ name: " " }, "Hãy ghi họ và tên"],
    [{ role: "boss" }, "Hãy chọn một vai trò"],
    [{ email: "khong-phai" }, "Địa chỉ thư điện tử không đúng"],
  ])(
    "an invalid value gets an error at its field, which keeps the typed text: %j",
    async (wrong, message) => {
      const typed = { ...someone, username: "dung.sai", unit: "TT Phát triển", ...wrong };
      const answer = await admin.post(place, typed);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain('value="TT Phát triển"');
    },
  );

  test("refuses a username or an e-mail address that another user has", async () => {
    const first = { ...someone, username: "mot", email: "mot@example.gov.vn" };
    expect((await admin.post(place, first)).status).toBe(200);
    const sameName = await admin.post(place, { ...first, email: "" });
    expect(sameName.status).toBe(422);
    expect(await sameName.text()).toContain("Đã có người dùng tên đăng nhập này");
    const sameEmail = await admin.post(place, { ...first, username: "hai" });
    expect(await sameEmail.text()).toContain("Địa chỉ này đã gắn với người khác");
  });

  test("ends every session of a disabled user at once", async () => {
    const reporter = await hireInBrowser("reporter");
    await admin.post(`${place}/${reporter.id}/khoa`);
    expect((await reporter.open("/toa-soan")).status).toBe(303);
    const left = await env.DB.prepare("SELECT count(*) AS n FROM sessions WHERE person_id = ?1")
      .bind(reporter.id)
      .first("n");
    expect(left).toBe(0);
  });

  test("404 for an unknown person", async () => {
    expect((await admin.open(`${place}/khong-co`)).status).toBe(404);
  });
});

describe("the last admin who can sign in", () => {
  test("cannot be demoted or disabled, not even by themselves; nothing is logged", async () => {
    const last = admin;
    const other = await hireInBrowser("admin");
    await leaveOnly(last);
    const demoted = { name: "Ai đó", role: "reporter", unit: "", email: "" };
    for (const [path, fields] of [
      [`${place}/${last.id}`, demoted],
      [`${place}/${last.id}/khoa`, {}],
    ] as const) {
      const answer = await other.post(path, fields);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("Phải còn ít nhất một quản trị");
    }
    const self = await last.post(`${place}/${last.id}/khoa`);
    expect(await self.text()).toContain("không thể tự khóa");
    expect(await lastActs(last.id)).toEqual([]);
    expect((await last.open(place)).status).toBe(200);
  });

  test("can be disabled once there is another admin", async () => {
    const other = await hireInBrowser("admin");
    await leaveOnly(admin);
    await env.DB.prepare("UPDATE people SET password_hash = 'scrypt$…' WHERE id = ?1")
      .bind(other.id)
      .run();
    expect((await other.post(`${place}/${admin.id}/khoa`)).status).toBe(303);
  });
});

describe("a user who is not an admin", () => {
  test.each(["reporter", "editor"] as const)("is refused: %s", async (role) => {
    const { id, open, post } = await hireInBrowser(role);
    for (const path of ["", "/nguoi", "/nguoi/moi", `/nguoi/${id}`, "/ma"]) {
      expect((await open(`/toa-soan/quan-tri${path}`)).status, path).toBe(403);
    }
    const acts = ["/nguoi", `/nguoi/${id}`, `/nguoi/${id}/lien-ket`, `/nguoi/${id}/khoa`, "/ma"];
    for (const path of acts) {
      expect((await post(`/toa-soan/quan-tri${path}`, someone)).status, path).toBe(403);
    }
  });
});
