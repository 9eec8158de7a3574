import * as v from "valibot";
import { pathAfterSignIn } from "../../addresses/newsroom.ts";
import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { linkToAccount, checkPresentPassword } from "./account-route.ts";
import {
  makeRegistrationOptions,
  signInOptions,
  verifyCounter,
  verifyRegistration,
} from "./passkey-ceremony.ts";
import { isFresh } from "./passkey-list.ts";
import { limitForms, signInAs } from "./sign-in.ts";
import { beginAttempt, recordSuccess } from "./sign-in-objects.ts";
import { seeOther } from "../answer.ts";
import { readRaw } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { lacksPasskey, requireSession, staff, startAct } from "../guard.ts";
import { readDevice } from "../../people/device.ts";
import { recordAct } from "../../people/log-store.ts";
import {
  addPasskey,
  findCredential,
  hasPasskey,
  listPasskeys,
  maxPasskeyNameLength,
  maxPasskeys,
  recordUse,
  requireNoPasskey,
  removePasskey,
} from "../../people/passkey-store.ts";
import { noteSignedInByPasskey } from "../../people/session-store.ts";
import { isUnmetRequirement } from "../../people/requirement-store.ts";
import { parseWith, readJson } from "../../request/parse.ts";
import { accountWords } from "../../vietnamese/words/account.ts";

/** What a browser made of a passkey. */
export const passkeyBody = { bytes: 40_000, parts: 0 };

/** POST /toa-soan/khoa/moi/thach-thuc: options for a new passkey. Needs a recent sign-in or the password. */
export async function postRegistrationOptions(c: AppContext): Promise<Response> {
  const { password } = parseWith(PasskeyRequest, await readJson(c));
  await refuseSecondFirstPasskey(c);
  if (!isFresh(requireSession(c), Date.now())) {
    await checkPresentPassword(c, password, "key-password");
  }
  return Response.json(await makeRegistrationOptions(c, staff(c)));
}

/** POST /toa-soan/khoa/moi: adds a passkey. */
export async function postPasskey(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { id, username } = act.actor;
  const made = parseWith(NewPasskey, await readJson(c));
  await refuseSecondFirstPasskey(c);
  const known = await listPasskeys(c.env.DB, id);
  if (known.length >= maxPasskeys) throw new AppError("conflict", accountWords.tooManyPasskeys);
  const credential = await verifyRegistration(c, id, made);
  if (credential === null || (await findCredential(c.env.DB, credential.id)) !== null) {
    throw new AppError("conflict", accountWords.passkeyNotAdded);
  }
  const name = made.name === "" ? nameDevice(c) : made.name;
  const session = requireSession(c);
  // Somebody who must use a passkey may add only the first with a password, and has shown it by that.
  const first = lacksPasskey(c, session)
    ? [requireNoPasskey(c.env.DB, id), noteSignedInByPasskey(c.env.DB, session.id)]
    : [];
  await commit(act, [
    ...first,
    addPasskey(c.env.DB, id, credential, name, act.now),
    recordAct(act, { act: "passkey.added", subject: username, detail: { name } }),
  ]);
  return Response.json({ location: linkToAccount("passkey-added") }, { status: 201 });
}

/** AppError forbidden for somebody who must sign in with a passkey that they have, and did not. */
async function refuseSecondFirstPasskey(c: AppContext): Promise<void> {
  const session = requireSession(c);
  if (lacksPasskey(c, session) && (await hasPasskey(c.env.DB, session.person.id))) {
    throw new AppError("forbidden", accountWords.usePasskey);
  }
}

/** POST /toa-soan/khoa/xoa: removes one of the user's own passkeys. */
export async function postPasskeyRemoval(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { id, username } = act.actor;
  const key = readRaw(await readForm(c), "key");
  const passkey = (await listPasskeys(c.env.DB, id)).find((one) => one.id === key);
  if (passkey === undefined) return seeOther(linkToAccount("passkey-removed"));
  const detail = { name: passkey.name };
  await commit(act, [
    removePasskey(c.env.DB, id, key),
    recordAct(act, { act: "passkey.removed", subject: username, detail }),
  ]);
  return seeOther(linkToAccount("passkey-removed"));
}

/** POST /toa-soan/khoa/dang-nhap/thach-thuc: options for signing in, to anybody. */
export async function postSignInOptions(c: AppContext): Promise<Response> {
  await limitForms(c, "khoa");
  return Response.json(await signInOptions(c));
}

/** POST /toa-soan/khoa/dang-nhap: signs in the owner of a passkey. Every failure has the same message. */
export async function postPasskeySignIn(c: AppContext): Promise<Response> {
  await limitForms(c);
  const used = parseWith(UsedPasskey, await readJson(c));
  const attempt = await beginAttempt(c, used.response.id);
  const found = await findCredential(c.env.DB, used.response.id);
  const counter = found === null ? null : await verifyCounter(c, used, found.credential);
  if (found === null || counter === null) {
    throw new AppError("unauthenticated", accountWords.passkeyRefused);
  }
  recordSuccess(c, attempt);
  const use = { id: found.credential.id, personId: found.person.id, counter };
  const proof = recordUse(c.env.DB, use, Date.now());
  const answer = Response.json({ location: pathAfterSignIn(used.after) });
  try {
    return await signInAs(c, { person: found.person, method: "passkey", proof }, answer);
  } catch (error) {
    if (!isUnmetRequirement(error)) throw error;
    throw new AppError("unauthenticated", accountWords.passkeyRefused);
  }
}

function nameDevice(c: AppContext): string {
  const { browser, system } = readDevice(c.req.header("user-agent") ?? "");
  return accountWords.device(browser, system);
}

/** base64url of at most so many characters; a key's public part and its signatures are far shorter. */
const bytes = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(maxLength), v.regex(/^[\w-]+$/));

const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: v.literal("public-key"),
};

/**
 * The part that we read of a browser's response after it created a passkey (WebAuthn level 3, RegistrationResponseJSON).
 */
export const NewPasskey = v.object({
  /** Empty if the user was not asked for a name. */
  name: v.pipe(v.string(), v.trim(), v.maxLength(maxPasskeyNameLength)),
  response: v.object({
    ...credential,
    response: v.object({
      clientDataJSON: bytes(4000),
      attestationObject: bytes(16_000),
      transports: v.optional(
        v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(10)),
        [],
      ),
    }),
  }),
});

/** A browser's response when a passkey signs in (AuthenticationResponseJSON), and where to go afterwards. */
export const UsedPasskey = v.object({
  after: v.optional(v.string(), ""),
  response: v.object({
    ...credential,
    response: v.object({
      clientDataJSON: bytes(4000),
      authenticatorData: bytes(4000),
      signature: bytes(4000),
    }),
  }),
});

/** The request for the options of a new passkey. */
const PasskeyRequest = v.object({ password: v.optional(v.string(), "") });
