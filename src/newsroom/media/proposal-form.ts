import { mediaPhotoPath, photoProposalPath } from "../../addresses/newsroom.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import type { CreditProposal } from "../../photo/credit-proposal-store.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { findError, renderInputField } from "../fields.ts";

/** A name as it was sent, and what is wrong with it. */
export type TypedProposal = { credit: string; errors: readonly FieldError[] };

/** For the reporter of a published photo: who took it, for an editor to accept. */
export function renderProposalForm(
  photoId: string,
  proposal: CreditProposal | null,
  refused: TypedProposal | null,
): Html {
  return html`${proposal === null ? null : html`<p class="note">${mediaWords.waiting(proposal.credit)}</p>`}
    <form method="post" action="${photoProposalPath(photoId)}" class="stack">
      ${renderInputField({
        name: "credit",
        label: mediaWords.facts.credit,
        hint: mediaWords.proposalHint,
        value: refused?.credit ?? proposal?.credit ?? "",
        error: findError(refused?.errors ?? [], "credit"),
        required: true,
      })}
      <button type="submit" name="act" value="propose">${mediaWords.propose}</button>
    </form>`;
}

/** For editors: a proposal, to accept or refuse. `from` is the page to return to. */
export function renderProposalToDecide(
  { photoId, credit, proposer, at }: CreditProposal,
  from: "photo" | "desk",
): Html {
  return html`<form method="post" action="${photoProposalPath(photoId)}" class="note">
    <p>
      ${from === "photo" ? null : html`<a href="${mediaPhotoPath(photoId)}">${mediaWords.seePhoto}</a> · `}
      ${mediaWords.proposed(proposer, credit)} · ${renderShortTime(at)}
    </p>
    <input type="hidden" name="credit" value="${credit}" />
    <input type="hidden" name="from" value="${from}" />
    <p class="row">
      <button class="primary" type="submit" name="act" value="accept">${mediaWords.accept}</button>
      <button type="submit" name="act" value="refuse">${mediaWords.refuse}</button>
    </p>
  </form>`;
}
