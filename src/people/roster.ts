import * as v from "valibot";
import type { Role } from "./person.ts";

/** A person as admins see them, without the password hash. Times in ms since the epoch. */
export type Colleague = {
  id: string;
  username: string;
  name: string;
  role: Role;
  /** The unit in their bylines; empty for none. */
  unit: string;
  /** The email that Cloudflare Access confirms; null for none. */
  email: string | null;
  createdAt: number;
  /** Null when they never signed in. */
  seenAt: number | null;
  disabledAt: number | null;
  /** Whether they have set a password. An invited person has none yet. */
  hasPassword: boolean;
};

/** What an admin enters about a person. */
export type RosterEntry = Pick<Colleague, "username" | "name" | "role" | "unit" | "email">;

/** The most characters of a name, a unit or an email address. */
export const maxEntryLength = 120;

/** A person's name, normalised to one line. */
export const PersonName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxEntryLength));

/** A unit's name, normalised to one line; empty for none. */
export const UnitName = v.pipe(v.string(), v.maxLength(maxEntryLength));

/** A new username: 2 to 40 characters. */
export const usernamePattern = /^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$/;

export type ColleagueState = "active" | "invited" | "disabled";

export function getColleagueState({
  disabledAt,
  hasPassword,
}: Pick<Colleague, "disabledAt" | "hasPassword">): ColleagueState {
  if (disabledAt !== null) return "disabled";
  return hasPassword ? "active" : "invited";
}
