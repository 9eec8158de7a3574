import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { createAttempts } from "../../src/durable/attempt-store.ts";
import { accountWords } from "../../src/vietnamese/words/account.ts";
import { hire, json, send } from "../support/newsroom.ts";
import { hashCheaply } from "../support/password.ts";
import { form, sameOrigin } from "../support/staff.ts";

const password = "một mật khẩu đủ dài";

beforeAll(async () => {
  for (const username of ["chi-hoa", "anh-binh", "anh-cuong"]) await hireAs(username);
});

async function hireAs(username: string): Promise<void> {
  const { id } = await hire("reporter");
  await env.DB.prepare("UPDATE people SET username = ?2, password_hash = ?3 WHERE id = ?1")
    .bind(id, username, hashCheaply(password))
    .run();
}

function signIn(username: string, given: string, address: string): Promise<Response> {
  const headers = { ...sameOrigin, "cf-connecting-ip": address };
  return send("/toa-soan/dang-nhap", { ...form({ username, password: given }), headers });
}

function counter() {
  return env.ATTEMPT_COUNTER.getByName("site");
}

function countRows(table: "failures" | "known_pairs"): Promise<number> {
  return runInDurableObject(
    counter(),
    (_, { storage }) =>
      storage.sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).one().n,
  );
}

describe("POST /toa-soan/dang-nhap, wrong passwords", () => {
  test("two hundred at once for one account: eight are compared, the others wait a minute", async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => signIn("chi-hoa", "sai", `198.51.100.${n}`)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(8);
    expect(refused).toHaveLength(192);
    for (const { headers } of refused) {
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    }
  });

  test("after strangers guessed, the owner still signs in from where they did before, and from elsewhere not", async () => {
    expect((await signIn("anh-binh", password, "203.0.113.5")).status).toBe(303);
    for (let n = 0; n < 9; n += 1) await signIn("anh-binh", "sai", `198.51.101.${n}`);
    expect((await signIn("anh-binh", password, "203.0.113.6")).status).toBe(429);
    expect((await signIn("anh-binh", password, "203.0.113.5")).status).toBe(303);
  });

  test("the owner's network has a limit, too; right passwords do not count", async () => {
    const from = "203.0.113.7";
    for (let n = 0; n < 10; n += 1) {
      expect((await signIn("anh-cuong", password, from)).status).toBe(303);
    }
    for (let n = 0; n < 8; n += 1)
      expect((await signIn("anh-cuong", "sai", from)).status).toBe(401);
    expect((await signIn("anh-cuong", password, from)).status).toBe(429);
  });

  test("addresses of one IPv6 network count together", async () => {
    for (let n = 0; n < 8; n += 1) await hireAs(`ban-${n}`);
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) {
      const address = `2001:db8:7:1:${n.toString(16)}::1`;
      statuses.push((await signIn(`ban-${n % 8}`, "sai", address)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429]);
    expect((await signIn("ban-0", "sai", "2001:db8:7:2::1")).status).toBe(401);
  });
});

test("POST /toa-soan/khoa/dang-nhap counts the failures of a passkey", async () => {
  const key = { id: "khong-co", rawId: "khong-co", type: "public-key" };
  const proof = { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" };
  const statuses: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    const headers = { ...sameOrigin, "cf-connecting-ip": `198.51.102.${n}` };
    const body = { after: "", response: { ...key, response: proof } };
    statuses.push((await send("/toa-soan/khoa/dang-nhap", json("POST", body, headers))).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 8 }, () => 401), 429]);
});

describe("the rows of failed sign-ins", () => {
  test("hold no address, no name and no password", async () => {
    await signIn("chi-hoa", "bí mật của chị", "203.0.113.50");
    const rows = await runInDurableObject(counter(), (_, { storage: { sql } }) => [
      ...sql.exec("SELECT * FROM failures").toArray(),
      ...sql.exec("SELECT * FROM known_pairs").toArray(),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/203\.0|chi-hoa|bí mật/);
    expect(rows.length).toBeGreaterThan(0);
  });

  test("are deleted when they have ended; known networks after 90 days", async () => {
    await runInDurableObject(counter(), (_, { storage: { sql } }) => {
      sql.exec("UPDATE failures SET ends_at = 1");
      sql.exec("UPDATE known_pairs SET seen_at = seen_at - 91 * 86400000");
    });
    expect(await runDurableObjectAlarm(counter())).toBe(true);
    expect([await countRows("failures"), await countRows("known_pairs")]).toEqual([0, 0]);
    expect(await runDurableObjectAlarm(counter())).toBe(false);
  });

  test("do not grow without bound: a known network still signs in", async () => {
    expect((await signIn("anh-binh", password, "203.0.113.5")).status).toBe(303);
    await runInDurableObject(counter(), async (object) => {
      for (let n = 0; n < 10_000; n += 1) {
        await object.begin({ account: `a${n}`, network: `n${n}`, pair: `p${n}` });
      }
    });
    expect((await signIn("anh-cuong", "sai", "203.0.113.77")).status).toBe(429);
    expect((await signIn("anh-binh", password, "203.0.113.5")).status).toBe(303);
  });
});

test("POST /toa-soan/dang-nhap answers 503 while the object fails, and then works again", async () => {
  await runInDurableObject(counter(), (_, { storage: { sql } }) => {
    sql.exec("DROP TABLE failures");
  });
  const answer = await signIn("anh-binh", password, "203.0.113.5");
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain(accountWords.signInUnavailable);
  expect(answer.headers.getSetCookie()).toEqual([]);
  await runInDurableObject(counter(), (_, { storage: { sql } }) => createAttempts(sql));
  expect((await signIn("anh-binh", password, "203.0.113.5")).status).toBe(303);
});
