import { env } from "cloudflare:workers";
import { articleAt, uploadPhoto } from "../api/users.ts";
import type { Named, Stage } from "../api/access-table.ts";
import { send } from "../support/newsroom.ts";
import { employ, sameOrigin } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

/**
 * Who may ask in the newsroom: nobody, the reporter whose article it is, another reporter, …, an admin whose session is over,
 * and one who comes with an API token, good anywhere but here, that was revoked.
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
  headersOf: (asker: StaffKind) => Record<string, string>;
  people: { owner: Staff; colleague: Staff; editor: Staff; admin: Staff };
};

/** One of each, new for each row: nobody comes near the limit on writing. */
export async function createStaffUsers(): Promise<StaffUsers> {
  const [owner, colleague] = [await employ("reporter"), await employ("reporter")];
  const [editor, admin] = [await employ("editor"), await employ("admin")];
  const [expired, revoked] = [await employ("admin"), await employ("admin")];
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
    headersOf: (asker) => ({ ...sameOrigin, ...identity[asker] }),
    people,
  };
}

/** Sends what a row asks, as one of them would. */
export async function sendAsStaff(
  staff: StaffUsers,
  asker: StaffKind,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(staff.headersOf(asker))) headers.set(name, value);
  return send(path, { ...init, headers });
}
