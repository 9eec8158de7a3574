import * as v from "valibot";
import type { Role } from "./person.ts";

/** Somebody who works here, as admins see them. Never with what their password is stored as. Times in ms since the epoch. */
export type Colleague = {
  id: string;
  username: string;
  name: string;
  role: Role;
  /** What their bylines say; empty for none. */
  unit: string;
  /** Who Cloudflare Access says they are; null for none. */
  email: string | null;
  createdAt: number;
  /** Null who was never signed in. */
  seenAt: number | null;
  disabledAt: number | null;
  /** Whether they have set a password; who has not was invited and has not come yet. */
  hasPassword: boolean;
};

/** What an admin says about somebody. */
export type RosterEntry = Pick<Colleague, "username" | "name" | "role" | "unit" | "email">;

/** Characters of a name, a unit and a mail address. */
export const maxEntryLength = 120;

/** A person's name, normalised to one line. */
export const PersonName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxEntryLength));

/** A unit's name, normalised to one line; empty for none. */
export const UnitName = v.pipe(v.string(), v.maxLength(maxEntryLength));

/** Of a username that is new: 2 to 40 characters. */
export const usernamePattern = /^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$/;

export type ColleagueState = "active" | "invited" | "disabled";

export function getColleagueState({
  disabledAt,
  hasPassword,
}: Pick<Colleague, "disabledAt" | "hasPassword">): ColleagueState {
  if (disabledAt !== null) return "disabled";
  return hasPassword ? "active" : "invited";
}
