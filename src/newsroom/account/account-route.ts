import * as v from "valibot";
import { commit } from "../../article/commit.ts";
import { accountPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { accountNotices, renderAccountPage } from "./account-page.ts";
import type { AccountNotice } from "./account-page.ts";
import { readNewPassword } from "./new-password.ts";
import { allOthers } from "./session-list.ts";
import { renderNotificationPart } from "./notification-part.ts";
import { limitForms } from "./sign-in.ts";
import { beginAttempt, hashInObject, matchesInObject, recordSuccess } from "./sign-in-objects.ts";
import { seeOther } from "../answer.ts";
import { readLine, readRaw } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { requireSession, startAct } from "../guard.ts";
import { recordAct } from "../../people/log-store.ts";
import { endOpenLinks } from "../../people/one-time-link-store.ts";
import { requirePassword } from "../../people/requirement-store.ts";
import { listPasskeys } from "../../people/passkey-store.ts";
import { hashToCompare } from "../../people/password.ts";
import { findPasswordHash } from "../../people/people-store.ts";
import { changeOwnEntry, findColleague, setPassword } from "../../people/roster-store.ts";
import { PersonName, UnitName } from "../../people/roster.ts";
import { endOtherSessions, endSession, listSessions } from "../../people/session-store.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";

/** GET /toa-soan/tai-khoan. */
export async function getAccount(c: AppContext): Promise<Response> {
  return showAccount(c, null, []);
}

/** POST /toa-soan/tai-khoan: saves the user's own name, and the unit for bylines. */
export async function postAccount(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { id, username } = act.actor;
  const form = await readForm(c);
  const entry = { name: readLine(form, "name"), unit: readLine(form, "unit") };
  const errors = listEntryErrors(entry);
  if (errors.length > 0) return showAccount(c, entry, errors);
  await commit(act, [
    changeOwnEntry(act.db, id, entry),
    recordAct(act, { act: "person.changed", subject: username, detail: entry }),
  ]);
  return seeOther(linkToAccount("saved"));
}

/** POST /toa-soan/tai-khoan/phien: ends one session, or all the others. */
export async function postSessions(c: AppContext): Promise<Response> {
  const { id, person } = requireSession(c);
  const chosen = readRaw(await readForm(c), "session");
  const others = chosen === allOthers;
  const act = startAct(c);
  await commit(act, [
    others ? endOtherSessions(act.db, person.id, id) : endSession(act.db, person.id, chosen),
    recordAct(act, { act: "session.ended", subject: person.username, detail: { others } }),
  ]);
  return seeOther(linkToAccount("session-ended"));
}

/** The account page. Shows the typed values if they were refused, else the stored ones. */
export async function showAccount(
  c: AppContext,
  typed: { name: string; unit: string } | null,
  errors: readonly FieldError[],
): Promise<Response> {
  const current = requireSession(c);
  const { id } = current.person;
  const [me, passkeys, sessions, notifications] = await Promise.all([
    findColleague(c.env.DB, id),
    listPasskeys(c.env.DB, id),
    listSessions(c.env.DB, id, Date.now()),
    renderNotificationPart(c, current),
  ]);
  if (me === null) throw new AppError("not-found", accountWords.title);
  const entry = typed ?? me;
  const status = errors.length === 0 ? 200 : 422;
  const notice = errors.length === 0 ? parseNotice(c.req.query("done")) : null;
  return renderAccountPage(c, {
    me,
    entry,
    passkeys,
    sessions,
    current,
    notifications,
    notice,
    errors,
    status,
  });
}

/** The address of the account page with a message. */
export function linkToAccount(notice: AccountNotice): string {
  return `${accountPath}?done=${notice}`;
}

function parseNotice(named: string | undefined): AccountNotice | null {
  const known = Object.keys(accountNotices) as AccountNotice[];
  return known.find((notice) => notice === named) ?? null;
}

function listEntryErrors({ name, unit }: { name: string; unit: string }): FieldError[] {
  const wrong = { name: !v.is(PersonName, name), unit: !v.is(UnitName, unit) };
  return (["name", "unit"] as const)
    .filter((field) => wrong[field])
    .map((path) => ({ path, message: peopleWords.faults[path] }));
}

/** POST /toa-soan/tai-khoan/mat-khau: sets a new password and ends the user's other sessions. */
export async function postPassword(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  try {
    const present = await checkPresentPassword(c, readRaw(form, "present"), "present");
    const password = await readNewPassword(c, form, requireSession(c).person.username);
    await changePassword(c, present, password);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return showAccount(c, null, error.errors);
  }
  return seeOther(linkToAccount("password"));
}

/**
 * Checks the password of the signed-in user again, and returns the hash that it matches. AppErrors: invalid, with the field's
 * name; too-many; unavailable.
 */
export async function checkPresentPassword(
  c: AppContext,
  given: string,
  path: string,
): Promise<string> {
  const { person } = requireSession(c);
  await limitForms(c);
  const attempt = await beginAttempt(c, person.id);
  const known = await findPasswordHash(c.env.DB, person.id);
  const sent = { password: given, stored: hashToCompare(known) };
  if ((await matchesInObject(c, person.id, sent)) && known !== null) {
    recordSuccess(c, attempt);
    return known;
  }
  const message = accountWords.wrongPresentPassword;
  throw new AppError("invalid", message, [{ path, message }]);
}

async function changePassword(c: AppContext, present: string, password: string): Promise<void> {
  const { id: sessionId, person } = requireSession(c);
  const hash = await hashInObject(c, person.id, password);
  const act = startAct(c);
  await commit(act, [
    requirePassword(act.db, person.id, present),
    setPassword(act.db, person.id, hash),
    endOtherSessions(act.db, person.id, sessionId),
    endOpenLinks(act.db, person.id),
    recordAct(act, { act: "password.set", subject: person.username, detail: { by: "owner" } }),
  ]);
}
