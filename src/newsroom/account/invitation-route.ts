import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { recordAct } from "../../people/log-store.ts";
import { findLink, useLink, wasUsedAlready } from "../../people/one-time-link-store.ts";
import { getLinkState } from "../../people/one-time-link.ts";
import type { OneTimeLink } from "../../people/one-time-link.ts";
import { hashPassword } from "../../people/password.ts";
import { setPassword } from "../../people/roster-store.ts";
import { endOtherSessions } from "../../people/session-store.ts";
import { seeOther } from "../answer.ts";
import { readFormData } from "../form-data.ts";
import { deskPath } from "../../addresses/newsroom.ts";
import { deadLinkPage, invitationPage } from "./invitation-page.ts";
import { readNewPassword } from "./new-password.ts";
import { limitSignIns, signInAs } from "./sign-in.ts";

/**
 * GET /toa-soan/loi-moi/:token: the page of a link. It changes nothing, because Zalo opens a link before the person
 * does.
 */
export async function getInvitation(c: AppContext): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const link = await findLink(c.env.DB, token);
  if (link === null) return deadLinkPage(c, "unknown");
  const standing = getLinkState(link, Date.now());
  return standing === "open" ? invitationPage(c, token, link, []) : deadLinkPage(c, standing);
}

/** POST /toa-soan/loi-moi/:token: sets the password, marks the link as used, and signs the person in. */
export async function postInvitation(c: AppContext): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const link = await findLink(c.env.DB, token);
  if (link === null) return deadLinkPage(c, "unknown");
  const standing = getLinkState(link, Date.now());
  if (standing !== "open") return deadLinkPage(c, standing);
  const form = await readFormData(c.req.raw);
  try {
    await limitSignIns(c, link.hash);
    await acceptLink(c, link, readNewPassword(form, link.person.username));
  } catch (error) {
    if (wasUsedAlready(error)) return deadLinkPage(c, "used");
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return invitationPage(c, token, link, error.errors);
  }
  return signInAs(c, link.person, "link", seeOther(deskPath));
}

/** In one batch: marks the link as used, sets the password, and ends the sessions begun with the old one. */
async function acceptLink(c: AppContext, link: OneTimeLink, password: string): Promise<void> {
  const { id, username } = link.person;
  const hash = await hashPassword(password);
  const at = Date.now();
  await c.env.DB.batch([
    useLink(c.env.DB, link.hash, at),
    setPassword(c.env.DB, id, hash),
    endOtherSessions(c.env.DB, id, null),
    recordAct(c.env.DB, {
      at,
      actorId: id,
      act: "password.set",
      subject: username,
      detail: { by: "link" },
    }),
  ]);
}
