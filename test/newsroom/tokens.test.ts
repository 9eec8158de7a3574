import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { json, send } from "../support/newsroom.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

const place = "/toa-soan/quan-tri/ma";

let admin: Staff;
let reporter: Staff;

beforeAll(async () => {
  [admin, reporter] = [await hireInBrowser("admin"), await hireInBrowser("reporter")];
});

async function issue(fields: Record<string, string> = {}): Promise<string> {
  const typed = {
    owner: reporter.id,
    label: "Phần mềm thử",
    scope: "write",
    days: "365",
    ...fields,
  };
  const page = await (await admin.post(place, typed)).text();
  return page.match(/bt_[\w-]{43}/)?.[0] ?? "";
}

const ask = (token: string, path: string, init: RequestInit = {}) =>
  send(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });

describe("an API token", () => {
  test("is shown once, has its owner's rights, and is stored as a hash", async () => {
    const token = await issue();
    expect((await ask(token, "/api/articles?status=draft")).status).toBe(200);
    const list = await (await admin.open(place)).text();
    expect(list).toContain("Phần mềm thử");
    expect(list).not.toContain(token);
    const { results } = await env.DB.prepare("SELECT hash FROM tokens").all<{ hash: string }>();
    expect(results.map(({ hash }) => hash)).not.toContain(token);
    for (const { hash } of results) expect(list).not.toContain(hash);
  });

  test("with the read scope cannot write", async () => {
    const token = await issue({ scope: "read" });
    expect((await ask(token, "/api/articles?status=draft")).status).toBe(200);
    const refused = await ask(token, "/api/articles", json("POST", {}));
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("chỉ được đọc") });
  });

  test("for an import has no write limit; the owner's other tokens have it", async () => {
    const [patient, hasty] = [await issue({ scope: "import" }), await issue()];
    const write = (token: string) =>
      ask(token, "/api/articles/0123456789abcdef/submission", { method: "PUT" });
    const answers = async (token: string) => {
      const statuses = new Set<number>();
      for (let n = 0; n < 260; n++) statuses.add((await write(token)).status);
      return [...statuses];
    };
    expect(await answers(patient)).toEqual([404]);
    expect(await answers(hasty)).toContain(429);
  });

  test("records its last use, to the hour", async () => {
    const token = await issue({ label: "Ít dùng" });
    const used = () =>
      env.DB.prepare("SELECT used_at FROM tokens WHERE label = 'Ít dùng'").first<number>("used_at");
    expect(await used()).toBeNull();
    await ask(token, "/api/articles");
    await expect.poll(used).not.toBeNull();
    const first = (await used()) ?? 0;
    await ask(token, "/api/articles");
    expect(await used()).toBe(first);
    await env.DB.prepare("UPDATE tokens SET used_at = ?1 WHERE label = 'Ít dùng'")
      .bind(first - 3_600_001)
      .run();
    await ask(token, "/api/articles");
    await expect.poll(used).toBeGreaterThanOrEqual(first);
  });

  test("is refused after it is revoked, and the log has the user", async () => {
    const token = await issue({ label: "Bỏ đi" });
    const id = await env.DB.prepare("SELECT id FROM tokens WHERE label = 'Bỏ đi'").first<string>(
      "id",
    );
    expect((await admin.post(`${place}/${id}/thu-hoi`)).status).toBe(303);
    expect((await ask(token, "/api/articles")).status).toBe(401);
    expect((await admin.post(`${place}/${id}/thu-hoi`)).status).toBe(404);
    const { results } = await env.DB.prepare(
      "SELECT act, actor_id FROM log WHERE subject = 'Bỏ đi' ORDER BY id",
    ).all();
    expect(results).toEqual([
      { act: "token.issued", actor_id: admin.id },
      { act: "token.revoked", actor_id: admin.id },
    ]);
  });

  test("requires an owner, a purpose and a scope", async () => {
    const answer = await admin.post(place, { owner: "ai-do", label: " ", scope: "all" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Hãy chọn một người đang hoạt động");
    expect(page).toContain("Hãy ghi mã này dùng cho việc gì");
    expect(page).toContain("Hãy chọn quyền của mã");
  });
});
