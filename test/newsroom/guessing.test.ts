import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { hashPassword, hashToCompare } from "../../src/people/password.ts";
import { hire, send } from "../support/newsroom.ts";
import { form, sameOrigin } from "../support/staff.ts";

const password = "một mật khẩu đủ dài";

function guess(username: string, given: string, address: string) {
  const headers = { ...sameOrigin, "cf-connecting-ip": address };
  return send("/toa-soan/dang-nhap", { ...form({ username, password: given }), headers });
}

async function hireAs(username: string, hash: string, disabledAt: number | null = null) {
  const { id } = await hire("reporter");
  await env.DB.prepare(
    "UPDATE people SET username = ?2, password_hash = ?3, disabled_at = ?4 WHERE id = ?1",
  )
    .bind(id, username, hash, disabledAt)
    .run();
}

beforeAll(async () => {
  const hash = await hashPassword(password);
  await hireAs("co-mat-khau", hash);
  await hireAs("moi-duoc-moi", "none");
  await hireAs("da-bi-khoa", hash, 1);
});

describe("guessing who works here", () => {
  test.each(["co-mat-khau", "moi-duoc-moi", "da-bi-khoa", "khong-co-ai"])(
    "%s is told in the same words",
    async (username) => {
      const answer = await guess(username, "đoán thử xem", "203.0.113.1");
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain("Tên đăng nhập hoặc mật khẩu không đúng.");
    },
  );

  // The clock is no judge on a busy machine: what is compared, and under which cost, is the work.
  test("costs the same derivation whether there is somebody, a password, or neither", async () => {
    const cost = /^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/;
    const stored = await hashPassword(password);
    expect(stored).toMatch(cost);
    expect(hashToCompare(stored)).toBe(stored);
    for (const nothing of [null, "none", ""]) expect(hashToCompare(nothing)).toMatch(cost);
  });

  test("somebody who was disabled is not told apart, even with the right password", async () => {
    expect((await guess("da-bi-khoa", password, "203.0.113.2")).status).toBe(401);
  });
});

describe("guessing passwords", () => {
  test("of one account is stopped wherever it comes from, even when it is right at last", async () => {
    await hireAs("bi-do", await hashPassword(password));
    for (let n = 0; n < 8; n += 1) await guess("bi-do", "sai", `198.51.100.${n}`);
    const answer = await guess("bi-do", password, "198.51.100.99");
    expect(answer.status).toBe(429);
    const page = await answer.text();
    expect(page).toContain("Đã thử đăng nhập quá nhiều lần");
    expect(page).toContain('value="bi-do"');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("from one address is stopped whichever account it is for; others go on", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 32; n += 1) {
      statuses.push((await guess(`ai-do-${n}`, "sai", "192.0.2.1")).status);
    }
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await guess("ai-do-khac", "sai", "192.0.2.2")).status).toBe(401);
  });
});
