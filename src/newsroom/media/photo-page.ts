import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { hasRole } from "../../people/person.ts";
import { campaignWords } from "../../vietnamese/words/campaign.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { renderCopyBox, renderFormFaults } from "../fields.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { campaignPath, erasePhotoPath, mediaPath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import { writePhoto } from "../../markdown/photo-words.ts";
import { factNames, isExpired } from "../../photo/photo-facts.ts";
import type { Photo } from "../../photo/photo.ts";
import { renderFactsForm, renderFactsText } from "./facts-form.ts";
import type { TypedFacts } from "./facts-form.ts";
import { renderEditForm, renderRefusedEdit } from "./edit-form.ts";
import type { RefusedEdit } from "./edit-form.ts";
import { renderProposalForm, renderProposalToDecide } from "./proposal-form.ts";
import type { TypedProposal } from "./proposal-form.ts";
import type { KnownUsage, PhotoDetails } from "./photo-details.ts";
import { renderRefusedWords, useOfWords } from "./rewording-form.ts";
import type { TypedWords } from "./rewording-form.ts";
import { mayBeBroken, renderStaffPicture } from "./photo-details.ts";
import { renderUsageList } from "./usage-list.ts";

/** A photo, with what was refused or done on its page. */
export type PhotoPage = PhotoDetails & {
  facts?: TypedFacts;
  /** Words of one of its uses that were refused. */
  words?: TypedWords;
  edit?: RefusedEdit;
  proposed?: TypedProposal;
  /** The message about the last act, or null. */
  done?: string | null;
};

/** One photo: large, with where it is used, who took it, and the ways to change that. */
export function renderPhotoPage(c: AppContext, details: PhotoPage): Response {
  const { photo, owner, createdAt, usages, facts, words, edit, proposed, done = null } = details;
  const sender = mediaWords.photoOf(owner);
  const title = usages.find((use) => use.caption)?.caption ?? sender;
  const alt = usages.find((use) => use.alt)?.alt ?? sender;
  const held = words === undefined ? null : { typed: words, use: useOfWords(usages, words) };
  const main = html`<h1>${title}</h1>
    ${done === null ? null : html`<p class="done" role="status">${done}</p>`}
    ${renderFormFaults((facts ?? proposed)?.errors ?? [], factNames)}
    ${held === null ? null : renderRefusedWords(held.typed, held.use)}
    ${edit === undefined ? null : renderRefusedEdit(edit)}
    <p><a class="button" href="${mediaPath}">${mediaWords.backToLibrary}</a></p>
    <div class="photo-details">
      <p class="photo-large">${renderStaffPicture(photo, alt, "large")}</p>
      <div>
        ${mayBeBroken(photo) ? renderBrokenNote() : null}
        <p>
          ${title === sender ? null : html`${sender}<br />`} ${mediaWords.sentAt}
          ${renderShortTime(createdAt)}<br />
          ${mediaWords.size(photo.width, photo.height, photo.bytes)}
        </p>
        ${describeFacts(details)} ${details.mayChange ? renderEditForm(photo, edit ?? null) : null}
        ${hasRole(staff(c), "admin") ? renderBannerLink(photo.id) : null}
        ${details.mayErase ? renderEraseLink(photo.id) : null}
      </div>
    </div>
    <h2>${mediaWords.usage}</h2>
    ${renderUsageList(details, held)}`;
  return newsroomPage(c, {
    title,
    current: "media" as const,
    main,
    status: (words ?? edit)?.error.status ?? ((facts ?? proposed) === undefined ? 200 : 422),
  });
}

function renderBrokenNote(): Html {
  return html`<p><strong>${mediaWords.maybeBroken}.</strong> ${mediaWords.maybeBrokenAdvice}</p>`;
}

function describeFacts(page: PhotoPage): Html {
  const { photo, mayChange, mayPropose, proposal, usages, facts, proposed } = page;
  const isSeen = usages.some((use) => use.isPublic);
  return html`${isExpired(photo, Date.now()) ? html`<p><strong>${mediaWords.expired}</strong></p>` : null}
  ${mayChange && proposal !== null ? renderProposalToDecide(proposal, "photo") : null}
  ${mayChange ? renderFactsForm(photo, facts ?? null, isSeen) : renderFactsText(photo)}
  ${mayPropose ? renderProposalForm(photo.id, proposal, proposed ?? null) : null}
  ${renderInsertLine(photo, usages)}`;
}

/** The line that puts the photo into a text, to be copied. */
function renderInsertLine({ id }: Photo, usages: readonly KnownUsage[]): Html {
  const { alt, caption } = usages.find((use) => use.alt) ?? { alt: null, caption: null };
  return html`<section aria-labelledby="chen-vao-bai">
    <h2 id="chen-vao-bai">${mediaWords.insertion}</h2>
    <p class="hint">${mediaWords.insertionHint}</p>
    ${renderCopyBox(writePhoto(id, { alt: alt ?? "", caption }))}
  </section>`;
}

function renderBannerLink(id: string): Html {
  return html`<p>
    <a class="button" href="${campaignPath}?photo=${id}">${campaignWords.useAsBanner}</a>
  </p>`;
}

function renderEraseLink(id: string): Html {
  return html`<p><a class="button danger" href="${erasePhotoPath(id)}">${mediaWords.erase}</a></p>`;
}
