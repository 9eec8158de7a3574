import { randomUUID } from "node:crypto";
import { commit } from "../../article/commit.ts";
import type { AppContext } from "../../context.ts";
import { recordAct } from "../../people/log-store.ts";
import { addLink } from "../../people/one-time-link-store.ts";
import { linkLifetimes, generateLinkToken } from "../../people/one-time-link.ts";
import type { RosterEntry } from "../../people/roster.ts";
import { addColleague, listColleagues, findRosterFailure } from "../../people/roster-store.ts";
import { readForm } from "../../request/read-body.ts";
import { startAct } from "../guard.ts";
import { linkPage, renderNewPersonPage } from "./person-page.ts";
import { renderPeoplePage } from "./people-page.ts";
import { checkPerson, nobodyYet, readTypedPerson, listPersonErrors } from "./person-input.ts";

/** GET /toa-soan/quan-tri/nguoi. */
export async function getPeople(c: AppContext): Promise<Response> {
  return renderPeoplePage(c, await listColleagues(c.env.DB));
}

/** GET /toa-soan/quan-tri/nguoi/moi. */
export function getNewPerson(c: AppContext): Response {
  return renderNewPersonPage(c, nobodyYet, []);
}

/** POST /toa-soan/quan-tri/nguoi: adds a person and shows their invitation link. */
export async function postPeople(c: AppContext): Promise<Response> {
  const typed = readTypedPerson(await readForm(c));
  const { entry, errors } = checkPerson(typed);
  if (entry === null) return renderNewPersonPage(c, typed, errors);
  try {
    return linkPage(c, await invite(c, entry));
  } catch (error) {
    const failure = findRosterFailure(error);
    if (failure === null) throw error;
    return renderNewPersonPage(c, typed, listPersonErrors(failure));
  }
}

async function invite(c: AppContext, entry: RosterEntry) {
  const act = startAct(c);
  const { db, actor, now } = act;
  const [personId, token, endsAt] = [
    randomUUID(),
    generateLinkToken(),
    now + linkLifetimes.invitation,
  ];
  const { username, ...detail } = entry;
  await commit(act, [
    addColleague(db, personId, entry, now),
    ...addLink(db, { personId, createdBy: actor.id, token, now, endsAt }),
    recordAct(act, { act: "person.invited", subject: username, detail }),
  ]);
  return { name: entry.name, token, endsAt };
}
