import type { FieldError } from "../../errors.ts";
import type { findRosterFailure } from "../../people/roster-store.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";

/** What the database refused, at the field that can be mended. */
export function personErrors(
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
