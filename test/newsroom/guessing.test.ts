import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { hashPassword, hashToCompare } from "../../src/people/password.ts";
import { hashCheaply } from "../support/password.ts";
import { hire, send } from "../support/newsroom.ts";
import { fillCache, isCached } from "../support/pages.ts";
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
  const hash = hashCheaply(password);
  await hireAs("co-mat-khau", hash);
  await hireAs("moi-duoc-moi", "none");
  await hireAs("da-bi-khoa", hash, 1);
});

describe("a failed sign-in", () => {
  test.each(["co-mat-khau", "moi-duoc-moi", "da-bi-khoa", "khong-co-ai"])(
    "%s gets the same message",
    async (username) => {
      const answer = await guess(username, "đoán thử xem", "203.0.113.1");
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain("Tên đăng nhập hoặc mật khẩu không đúng.");
    },
  );

  // Compares the work, not the time: a clock proves nothing on a busy machine.
  test("runs the same key derivation for a known user, a user without a password and an unknown name", async () => {
    const cost = /^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/;
    const stored = await hashPassword(password);
    expect(stored).toMatch(cost);
    expect(hashToCompare(stored)).toBe(stored);
    for (const nothing of [null, "none", ""]) expect(hashToCompare(nothing)).toMatch(cost);
  });

  test("a disabled user gets the same message, even with the right password", async () => {
    expect((await guess("da-bi-khoa", password, "203.0.113.2")).status).toBe(401);
  });
});

/** Counts the attempts until the limit stops one. At most 2 × `limit`, because a new minute may begin meanwhile. */
async function countAttempts(limit: number, attempt: (n: number) => Promise<Response>) {
  for (let n = 0; n <= 2 * limit; n += 1) {
    const answer = await attempt(n);
    if (answer.status === 429) return { allowed: n, answer };
    expect(answer.status).toBe(401);
  }
  throw new Error("nothing stopped it");
}

describe("guessing passwords", () => {
  test("is stopped for one account from any address", async () => {
    await hireAs("bi-do", hashCheaply(password));
    const { allowed, answer } = await countAttempts(8, (n) =>
      guess("bi-do", "sai", `198.51.100.${n}`),
    );
    expect(allowed).toBeGreaterThanOrEqual(8);
    const page = await answer.text();
    expect(page).toContain("Đã thử đăng nhập quá nhiều lần");
    expect(page).toContain('value="bi-do"');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("is stopped from one address for every account; other addresses still sign in", async () => {
    for (let n = 0; n < 10; n += 1) await hireAs(`ai-do-${n}`, hashCheaply(password));
    const { allowed } = await countAttempts(30, (n) =>
      guess(`ai-do-${n % 10}`, "sai", "192.0.2.1"),
    );
    expect(allowed).toBeGreaterThanOrEqual(30);
    expect((await guess("ai-do-1", "sai", "192.0.2.2")).status).toBe(401);
  });
});

describe("many sign-ins at the same time", () => {
  test("are refused beyond a limit, and do not delay a cached page", async () => {
    await fillCache(["/luu-tru"]);
    const order: string[] = [];
    const guesses = Array.from({ length: 40 }, async (_, n) => {
      const answer = await guess(`cung-luc-${n}`, "sai", `198.18.0.${n}`);
      order.push("sign-in");
      return answer;
    });
    await guesses[0];
    expect(await isCached("/luu-tru")).toBe(true);
    order.push("page");
    const answers = await Promise.all(guesses);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(40);
    for (const answer of refused) {
      expect(answer.headers.get("retry-after")).toBe("60");
      expect(await answer.text()).toContain("Đang có quá nhiều người đăng nhập cùng lúc");
    }
    expect(order.slice(order.indexOf("page")).length).toBeGreaterThan(5);
  });

  test.each([
    "/toa-soan/dang-nhap",
    "/toa-soan/khoa/dang-nhap",
    `/toa-soan/loi-moi/${"x".repeat(43)}`,
  ])("%s counts requests that it cannot read, and says when to try again", async (path) => {
    const headers = { ...sameOrigin, "cf-connecting-ip": `192.0.2.9 ${path}` };
    const ask = () => send(path, { method: "POST", body: "không phải biểu mẫu", headers });
    let answer = await ask();
    for (let n = 0; n < 60 && answer.status !== 429; n++) answer = await ask();
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("60");
  });
});
