import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { endAllAccess, listSessions } from "../../people/session-store.ts";
import { addLink } from "../../people/one-time-link-store.ts";
import { linkLifetimes, generateLinkToken } from "../../people/one-time-link.ts";
import { noPassword } from "../../people/password.ts";
import type { Colleague } from "../../people/roster.ts";
import {
  changeColleague,
  findColleague,
  findRosterFailure,
  setDisabled,
  setPassword,
} from "../../people/roster-store.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { seeOther } from "../answer.ts";
import { readForm } from "../../request/read-body.ts";
import { idParam, staff, startAct } from "../guard.ts";
import { personPath } from "../../addresses/newsroom.ts";
import { linkPage, personNotices, renderPersonPage } from "./person-page.ts";
import { checkPerson, readTypedPerson, listPersonErrors } from "./person-input.ts";
import type { TypedPerson } from "./person-input.ts";
import type { PersonNotice, PersonPage } from "./person-page.ts";
import { listPasskeys } from "../../people/passkey-store.ts";

/** GET /toa-soan/quan-tri/nguoi/:id. */
export async function getPerson(c: AppContext): Promise<Response> {
  const person = await readColleague(c);
  const notices = Object.keys(personNotices) as PersonNotice[];
  const notice = notices.find((one) => one === c.req.query("done")) ?? null;
  return showPerson(c, { person, typed: asTyped(person), errors: [], notice });
}

/** POST /toa-soan/quan-tri/nguoi/:id: changes the fields and the role of a person. */
export async function postPerson(c: AppContext): Promise<Response> {
  const person = await readColleague(c);
  const { id, username } = person;
  const typed = { ...readTypedPerson(await readForm(c)), username };
  // Usernames never change, so a username that is older than the present rule is harmless.
  const { entry, errors } = checkPerson({ ...typed, username: "any" });
  if (entry === null) return refuse(c, person, typed, errors);
  const { username: _, ...said } = entry;
  const change = changeColleague(c.env.DB, id, said);
  const failure = await perform(c, person, "person.changed", said, [change]);
  return failure === null ? redirectToPerson(id, "saved") : refuse(c, person, typed, failure);
}

/** POST /toa-soan/quan-tri/nguoi/:id/khoa: disables a person. Every way in ends, also the password. */
export async function postDisabling(c: AppContext): Promise<Response> {
  const person = await readColleague(c);
  const { id } = person;
  if (id === staff(c).id) {
    return refuse(c, person, asTyped(person), [{ path: "", message: peopleWords.faults.self }]);
  }
  const at = Date.now();
  const failure = await perform(c, person, "person.disabled", {}, [
    setDisabled(c.env.DB, id, at),
    ...endAllAccess(c.env.DB, id, at),
    setPassword(c.env.DB, id, noPassword),
  ]);
  return failure === null
    ? redirectToPerson(id, "disabled")
    : refuse(c, person, asTyped(person), failure);
}

/** POST /toa-soan/quan-tri/nguoi/:id/ket-thuc: ends every way in that a person has. The account and its password stay. */
export async function postAccessEnd(c: AppContext): Promise<Response> {
  const person = await readColleague(c);
  await perform(c, person, "access.ended", {}, endAllAccess(c.env.DB, person.id, Date.now()));
  return redirectToPerson(person.id, "access-ended");
}

/** POST /toa-soan/quan-tri/nguoi/:id/mo: enables a person again, who needs a new link to get in. */
export async function postEnabling(c: AppContext): Promise<Response> {
  const person = await readColleague(c);
  await perform(c, person, "person.enabled", {}, [setDisabled(c.env.DB, person.id, null)]);
  return redirectToPerson(person.id, "enabled");
}

/** POST /toa-soan/quan-tri/nguoi/:id/lien-ket: makes a link that sets a password, and ends the former link. */
export async function postLink(c: AppContext): Promise<Response> {
  const person = await readColleague(c);
  if (person.disabledAt !== null) throw new AppError("conflict", peopleWords.states.disabled);
  const kind = person.hasPassword ? "reset" : "invitation";
  const now = Date.now();
  const [token, endsAt] = [generateLinkToken(), now + linkLifetimes[kind]];
  const link = { personId: person.id, createdBy: staff(c).id, token, now, endsAt };
  await perform(c, person, "person.link-made", { kind }, addLink(c.env.DB, link));
  return linkPage(c, { name: person.name, token, endsAt });
}

/** Changes a person and writes the log entry, in one batch. Returns errors by field if the database refuses. */
async function perform(
  c: AppContext,
  { username }: Colleague,
  act: string,
  detail: Record<string, string | null>,
  statements: D1PreparedStatement[],
): Promise<FieldError[] | null> {
  const by = startAct(c);
  try {
    await commit(by, [...statements, recordAct(by, { act, subject: username, detail })]);
    return null;
  } catch (error) {
    const failure = findRosterFailure(error);
    if (failure === null) throw error;
    return listPersonErrors(failure);
  }
}

async function showPerson(
  c: AppContext,
  page: Omit<PersonPage, "sessions" | "passkeys">,
): Promise<Response> {
  const [sessions, passkeys] = await Promise.all([
    listSessions(c.env.DB, page.person.id, Date.now()),
    listPasskeys(c.env.DB, page.person.id),
  ]);
  return renderPersonPage(c, { ...page, sessions, passkeys });
}

async function readColleague(c: AppContext): Promise<Colleague> {
  const person = await findColleague(c.env.DB, idParam(c));
  if (person === null) throw new AppError("not-found", peopleWords.noSuchPerson);
  return person;
}

function asTyped({ username, name, role, unit, email }: Colleague): TypedPerson {
  return { username, name, role, unit, email: email ?? "" };
}

function refuse(
  c: AppContext,
  person: Colleague,
  typed: TypedPerson,
  errors: readonly FieldError[],
): Promise<Response> {
  return showPerson(c, { person, typed, errors, notice: null });
}

function redirectToPerson(id: string, notice: PersonNotice): Response {
  return seeOther(`${personPath(id)}?done=${notice}`);
}
