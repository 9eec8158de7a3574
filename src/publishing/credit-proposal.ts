import { commit } from "../article/commit.ts";
import { AppError } from "../errors.ts";
import { recordAct } from "../people/log-store.ts";
import { hasRole } from "../people/person.ts";
import {
  deleteProposal,
  findProposal,
  insertProposal,
  isOwnPhoto,
} from "../photo/credit-proposal-store.ts";
import { maxCreditLength } from "../photo/photo-facts.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import type { ActContext } from "./permission.ts";
import { creditPhoto } from "./photo-acts.ts";

/** A photographer to enter. */
export type Credit = { photoId: string; credit: string | null };

/**
 * Enters who took a photo: at once for those who may change it, else as a proposal to the editors, if the photo is the actor's
 * own. AppErrors not-found, forbidden, and invalid for a name that is too long and for a proposal without a name.
 */
export async function enterCredit(act: ActContext, entered: Credit): Promise<"saved" | "proposed"> {
  if ((entered.credit?.length ?? 0) > maxCreditLength)
    throw refuseCredit(photoWords.creditTooLong(maxCreditLength));
  try {
    await creditPhoto(act, entered);
    return "saved";
  } catch (error) {
    const isOthers = error instanceof AppError && error.code === "forbidden";
    if (!isOthers || !(await isOwnPhoto(act.db, entered.photoId, act.actor.id))) throw error;
  }
  await proposeCredit(act, entered);
  return "proposed";
}

async function proposeCredit(act: ActContext, { photoId, credit }: Credit): Promise<void> {
  if (credit === null || credit === "") throw refuseCredit(photoWords.creditNeeded);
  const { db, actor, now } = act;
  await commit(act, [
    insertProposal(db, { photoId, credit, personId: actor.id, at: now }),
    recordAct(act, { act: "credit.proposed", subject: photoId, detail: { credit } }),
  ]);
}

function refuseCredit(message: string): AppError {
  return new AppError("invalid", message, [{ path: "credit", message }]);
}

/**
 * Accepts the proposal for a photo, which every public page then shows, or refuses it. An editor's act. `credit` is what the editor
 * saw. AppErrors forbidden; conflict if there is no such proposal any more.
 */
export async function decideProposal(
  act: ActContext,
  { photoId, credit, isAccepted }: { photoId: string; credit: string; isAccepted: boolean },
): Promise<void> {
  if (!hasRole(act.actor, "editor")) throw new AppError("forbidden", photoWords.editorsDecide);
  const proposal = await findProposal(act.db, photoId);
  if (proposal === null || proposal.credit !== credit) {
    throw new AppError("conflict", photoWords.proposalGone);
  }
  if (isAccepted) await creditPhoto(act, { photoId, credit });
  const decided = isAccepted ? "credit.accepted" : "credit.refused";
  await commit(act, [
    deleteProposal(act.db, photoId),
    recordAct(act, { act: decided, subject: photoId, detail: { credit } }),
  ]);
}
