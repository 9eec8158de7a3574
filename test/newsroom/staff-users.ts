import { env } from "cloudflare:workers";
import { articleAt, uploadPhoto } from "../api/users.ts";
import type { Named, Stage } from "../api/access-table.ts";
import { send } from "../support/newsroom.ts";
import { hireInBrowser, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

/**
 * The kinds of users that send each request of the table: nobody, the reporter who owns the article, another reporter, …, an
 * admin with an expired session, and somebody with a revoked API token.
 */
export const staffKinds = [
  "nobody",
  "owner",
  "colleague",
  "editor",
  "admin",
  "expired",
  "revoked",
] as const;

export type StaffKind = (typeof staffKinds)[number];

export type StaffUsers = {
  /** A new article with a photo, at a stage. */
  articleAt: (stage: Stage) => Promise<Named>;
  headersOf: (user: StaffKind) => Record<string, string>;
  people: { owner: Staff; colleague: Staff; editor: Staff; admin: Staff };
};

/** Creates one user of each kind. Each row gets new users, so that no user reaches the limit on writing. */
export async function createStaffUsers(): Promise<StaffUsers> {
  const [owner, colleague] = [await hireInBrowser("reporter"), await hireInBrowser("reporter")];
  const [editor, admin] = [await hireInBrowser("editor"), await hireInBrowser("admin")];
  const [expired, revoked] = [await hireInBrowser("admin"), await hireInBrowser("admin")];
  await env.DB.batch([
    env.DB.prepare(`UPDATE sessions SET ends_at = 1 WHERE person_id = ?1`).bind(expired.id),
    env.DB.prepare(`UPDATE tokens SET revoked_at = 1 WHERE person_id = ?1`).bind(revoked.id),
  ]);
  const people = { owner, colleague, editor, admin };
  const photo = await uploadPhoto(owner);
  const identity: Record<StaffKind, Record<string, string>> = {
    nobody: {},
    owner: { cookie: owner.cookie },
    colleague: { cookie: colleague.cookie },
    editor: { cookie: editor.cookie },
    admin: { cookie: admin.cookie },
    expired: { cookie: expired.cookie },
    revoked: { authorization: `Bearer ${revoked.token}` },
  };
  return {
    articleAt: (stage) => articleAt(stage, { owner, editor, photo }),
    headersOf: (user) => ({ ...sameOrigin, ...identity[user] }),
    people,
  };
}

/** Sends a request as one of these users. */
export async function sendAsStaff(
  staff: StaffUsers,
  user: StaffKind,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(staff.headersOf(user))) headers.set(name, value);
  return send(path, { ...init, headers });
}
