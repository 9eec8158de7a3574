import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { app } from "../../src/app.ts";
import { hire, origin } from "../support/newsroom.ts";
import { form, sameOrigin } from "../support/staff.ts";

const email = "thebang@example.gov.vn";

let id: string;

beforeAll(async () => {
  ({ id } = await hire("reporter"));
  await env.DB.prepare("UPDATE people SET email = ?2 WHERE id = ?1").bind(id, email).run();
});

/** The identity that the platform adds to a request through Access; null without Access. */
type Identity = CloudflareAccessIdentity | undefined | null;

/** Sends a request to the app as the platform would, with this identity. */
async function ask(
  path: string,
  init: RequestInit,
  { identity, setting = "on" }: { identity: Identity; setting?: string },
): Promise<Response> {
  const access = { aud: "test", getIdentity: async () => identity ?? undefined };
  const context = createExecutionContext();
  if (identity !== null) Object.defineProperty(context, "access", { value: access });
  const request = new Request(origin + path, init);
  const answer = await app.fetch(request, { ...env, ACCESS_SIGN_IN: setting }, context);
  await waitOnExecutionContext(context);
  return answer;
}

function signIn(identity: Identity, setting?: string, headers: Record<string, string> = {}) {
  const init = {
    ...form({ next: "/toa-soan/bai/moi" }),
    headers: { ...sameOrigin, ...headers },
    redirect: "manual" as const,
  };
  return ask("/toa-soan/dang-nhap/access", init, {
    identity,
    ...(setting === undefined ? {} : { setting }),
  });
}

describe("POST /toa-soan/dang-nhap/access", () => {
  test("signs in the person with the e-mail address that Access confirms", async () => {
    const answer = await signIn({ email: "TheBang@Example.gov.vn" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/toa-soan/bai/moi"]);
    expect(answer.headers.getSetCookie()[0]).toContain("__Host-phien=");
    const methods = await env.DB.prepare("SELECT method FROM sessions WHERE person_id = ?1")
      .bind(id)
      .all();
    expect(methods.results).toEqual([{ method: "access" }]);
  });

  test.each([
    ["did not come through Access", null],
    ["came through it without an identity", undefined],
    ["has no address", { name: "Ai đó" }],
    ["has an empty address", { email: " " }],
  ] as const)("refuses a user who %s", async (_, identity) => {
    const answer = await signIn(identity);
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toContain("Cloudflare Access không cho biết bạn là ai");
  });

  test("trusts no request header in place of the Access token", async () => {
    const headers = {
      "cf-access-authenticated-user-email": email,
      "cf-access-jwt-assertion": "eyJhbGciOiJub25lIn0.e30.",
    };
    expect((await signIn(null, "on", headers)).status).toBe(403);
  });

  test("an unknown e-mail address is refused with a clear message", async () => {
    const answer = await signIn({ email: "nguoila@example.gov.vn" });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("gắn với địa chỉ nguoila@example.gov.vn");
  });

  test("a disabled person is refused", async () => {
    await env.DB.prepare("UPDATE people SET disabled_at = 1 WHERE id = ?1").bind(id).run();
    expect((await signIn({ email })).status).toBe(403);
    await env.DB.prepare("UPDATE people SET disabled_at = NULL WHERE id = ?1").bind(id).run();
  });

  test("answers 404 and is not offered while Access is off", async () => {
    expect((await signIn({ email }, "off")).status).toBe(404);
    const page = async (setting: string) =>
      (await ask("/toa-soan/dang-nhap", {}, { identity: null, setting })).text();
    expect(await page("off")).not.toContain("Cloudflare Access");
    expect(await page("on")).toContain("Tiếp tục bằng Cloudflare Access");
  });

  test("is refused when another site sends it", async () => {
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await signIn({ email }, "on", foreign)).status).toBe(403);
  });
});
