import { randomBytes, randomUUID } from "node:crypto";
import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { recordAct } from "../../people/log-store.ts";
import { listColleagues } from "../../people/roster-store.ts";
import type { Colleague } from "../../people/roster.ts";
import { hashToken, scopes, tokenDays, usualTokenDays } from "../../people/token.ts";
import { addToken, listTokens, revokeToken } from "../../people/token-store.ts";
import type { Scope } from "../../people/token.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { idParam, staff, startAct } from "../guard.ts";
import { tokensPath } from "../../addresses/newsroom.ts";
import { tokenFields, renderTokenPage, renderTokensPage } from "./tokens-page.ts";
import type { TypedToken } from "./tokens-page.ts";

const maxLabelLength = 80;

const day = 24 * 60 * 60 * 1000;

/** GET /toa-soan/quan-tri/ma. */
export async function getTokens(c: AppContext): Promise<Response> {
  const typed = { owner: staff(c).id, label: "", scope: "read", days: String(usualTokenDays) };
  return show(c, await listPossibleOwners(c), typed, [], c.req.query("done") === "revoked");
}

/** POST /toa-soan/quan-tri/ma: issues a token, and shows it once. */
export async function postTokens(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const typed = {
    owner: readLine(form, "owner"),
    label: readLine(form, "label"),
    scope: readLine(form, "scope"),
    days: readLine(form, "days"),
  };
  const owners = await listPossibleOwners(c);
  const owner = owners.find(({ id }) => id === typed.owner) ?? null;
  const scope = scopes.find((one) => one === typed.scope) ?? null;
  const days = tokenDays.find((one) => String(one) === typed.days) ?? null;
  const errors = listTokenErrors({ owner, label: typed.label, scope, days });
  if (owner === null || scope === null || days === null || errors.length > 0) {
    return show(c, owners, typed, errors);
  }
  const act = startAct(c);
  const endsAt = act.now + days * day;
  const token = await issue(act, c.env.TOKEN_KEY, owner, { label: typed.label, scope, endsAt });
  return renderTokenPage(c, { token, label: typed.label, endsAt });
}

/** POST /toa-soan/quan-tri/ma/:id/thu-hoi. */
export async function postRevocation(c: AppContext): Promise<Response> {
  const tokens = await listTokens(c.env.DB);
  const token = tokens.find(({ id }) => id === idParam(c));
  if (token === undefined) throw new AppError("not-found", peopleWords.noSuchToken);
  const act = startAct(c);
  await commit(act, [
    revokeToken(act.db, token.id, act.now),
    recordAct(act, {
      act: "token.revoked",
      subject: token.label,
      detail: { owner: token.owner.username },
    }),
  ]);
  return seeOther(`${tokensPath}?done=revoked`);
}

async function issue(
  act: ActContext,
  key: string,
  owner: Colleague,
  { label, scope, endsAt }: { label: string; scope: Scope; endsAt: number },
): Promise<string> {
  const token = `bt_${randomBytes(32).toString("base64url")}`;
  const hash = hashToken(token, key);
  const { db, now } = act;
  await commit(act, [
    ...addToken(db, { id: randomUUID(), personId: owner.id, hash, label, scope, endsAt }, now),
    recordAct(act, {
      act: "token.issued",
      subject: label,
      detail: { owner: owner.username, scope },
    }),
  ]);
  return token;
}

async function show(
  c: AppContext,
  owners: readonly Colleague[],
  typed: TypedToken,
  errors: readonly FieldError[],
  revoked = false,
): Promise<Response> {
  return renderTokensPage(c, {
    tokens: await listTokens(c.env.DB),
    owners,
    typed,
    errors,
    revoked,
  });
}

async function listPossibleOwners(c: AppContext): Promise<Colleague[]> {
  const people = await listColleagues(c.env.DB);
  return people.filter(({ disabledAt }) => disabledAt === null);
}

function listTokenErrors(token: {
  owner: Colleague | null;
  label: string;
  scope: Scope | null;
  days: number | null;
}): FieldError[] {
  const wrong = {
    owner: token.owner === null,
    label: token.label === "" || token.label.length > maxLabelLength,
    scope: token.scope === null,
    days: token.days === null,
  };
  return tokenFields
    .filter((field) => wrong[field])
    .map((path) => ({ path, message: peopleWords.faults[path] }));
}
