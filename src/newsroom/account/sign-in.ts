import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { hashToCompare } from "../../people/password.ts";
import { hasPasskey } from "../../people/passkey-store.ts";
import { findCredentials } from "../../people/people-store.ts";
import { requirePassword } from "../../people/requirement-store.ts";
import type { Person } from "../../people/person.ts";
import { beginSession, endSession } from "../../people/session-store.ts";
import type { SignInMethod } from "../../people/session.ts";
import { readClientNetwork } from "../../request/read-value.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { readSession } from "../guard.ts";
import { setSessionCookie, offerPasskey } from "../session-cookie.ts";
import { beginAttempt, matchesInObject, recordSuccess } from "./sign-in-objects.ts";

/** A person who has proved who they are, and the statements that require the proof when the session begins. */
export type Identified<Someone = Pick<Person, "id" | "username">> = {
  person: Someone;
  method: SignInMethod;
  proof: readonly D1PreparedStatement[];
};

/**
 * The person with this username and password. AppErrors: too-many, before the password is checked; unavailable; unauthenticated,
 * with the same message and after the same work whether the name or the password is wrong.
 */
export async function findPersonByPassword(
  c: AppContext,
  username: string,
  password: string,
): Promise<Identified<Person>> {
  const attempt = await beginAttempt(c, username);
  const found = await findCredentials(c.env.DB, username);
  const stored = hashToCompare(found?.passwordHash ?? null);
  const matches = await matchesInObject(c, username, { password, stored });
  if (found === null || !matches) {
    throw new AppError("unauthenticated", newsroomWords.wrongCredentials);
  }
  recordSuccess(c, attempt);
  const proof = [requirePassword(c.env.DB, found.id, found.passwordHash)];
  return { person: found, method: "password", proof };
}

/** The sign-in methods after which a passkey is offered. */
const isTyped: Record<SignInMethod, boolean> = {
  password: true,
  link: true,
  passkey: false,
  access: false,
};

/**
 * Sets the cookie of a new session and ends the browser's former one, so that nobody can plant a session. Fails when the
 * proof does not hold any more (`isUnmetRequirement`): nothing is changed then.
 */
export async function signInAs(
  c: AppContext,
  { person, method, proof }: Identified,
  answer: Response,
): Promise<Response> {
  const former = await readSession(c);
  const { DB, TOKEN_KEY } = c.env;
  const act = { db: DB, actor: person, now: Date.now() };
  const session = { personId: person.id, method, device: c.req.header("user-agent") ?? "" };
  const noted = recordAct(act, {
    act: "session.begun",
    subject: person.username,
    detail: { method },
  });
  const ended = former === null ? [] : [endSession(DB, former.person.id, former.id)];
  const first = [...proof, ...ended, noted];
  setSessionCookie(c, answer, await beginSession(DB, TOKEN_KEY, session, act.now, first));
  return isTyped[method] && !(await hasPasskey(DB, person.id)) ? offerPasskey(c, answer) : answer;
}

/**
 * Limits the forms of sign-in that a network sends; `what` has a counter of its own. The platform counts at each of its places, and
 * not exactly, but it is cheap: it runs before the form is read and before an object is asked.
 */
export async function limitForms(c: AppContext, what = ""): Promise<void> {
  const network = readClientNetwork(c.req.raw.headers);
  const key = what === "" ? network : `${what} ${network}`;
  const { success } = await c.env.SIGN_IN_FORM_LIMIT.limit({ key });
  if (!success) throw new AppError("too-many", newsroomWords.tooManySignIns(1));
}
