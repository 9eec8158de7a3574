import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { endSession } from "../../people/session-store.ts";
import { seeOther } from "../answer.ts";
import { lineOf, rawOf, readFormData } from "../form-data.ts";
import { sessionOf } from "../guard.ts";
import { pathAfterSignIn, signInPath } from "../../addresses/newsroom.ts";
import { forgetSession } from "../session-cookie.ts";
import { signInPage } from "./sign-in-page.ts";
import { personOfPassword, signInAs } from "./sign-in.ts";

/** GET /toa-soan/dang-nhap: the way in; whoever is in already goes on. */
export async function getSignIn(c: AppContext): Promise<Response> {
  const after = pathAfterSignIn(c.req.query("next"));
  if ((await sessionOf(c)) !== null) return seeOther(after);
  return signInPage(c, { username: "", after, fault: null, status: 200 });
}

/** POST /toa-soan/dang-nhap: by username and password. */
export async function postSignIn(c: AppContext): Promise<Response> {
  const form = await readFormData(c.req.raw);
  const username = lineOf(form, "username").toLowerCase();
  const after = pathAfterSignIn(rawOf(form, "next"));
  try {
    const person = await personOfPassword(c, username, rawOf(form, "password"));
    return await signInAs(c, person, "password", seeOther(after));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return signInPage(c, { username, after, fault: error.message, status: error.status });
  }
}

/** POST /toa-soan/dang-xuat. */
export async function postSignOut(c: AppContext): Promise<Response> {
  const session = await sessionOf(c);
  if (session !== null) await endSession(c.env.DB, session.person.id, session.id).run();
  return forgetSession(seeOther(signInPath));
}
