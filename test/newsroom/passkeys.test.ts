import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { makeSignInChallenge } from "../../src/people/sign-in-challenge.ts";
import { hashCheaply } from "../support/password.ts";
import { Authenticator } from "../support/authenticator.ts";
import type { Ceremony } from "../support/authenticator.ts";
import { json, origin, send } from "../support/newsroom.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const place = "/toa-soan/khoa";

let staff: Staff;
let key: Authenticator;

beforeEach(async () => {
  [staff, key] = [await hireInBrowser("reporter"), new Authenticator()];
});

const headers = { ...sameOrigin, accept: "application/json" };

function ask(path: string, body: unknown, more: Record<string, string> = {}) {
  return send(`${place}${path}`, json("POST", body, { ...headers, ...more }));
}

const asStaff = (path: string, body: unknown) => ask(path, body, { cookie: staff.cookie });

async function readChallenge(answer: Promise<Response>): Promise<string> {
  const { challenge } = await (await answer).json<{ challenge: string }>();
  return challenge;
}

const honest = { origin, rpId: "localhost", counter: 1 };

async function register(forged: Partial<Ceremony> = {}, format = "none"): Promise<Response> {
  const challenge = await readChallenge(asStaff("/moi/thach-thuc", {}));
  const response = key.register({ ...honest, challenge, ...forged }, format);
  return asStaff("/moi", { name: "Máy bàn", response });
}

async function signIn(forged: Partial<Ceremony> = {}, by = key): Promise<Response> {
  const challenge = await readChallenge(ask("/dang-nhap/thach-thuc", {}));
  const response = by.signIn({ ...honest, challenge, counter: 2, ...forged });
  return ask("/dang-nhap", { response, after: "/toa-soan/bai/moi" });
}

describe("adding a passkey", () => {
  test("stores its public key, counter and name, and logs it", async () => {
    const answer = await register();
    expect([answer.status, await answer.json()]).toEqual([
      201,
      { location: "/toa-soan/tai-khoan?done=passkey-added" },
    ]);
    const row = await env.DB.prepare("SELECT person_id, name, counter FROM passkeys WHERE id = ?1")
      .bind(key.id)
      .first();
    expect(row).toEqual({ person_id: staff.id, name: "Máy bàn", counter: 1 });
    const act = await env.DB.prepare("SELECT act FROM log WHERE subject = ?1")
      .bind(staff.id)
      .first("act");
    expect(act).toBe("passkey.added");
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["another site", { rpId: "evil.example" }],
    ["a challenge that is not ours", { challenge: "bm90LW91cnMtYXQtYWxs" }],
  ])("is refused for %s", async (_, forged) => {
    expect((await register(forged)).status).toBe(409);
    expect(await env.DB.prepare("SELECT 1 FROM passkeys WHERE id = ?1").bind(key.id).first()).toBe(
      null,
    );
  });

  test.each(["packed", "tpm", "a later format"])(
    "accepts a key with an attestation of the format %s, which signs in",
    async (format) => {
      expect((await register({}, format)).status).toBe(201);
      expect((await signIn()).status).toBe(200);
    },
  );

  test("verifies the origin and the site of a key with an attestation", async () => {
    expect((await register({ origin: "https://evil.example" }, "packed")).status).toBe(409);
    expect((await register({ rpId: "evil.example" }, "packed")).status).toBe(409);
  });

  test.each([
    ["no CBOR", "_____w"],
    ["an empty map", "oA"],
    ["authenticator data that is text", "oWhhdXRoRGF0YWF4"],
  ])("is refused for an attestation object that is %s", async (_, attestationObject) => {
    const challenge = await readChallenge(asStaff("/moi/thach-thuc", {}));
    const response = key.register({ ...honest, challenge });
    response.response.attestationObject = attestationObject;
    expect((await asStaff("/moi", { name: "", response })).status).toBe(409);
  });

  test("accepts a challenge once, from the same user, within five minutes", async () => {
    const challenge = await readChallenge(asStaff("/moi/thach-thuc", {}));
    const body = { name: "", response: key.register({ ...honest, challenge }) };
    const other = await hireInBrowser("editor");
    expect((await ask("/moi", body, { cookie: other.cookie })).status).toBe(409);
    expect((await asStaff("/moi", body)).status).toBe(201);
    expect((await asStaff("/moi", body)).status).toBe(409);

    const late = await readChallenge(asStaff("/moi/thach-thuc", {}));
    await env.DB.prepare("UPDATE challenges SET ends_at = ends_at - 300000").run();
    const response = new Authenticator().register({ ...honest, challenge: late });
    expect((await asStaff("/moi", { name: "", response })).status).toBe(409);
  });

  test("asks for the password when the sign-in is old", async () => {
    const password = "một mật khẩu đủ dài";
    await env.DB.batch([
      env.DB.prepare("UPDATE people SET password_hash = ?2 WHERE id = ?1").bind(
        staff.id,
        hashCheaply(password),
      ),
      env.DB.prepare(
        "UPDATE sessions SET created_at = created_at - 900000 WHERE person_id = ?1",
      ).bind(staff.id),
    ]);
    const refused = await asStaff("/moi/thach-thuc", { password: "sai" });
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { errors: [{ path: "key-password", message: "Mật khẩu hiện tại không đúng." }] },
    ]);
    expect((await asStaff("/moi/thach-thuc", { password })).status).toBe(200);
  });

  test("requires a session and the same origin", async () => {
    expect((await ask("/moi/thach-thuc", {})).status).toBe(401);
    expect((await ask("/moi", {})).status).toBe(401);
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    for (const path of ["/moi/thach-thuc", "/moi", "/dang-nhap/thach-thuc", "/dang-nhap"]) {
      const answer = await ask(path, {}, { cookie: staff.cookie, ...foreign });
      expect(answer.status, path).toBe(403);
    }
    const removal = await staff.post(`${place}/xoa`, { key: key.id }, foreign);
    expect(removal.status).toBe(403);
  });
});

