import * as v from "valibot";
import type { FieldError } from "../../errors.ts";
import { readLine } from "../form-data.ts";
import { roles } from "../../people/person.ts";
import type { Role } from "../../people/person.ts";
import type { findRosterFailure } from "../../people/roster-store.ts";
import { PersonName, UnitName, maxEntryLength, usernamePattern } from "../../people/roster.ts";
import type { RosterEntry } from "../../people/roster.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";

/** The typed fields of a person, not checked yet. */
export type TypedPerson = {
  username: string;
  name: string;
  role: string;
  unit: string;
  email: string;
};

/** Names of the fields, in their order. */
export const personFields = ["username", "name", "role", "unit", "email"] as const;

export const nobodyYet: TypedPerson = {
  username: "",
  name: "",
  role: "reporter",
  unit: "",
  email: "",
};

/** It finds typing mistakes only. Cloudflare Access knows whether the mailbox exists. */
const emailPattern = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;

export function readTypedPerson(form: FormData): TypedPerson {
  return {
    username: readLine(form, "username").toLowerCase(),
    name: readLine(form, "name"),
    role: readLine(form, "role"),
    unit: readLine(form, "unit"),
    email: readLine(form, "email").toLowerCase(),
  };
}

/** The checked fields, or the errors. */
export function checkPerson(
  typed: TypedPerson,
): { entry: RosterEntry; errors: null } | { entry: null; errors: FieldError[] } {
  const { username, name, unit, email } = typed;
  const role = parseRole(typed.role);
  const wrong = {
    username: !usernamePattern.test(username),
    name: !v.is(PersonName, name),
    role: role === null,
    unit: !v.is(UnitName, unit),
    email: email !== "" && (email.length > maxEntryLength || !emailPattern.test(email)),
  };
  const errors = personFields
    .filter((field) => wrong[field])
    .map((path) => ({ path, message: peopleWords.faults[path] }));
  if (role === null || errors.length > 0) return { entry: null, errors };
  return {
    entry: { username, name, role, unit, email: email === "" ? null : email },
    errors: null,
  };
}

function parseRole(text: string): Role | null {
  return roles.find((role) => role === text) ?? null;
}

/** The errors of fields when the database refused a change. */
export function listPersonErrors(
  failure: Exclude<ReturnType<typeof findRosterFailure>, null>,
): FieldError[] {
  switch (failure) {
    case "username":
      return [{ path: "username", message: peopleWords.faults.usernameTaken }];
    case "email":
      return [{ path: "email", message: peopleWords.faults.emailTaken }];
    case "last-admin":
      return [{ path: "role", message: peopleWords.faults.lastAdmin }];
  }
}
