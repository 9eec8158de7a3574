import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "../../src/people/person.ts";
import worker from "../../src/worker.ts";
import { hashCheaply } from "../support/password.ts";
import { Authenticator } from "../support/authenticator.ts";
import { json, origin } from "../support/newsroom.ts";
import { hireInBrowser, form, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const password = "trời hôm nay xanh quá";

let requests = 0;

/** Sends a request to a Worker that was deployed with REQUIRE_PASSKEY = "editors". */
async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(sameOrigin)) headers.set(name, value);
  headers.set("cf-connecting-ip", `203.0.113.${++requests % 250}`);
  const request = new Request<unknown, IncomingRequestCfProperties>(origin + path, {
    method: init.method ?? "GET",
    headers,
    body: init.body ?? null,
    redirect: "manual",
  });
  const strict = { ...env, REQUIRE_PASSKEY: "editors" };
  return worker.fetch(request, strict, createExecutionContext());
}

let editor: Staff;
let key: Authenticator;

beforeEach(async () => {
  [editor, key] = [await hireInBrowser("editor"), new Authenticator()];
});

const open = (path: string, by: Staff = editor) => send(path, { headers: { cookie: by.cookie } });

const ask = (path: string, body: unknown) =>
  send(
    `/toa-soan/khoa${path}`,
    json("POST", body, { accept: "application/json", cookie: editor.cookie }),
  );

/** Adds a passkey in the editor's session, and returns the status of the answer. */
async function addPasskey(authenticator: Authenticator): Promise<number> {
  const options = await ask("/moi/thach-thuc", {});
  if (options.status !== 200) return options.status;
  const { challenge } = await options.json<{ challenge: string }>();
  const ceremony = { challenge, origin, rpId: "localhost", counter: 1 };
  return (await ask("/moi", { name: "Máy", response: authenticator.register(ceremony) })).status;
}

describe("with REQUIRE_PASSKEY, an editor who signed in with a password", () => {
  test("is kept on the account page, and adds a first passkey there", async () => {
    const desk = await open("/toa-soan");
    expect([desk.status, desk.headers.get("location")]).toEqual([
      303,
      "/toa-soan/tai-khoan?done=passkey-required",
    ]);
    const account = await open("/toa-soan/tai-khoan?done=passkey-required");
    expect(await account.text()).toContain("Vai trò của bạn phải đăng nhập bằng khóa.");
    const saved = await send("/toa-soan/tai-khoan", {
      ...form({ name: "Tên mới", unit: "" }),
      headers: { cookie: editor.cookie },
    });
    expect(saved.status).toBe(403);
    expect(await addPasskey(key)).toBe(201);
    expect((await open("/toa-soan")).status).toBe(200);
  });

  test("cannot add a second passkey with the password alone, nor sign in with it again", async () => {
    expect(await addPasskey(key)).toBe(201);
    await env.DB.batch([
      env.DB.prepare("UPDATE sessions SET method = 'password' WHERE person_id = ?1").bind(
        editor.id,
      ),
      env.DB.prepare("UPDATE people SET password_hash = ?2 WHERE id = ?1").bind(
        editor.id,
        hashCheaply(password),
      ),
    ]);
    expect(await addPasskey(new Authenticator())).toBe(403);
    const answer = await send("/toa-soan/dang-nhap", form({ username: editor.id, password }));
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null]);
    expect(await answer.text()).toContain("phải đăng nhập bằng khóa");
  });
});

test.each<[Role, number]>([
  ["reporter", 200],
  ["admin", 303],
])("with REQUIRE_PASSKEY for editors, GET /toa-soan answers a %s %i", async (role, status) => {
  expect((await open("/toa-soan", await hireInBrowser(role))).status).toBe(status);
});
