import { randomBytes, randomInt } from "node:crypto";
import * as v from "valibot";
import { roles } from "../../src/people/person.ts";
import { startWords } from "../../src/vietnamese/words/start.ts";
import { makeBrokenStateFailure, readStateFile, writeStateFile } from "./state-folder.ts";
import type { StateFolder } from "./state-folder.ts";

const Accounts = v.object({
  accounts: v.array(
    v.object({
      role: v.picklist(roles),
      username: v.string(),
      password: v.string(),
      token: v.string(),
    }),
  ),
});

export type DemoAccount = v.InferOutput<typeof Accounts>["accounts"][number];

const people = [
  { role: "admin", username: "quantri" },
  { role: "editor", username: "bientap" },
  { role: "reporter", username: "thebang" },
  { role: "reporter", username: "thutrang" },
  { role: "reporter", username: "lohai" },
] as const;

/** The names that go with the demo usernames. */
export const demoNames: Record<string, string> = {
  quantri: "Quản trị viên",
  bientap: "Biên tập viên",
  thebang: "Thế Bằng",
  thutrang: "Thu Trang",
  lohai: "Lò Hải",
};

/**
 * Returns the demo accounts with their passwords and tokens. They are written to the state folder before the database
 * has them, so that a start that was killed does not lose them.
 */
export async function openDemoAccounts(state: StateFolder): Promise<DemoAccount[]> {
  const stored = await readStateFile(state, state.demoAccounts);
  if (stored === null) {
    const accounts = people.map((one) => ({
      ...one,
      password: makePassword(),
      token: makeToken(),
    }));
    await writeStateFile(state.demoAccounts, { accounts });
    return accounts;
  }
  const parsed = v.safeParse(Accounts, stored);
  if (!parsed.success) throw makeBrokenStateFailure(state, state.demoAccounts);
  return parsed.output.accounts;
}

/** Formats the accounts, one a line. */
export function listAccounts(accounts: DemoAccount[]): string {
  return accounts
    .map(({ role, username, password, token }) =>
      ["  " + startWords.roles[role].padEnd(10), username.padEnd(8), password, token].join("  "),
    )
    .join("\n");
}

/** 79 random bits: 16 letters and digits in groups of four. No two of the characters look alike. */
function makePassword(): string {
  const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
  const fours = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(""),
  );
  return fours.join("-");
}

function makeToken(): string {
  return `bt_${randomBytes(32).toString("base64url")}`;
}
