import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { addSections, send } from "../support/newsroom.ts";
import { listRoutes } from "../support/routes.ts";
import type { Stage } from "../api/access-table.ts";
import type { NamedWithStaff } from "./access-rows.ts";
import { newsroomTable } from "./access-table.ts";
import { sendAsStaff, createStaffUsers, staffKinds } from "./staff-users.ts";
import type { StaffKind } from "./staff-users.ts";

beforeAll(async () => {
  await addSections("tin-tuc");
  await env.DB.prepare(
    `INSERT INTO topics (slug, name, summary, promoted_at) VALUES ('phan-quyen', 'Phân quyền', '', 1)`,
  ).run();
});

/** Articles and their users that no act has changed yet. Rows that only read share one for each stage. */
const unchanged = new Map<Stage, NamedWithStaff>();

async function createNamed(stage: Stage): Promise<NamedWithStaff> {
  const staff = await createStaffUsers();
  return { ...(await staff.articleAt(stage)), staff };
}

describe("access in the newsroom", () => {
  test("has a row for every route, and no row for a route that is gone", () => {
    expect([...new Set(newsroomTable.map((row) => row.route))].sort()).toEqual(
      listRoutes("newsroom"),
    );
  });

  test.each(newsroomTable)("$route, article $stage: $expected", async (row) => {
    const answered: Partial<Record<StaffKind, number>> = {};
    let named = unchanged.get(row.stage) ?? (await createNamed(row.stage));
    unchanged.set(row.stage, named);
    const { staff } = named;
    let path = await row.path(named);
    for (const user of staffKinds) {
      const answer = await sendAsStaff(staff, user, path, await row.init?.(named));
      answered[user] = answer.status;
      expect(answer.headers.get("cache-control"), `${user} ${path}`).toContain("no-store");
      expect(answer.headers.get("cf-cache-status"), `${user} ${path}`).not.toBe("HIT");
      expect(answer.headers.has("cloudflare-cdn-cache-control"), `${user} ${path}`).toBe(false);
      await answer.arrayBuffer();
      // The act of one user must not change the result of the next.
      if (row.init === undefined || answer.status >= 400) continue;
      unchanged.delete(row.stage);
      named = { ...(await staff.articleAt(row.stage)), staff };
      path = await row.path(named);
    }
    const expected = staffKinds.map((user, n) => [user, row.expected[n]]);
    expect(answered).toEqual(Object.fromEntries(expected));
  });

  test.each(newsroomTable.filter(({ init }) => init !== undefined))(
    "$route is refused when another site sends it",
    async (row) => {
      const named = unchanged.get(row.stage) ?? (await createNamed(row.stage));
      unchanged.set(row.stage, named);
      const { staff } = named;
      const init = await row.init?.(named);
      const headers = new Headers(init?.headers);
      headers.set("sec-fetch-site", "cross-site");
      headers.set("origin", "https://evil.example");
      const { cookie } = staff.people.admin;
      headers.set("cookie", cookie);
      const answer = await send(await row.path(named), { ...init, headers });
      expect(answer.status).toBe(403);
    },
  );
});
