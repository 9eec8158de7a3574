import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { addSections, hire, send } from "../support/newsroom.ts";
import { listRoutes } from "../support/routes.ts";
import { accessTable, userKinds } from "./access-table.ts";
import type { Named, Stage, UserKind } from "./access-table.ts";
import { articleAt, fromElsewhere, createUsers } from "./users.ts";
import type { Users } from "./users.ts";

beforeAll(async () => {
  await addSections("tin-tuc");
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES ('phan-quyen', 'Phân quyền', '', 1)`,
  ).run();
});

/** Articles and their users that no act has changed yet. Rows that only read share one for each stage. */
const unchanged = new Map<Stage, { people: Users; named: Named }>();

async function createNamed(stage: Stage): Promise<{ people: Users; named: Named }> {
  const people = await createUsers();
  return { people, named: await articleAt(stage, people) };
}

describe("route access", () => {
  test("has a row for every route, and no other rows", () => {
    expect([...new Set(accessTable.map((row) => row.route))].sort()).toEqual(
      listRoutes("everybody"),
    );
  });

  test.each(accessTable)("$route, article $stage: $expected", async (row) => {
    const made = unchanged.get(row.stage) ?? (await createNamed(row.stage));
    unchanged.set(row.stage, made);
    const { people } = made;
    let { named } = made;
    const answered: [UserKind, number][] = [];
    for (const user of userKinds) {
      const answer = await people.sendAs(user)(row.path(named), row.init?.(named));
      answered.push([user, answer.status]);
      await answer.arrayBuffer();
      // The act of one user must not change the result of the next.
      if (row.init === undefined || answer.status >= 400) continue;
      unchanged.delete(row.stage);
      named = await articleAt(row.stage, people);
    }
    expect(answered).toEqual(userKinds.map((user, n) => [user, row.expected[n]]));
  });

  test("depends on the token owner's present role", async () => {
    const people = await createUsers();
    const { id } = await articleAt("submitted", people);
    const demoted = await hire("editor");
    await env.DB.prepare(`UPDATE people SET role = 'reporter' WHERE id = ?1`)
      .bind(demoted.id)
      .run();
    const refused = await demoted.send(`/api/articles/${id}/publication`, { method: "PUT" });
    expect(refused.status).toBe(403);
  });

  test.each([
    ["nothing after Bearer", "Bearer "],
    ["another scheme", "Basic bmd1b2k6bWF0a2hhdQ=="],
    ["a token that was never issued", `Bearer ${"a".repeat(43)}`],
    ["a token with extra characters", "Bearer aaaaaaaaaaaaaaaaaaaaaaaa bbbb"],
    ["two tokens", "Bearer aaaaaaaaaaaaaaaaaaaaaaaa, Bearer bbbbbbbbbbbbbbbbbbbbbbbb"],
    ["SQL", "Bearer ' OR 1=1 --                    "],
  ])("refuses %s by 401 and a challenge, even where no token is needed", async (_name, header) => {
    const answer = await fromElsewhere(send)("/api/articles", {
      headers: { authorization: header },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });
});
