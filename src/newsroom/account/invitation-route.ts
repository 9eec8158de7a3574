import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { endAllAccess } from "../../people/session-store.ts";
import { findLink, useLink } from "../../people/one-time-link-store.ts";
import { getLinkState } from "../../people/one-time-link.ts";
import type { OneTimeLink } from "../../people/one-time-link.ts";
import { setPassword } from "../../people/roster-store.ts";
import { isUnmetRequirement } from "../../people/requirement-store.ts";
import { seeOther } from "../answer.ts";
import { readForm } from "../../request/read-body.ts";
import { deskPath } from "../../addresses/newsroom.ts";
import { renderDeadLinkPage, renderInvitationPage } from "./invitation-page.ts";
import { readNewPassword } from "./new-password.ts";
import { limitForms, signInAs } from "./sign-in.ts";
import { beginAttempt, hashInObject, recordSuccess } from "./sign-in-objects.ts";

/**
 * GET /toa-soan/loi-moi/:token: the page of a link. It changes nothing, because Zalo opens a link before the person
 * does.
 */
export async function getInvitation(c: AppContext): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const link = await findLink(c.env.DB, token);
  if (link === null) return renderDeadLinkPage(c, "unknown");
  const standing = getLinkState(link, Date.now());
  return standing === "open"
    ? renderInvitationPage(c, token, link, [])
    : renderDeadLinkPage(c, standing);
}

/** POST /toa-soan/loi-moi/:token: sets the password, marks the link as used, and signs the person in. */
export async function postInvitation(c: AppContext): Promise<Response> {
  await limitForms(c);
  const token = c.req.param("token") ?? "";
  const link = await findLink(c.env.DB, token);
  if (link === null) return renderDeadLinkPage(c, "unknown");
  const standing = getLinkState(link, Date.now());
  if (standing !== "open") return renderDeadLinkPage(c, standing);
  const form = await readForm(c);
  try {
    const { username } = link.person;
    // A refused new password is no guess: the link itself has shown who this is.
    const password = await readNewPassword(c, form, username);
    const attempt = await beginAttempt(c, link.hash);
    const answer = await acceptLink(c, link, password);
    recordSuccess(c, attempt, username);
    return answer;
  } catch (error) {
    if (isUnmetRequirement(error)) return renderDeadLinkPage(c, await readDeadState(c, token));
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return renderInvitationPage(c, token, link, error.errors);
  }
}

/** Why a link that was open does not work any more. */
async function readDeadState(c: AppContext, token: string): Promise<"used" | "expired"> {
  const link = await findLink(c.env.DB, token);
  return link === null || link.usedAt === null ? "expired" : "used";
}

/** In one batch: marks the link as used, ends every other way in, sets the password, and begins a session. */
async function acceptLink(c: AppContext, link: OneTimeLink, password: string): Promise<Response> {
  const { DB } = c.env;
  const { id, username } = link.person;
  const hash = await hashInObject(c, id, password);
  const act = { db: DB, actor: link.person, now: Date.now() };
  const proof = [
    ...useLink(DB, link.hash, act.now),
    ...endAllAccess(DB, id, act.now),
    setPassword(DB, id, hash),
    recordAct(act, { act: "password.set", subject: username, detail: { by: "link" } }),
  ];
  return signInAs(c, { person: link.person, method: "link", proof }, seeOther(deskPath));
}
