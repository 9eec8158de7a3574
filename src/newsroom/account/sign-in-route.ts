import { pathAfterSignIn, signInPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { signInPage } from "./sign-in-page.ts";
import { limitForms, findPersonByPassword, signInAs } from "./sign-in.ts";
import type { Identified } from "./sign-in.ts";
import type { Person } from "../../people/person.ts";
import { seeOther } from "../answer.ts";
import { readRaw } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { lacksPasskey, readSession } from "../guard.ts";
import { deleteSessionCookie, hasTestCookie, setTestCookie } from "../session-cookie.ts";
import { hasPasskey } from "../../people/passkey-store.ts";
import { findByEmail, requireEmail } from "../../people/people-store.ts";
import { isUnmetRequirement } from "../../people/requirement-store.ts";
import { endSession } from "../../people/session-store.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";

/** GET /toa-soan/dang-nhap: the sign-in page. A signed-in user is redirected. */
export async function getSignIn(c: AppContext): Promise<Response> {
  const after = pathAfterSignIn(c.req.query("next"));
  if ((await readSession(c)) !== null) return seeOther(after);
  const lacksCookies = c.req.query("fault") === "cookie" && !hasTestCookie(c);
  const fault = lacksCookies ? accountWords.noCookies : null;
  return setTestCookie(c, signInPage(c, { username: "", after, fault, status: 200 }));
}

/** POST /toa-soan/dang-nhap: by username and password. */
export async function postSignIn(c: AppContext): Promise<Response> {
  await limitForms(c);
  const form = await readForm(c);
  const username = readUsername(form);
  const after = pathAfterSignIn(readRaw(form, "next"));
  try {
    const identified = await findPersonByPassword(c, username, readRaw(form, "password"));
    await refuseWithoutPasskey(c, identified);
    return await signInAs(c, identified, seeOther(after));
  } catch (thrown) {
    const error = isUnmetRequirement(thrown)
      ? new AppError("unauthenticated", newsroomWords.wrongCredentials)
      : thrown;
    if (!(error instanceof AppError)) throw error;
    return signInPage(c, { username, after, fault: error.message, status: error.status });
  }
}

/** The characters of a username that are read. No username is so long, and what a stranger sends must cost little. */
const maxTypedUsername = 200;

function readUsername(form: FormData): string {
  const typed = readRaw(form, "username").slice(0, maxTypedUsername);
  return normaliseLine(typed).text.toLowerCase();
}

/** AppError forbidden for somebody who has a passkey and must sign in with it. */
async function refuseWithoutPasskey(
  c: AppContext,
  { person, method }: Identified<Person>,
): Promise<void> {
  if (lacksPasskey(c, { person, method }) && (await hasPasskey(c.env.DB, person.id))) {
    throw new AppError("forbidden", accountWords.usePasskey);
  }
}

/** POST /toa-soan/dang-xuat: ends the session. The browser deletes what the site stored in it, for others who use it. */
export async function postSignOut(c: AppContext): Promise<Response> {
  const session = await readSession(c);
  if (session !== null) await endSession(c.env.DB, session.person.id, session.id).run();
  const answer = deleteSessionCookie(c, seeOther(signInPath));
  // Not "cookies", which would delete those of every other host of the domain, too. The script deletes what it stored of this
  // user by itself; "storage" deletes the sealed texts of others, too, so it asks to keep those.
  const keepsOthers = session !== null && (await readKept(c)) === "others";
  answer.headers.set("clear-site-data", keepsOthers ? '"cache"' : '"cache", "storage"');
  return answer;
}

/** What the browser is to keep; a form that cannot be read signs out, too. */
async function readKept(c: AppContext): Promise<string> {
  try {
    return readRaw(await readForm(c), "keep");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return "";
  }
}

/**
 * POST /toa-soan/dang-nhap/access: signs in the user that Cloudflare Access has identified. The platform checks the
 * Access token before the Worker runs, and sets `ctx.access`; without it nobody is signed in. No header of the request
 * is trusted.
 */
export async function postAccessSignIn(c: AppContext): Promise<Response> {
  if (!c.var.site.accessSignIn) throw new AppError("not-found", newsroomWords.missing);
  await limitForms(c, "access");
  const after = pathAfterSignIn(readRaw(await readForm(c), "next"));
  try {
    const identified = await readPersonOfAccess(c);
    await refuseWithoutPasskey(c, identified);
    return await signInAs(c, identified, seeOther(after));
  } catch (thrown) {
    const error = isUnmetRequirement(thrown)
      ? new AppError("forbidden", accountWords.noAccessIdentity)
      : thrown;
    if (!(error instanceof AppError)) throw error;
    return signInPage(c, { username: "", after, fault: error.message, status: error.status });
  }
}

async function readPersonOfAccess(c: AppContext): Promise<Identified<Person>> {
  // The type of Hono's context does not have it.
  const context: object = c.executionCtx;
  const { access } = context as { access?: CloudflareAccessContext };
  const identity = await access?.getIdentity();
  const email = identity?.email?.trim().toLowerCase() ?? "";
  if (email === "") throw new AppError("forbidden", accountWords.noAccessIdentity);
  const person = await findByEmail(c.env.DB, email);
  if (person === null) throw new AppError("forbidden", accountWords.noAccessPerson(email));
  return { person, method: "access", proof: [requireEmail(c.env.DB, person.id, email)] };
}
