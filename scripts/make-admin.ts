import { hashLinkToken, linkLifetimes, generateLinkToken } from "../src/people/one-time-link.ts";
import { makeAdminWords } from "../src/vietnamese/words/make-admin.ts";
import { readAdminFlags } from "./admin/admin-flags.ts";
import type { AdminFlags } from "./admin/admin-flags.ts";
import { insertAdmin, selectAdmins } from "./admin/admin-store.ts";
import type { AdminsRow } from "./admin/admin-store.ts";
import { openLocalDatabase } from "./admin/local-database.ts";
import { openRemoteDatabase } from "./admin/remote-database.ts";
import { explainStartFailure, StartFailure } from "./start/start-failure.ts";

/**
 * `npm run admin`: creates an admin and prints the one-time link that sets their password. This is how a new site gets its first
 * admin, and how a site without any gets one again.
 */
await explainStartFailure(async () => {
  const flags = readAdminFlags(process.argv.slice(2));
  if (flags === null) return console.log(makeAdminWords.usage);
  const database = await (flags.remote ? openRemoteDatabase(flags) : openLocalDatabase(flags));
  try {
    const known = await database.ask<AdminsRow>(selectAdmins(flags.username));
    requirePermission(flags, known);
    const token = generateLinkToken();
    const now = Date.now();
    const link = { hash: hashLinkToken(token), now, endsAt: now + linkLifetimes.invitation };
    await database.write(insertAdmin(flags, known.id, link));
    const address = `${database.baseUrl}/toa-soan/loi-moi/${token}`;
    console.log(makeAdminWords.made(flags.username, address));
  } finally {
    await database.close();
  }
});

/** Throws StartFailure when an admin exists who could invite the user. `--again` permits it. */
function requirePermission({ username, again }: AdminFlags, { admins, settled }: AdminsRow): void {
  if (again) return;
  if (admins > 0) throw new StartFailure(makeAdminWords.adminExists);
  if (settled === 1) throw new StartFailure(makeAdminWords.usernameTaken(username));
}
