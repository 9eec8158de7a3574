import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { hashPassword, hashToCompare, passwordMatches } from "../../people/password.ts";
import { findPasswordHash } from "../../people/people-store.ts";
import { setPassword } from "../../people/roster-store.ts";
import { endOtherSessions } from "../../people/session-store.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { seeOther } from "../answer.ts";
import { rawOf, readFormData } from "../form-data.ts";
import { sessionIn } from "../guard.ts";
import { accountAfter, showAccount } from "./account-route.ts";
import { readNewPassword } from "./new-password.ts";
import { limitSignIns } from "./sign-in.ts";

/** POST /toa-soan/tai-khoan/mat-khau: another password; whoever is in elsewhere signs in anew. */
export async function postPassword(c: AppContext): Promise<Response> {
  const form = await readFormData(c.req.raw);
  try {
    await requirePresentPassword(c, rawOf(form, "present"), "present");
    await changePassword(c, readNewPassword(form, sessionIn(c).person.username));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return showAccount(c, null, error.errors);
  }
  return seeOther(accountAfter("password"));
}

/** Whoever is signed in says their password again. AppErrors: invalid, with the field's name; too-many. */
export async function requirePresentPassword(
  c: AppContext,
  given: string,
  path: string,
): Promise<void> {
  const { person } = sessionIn(c);
  await limitSignIns(c, person.id);
  const stored = await findPasswordHash(c.env.DB, person.id);
  if (await passwordMatches(given, hashToCompare(stored))) return;
  const message = accountWords.wrongPresentPassword;
  throw new AppError("invalid", message, [{ path, message }]);
}

async function changePassword(c: AppContext, password: string): Promise<void> {
  const { id: sessionId, person } = sessionIn(c);
  const hash = await hashPassword(password);
  const at = Date.now();
  await c.env.DB.batch([
    setPassword(c.env.DB, person.id, hash),
    endOtherSessions(c.env.DB, person.id, sessionId),
    recordAct(c.env.DB, {
      at,
      actorId: person.id,
      act: "password.set",
      subject: person.username,
      detail: { by: "owner" },
    }),
  ]);
}