describe("signing in with a passkey", () => {
  test("opens a new session and redirects, without a username", async () => {
    await register();
    const answer = await signIn();
    expect([answer.status, await answer.json()]).toEqual([200, { location: "/toa-soan/bai/moi" }]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const [cookie = ""] = (answer.headers.getSetCookie()[0] ?? "").split(";");
    expect((await send("/toa-soan", { headers: { cookie } })).status).toBe(200);
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["another site", { rpId: "evil.example" }],
    ["a challenge that is not ours", { challenge: "bm90LW91cnMtYXQtYWxs" }],
    ["a counter that was seen before", { counter: 1 }],
  ])("is refused for %s", async (_, forged) => {
    await register();
    expect((await signIn(forged)).status).toBe(401);
  });

  test("is refused with the same message for an unknown key and for another key's signature", async () => {
    await register();
    const stranger = new Authenticator();
    const challenge = await readChallenge(ask("/dang-nhap/thach-thuc", {}));
    const forged = {
      ...stranger.signIn({
        ...honest,
        challenge,
        counter: 9,
      }),
      id: key.id,
      rawId: key.id,
    };
    const [unknown, wrong] = [
      await signIn({}, stranger),
      await ask("/dang-nhap", { response: forged }),
    ];
    expect([unknown.status, wrong.status]).toEqual([401, 401]);
    expect(await unknown.text()).toBe(await wrong.text());
  });

  test("accepts an answer once", async () => {
    await register();
    const challenge = await readChallenge(ask("/dang-nhap/thach-thuc", {}));
    const response = key.signIn({ ...honest, challenge, counter: 2 });
    expect((await ask("/dang-nhap", { response })).status).toBe(200);
    expect((await ask("/dang-nhap", { response })).status).toBe(401);
  });

  test("stores nothing before a passkey has signed the challenge", async () => {
    await register();
    await env.DB.prepare("DELETE FROM challenges").run();
    for (let n = 0; n < 3; n += 1) await ask("/dang-nhap/thach-thuc", {});
    await signIn({}, new Authenticator());
    const count = () => env.DB.prepare("SELECT COUNT(*) AS n FROM challenges").first<number>("n");
    expect(await count()).toBe(0);
    expect((await signIn()).status).toBe(200);
    expect(await count()).toBe(1);
  });

  test("accepts only a challenge of this site, for a sign-in, within five minutes", async () => {
    await register();
    const answerTo = async (challenge: string) => {
      const response = key.signIn({ ...honest, challenge, counter: 2 });
      return (await ask("/dang-nhap", { response })).status;
    };
    const make = (secret: string, age: number) =>
      Buffer.from(makeSignInChallenge(secret, Date.now() - age)).toString("base64url");
    expect(await answerTo(make(env.TOKEN_KEY, 300_000))).toBe(401);
    expect(await answerTo(make("another key", 0))).toBe(401);
    expect(await answerTo(await readChallenge(asStaff("/moi/thach-thuc", {})))).toBe(401);
    const challenge = make(env.TOKEN_KEY, 240_000);
    expect(await answerTo(`${challenge}=`)).toBe(401);
    expect(await answerTo(challenge)).toBe(200);
    const forSignIn = await readChallenge(ask("/dang-nhap/thach-thuc", {}));
    const response = new Authenticator().register({ ...honest, challenge: forSignIn });
    expect((await asStaff("/moi", { name: "", response })).status).toBe(409);
  });

  test("is refused for a disabled user and for a removed key", async () => {
    await register();
    await env.DB.prepare("UPDATE people SET disabled_at = 1 WHERE id = ?1").bind(staff.id).run();
    expect((await signIn()).status).toBe(401);
    await env.DB.prepare("UPDATE people SET disabled_at = NULL WHERE id = ?1").bind(staff.id).run();
    expect((await signIn()).status).toBe(200);
    const other = await hireInBrowser("admin");
    await other.post(`${place}/xoa`, { key: key.id });
    expect((await signIn({ counter: 3 })).status).toBe(200);
    await staff.post(`${place}/xoa`, { key: key.id });
    expect((await signIn({ counter: 4 })).status).toBe(401);
  });

  test.each([
    ["invalid JSON", "{"],
    ["nothing", "{}"],
    ["invalid base64url", JSON.stringify({ response: { id: "*", rawId: "", type: "public-key" } })],
  ])("answers %s as a bad request", async (_, body) => {
    const answer = await send(`${place}/dang-nhap`, {
      method: "POST",
      body,
      headers: {
        ...headers,
        "content-type": "application/json",
      },
    });
    expect([400, 422]).toContain(answer.status);
  });

  test("redirects only to newsroom pages", async () => {
    await register();
    const challenge = await readChallenge(ask("/dang-nhap/thach-thuc", {}));
    const response = key.signIn({ ...honest, challenge, counter: 2 });
    const answer = await ask("/dang-nhap", { response, after: "https://evil.example" });
    expect(await answer.json()).toEqual({ location: "/toa-soan" });
  });
});

describe("a passkey whose user was not verified", () => {
  test("is not added", async () => {
    key.verifiesUser = false;
    expect((await register()).status).toBe(409);
  });

  test("does not sign in", async () => {
    expect((await register()).status).toBe(201);
    key.verifiesUser = false;
    expect((await signIn()).status).toBe(401);
  });
});
