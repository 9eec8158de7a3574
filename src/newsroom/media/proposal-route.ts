import { withQuery } from "../../addresses/address.ts";
import { deskPath, mediaPhotoPath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { decideProposal, enterCredit } from "../../publishing/credit-proposal.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { readForm } from "../../request/read-body.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { startAct, wantsJson } from "../guard.ts";
import { readPhotoDetails } from "./photo-details.ts";
import { renderPhotoPage } from "./photo-page.ts";

/** The text fields of the forms of a proposal. */
export const photoProposalFields = /^(?:act|credit|from)$/;

/** POST /toa-soan/anh/:photo/de-nghi: proposes who took a photo (`act=propose`), or accepts or refuses what was proposed. */
export async function postPhotoProposal(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const photoId = c.req.param("photo") ?? "";
  // Only a photo that the user may see.
  await readPhotoDetails(c);
  const form = await readForm(c);
  const [wanted, credit] = [readLine(form, "act"), readLine(form, "credit")];
  const path = readLine(form, "from") === "desk" ? deskPath : mediaPhotoPath(photoId);
  if (wanted !== "accept" && wanted !== "refuse") return propose();
  await decideProposal(act, { photoId, credit, isAccepted: wanted === "accept" });
  await purgeDue(act.db, c.executionCtx, act.now);
  return seeOther(path === deskPath ? path : withQuery(path, { done: wanted }));

  async function propose(): Promise<Response> {
    try {
      const done = await enterCredit(act, { photoId, credit: credit || null });
      await purgeDue(act.db, c.executionCtx, act.now);
      return seeOther(withQuery(path, { done: done === "saved" ? "facts" : "proposed" }));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid" || wantsJson(c)) throw error;
      const details = await readPhotoDetails(c);
      return renderPhotoPage(c, { ...details, proposed: { credit, errors: error.errors } });
    }
  }
}
