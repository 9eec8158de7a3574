import { publicPath } from "../../addresses/public.ts";
import { authorPath, topicPath } from "../../addresses/public.ts";
import { profileWords } from "../../vietnamese/words/profiles.ts";
import { html, type Html } from "../../html/template.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { articleFormPath, newsroomArticlePath } from "../../addresses/newsroom.ts";
import type { KnownUsage, PhotoDetails, PictureUse } from "./photo-details.ts";
import { renderRewordingForm } from "./rewording-form.ts";
import type { TypedWords } from "./rewording-form.ts";

/** Words that were refused, and the use whose form shows them again. `use` is null if the photo is no longer used there. */
type HeldWords = { use: KnownUsage | null; typed: TypedWords };

/** Where a photo is used and under which words, each with the way to change them. */
export function renderUsageList(
  { photo, usages, pictureUses, hidden }: PhotoDetails,
  held: HeldWords | null = null,
): Html {
  if (usages.length + pictureUses.length + hidden === 0) return html`<p>${mediaWords.unused}.</p>`;
  return html`<ul class="lines">
      ${pictureUses.map(renderPictureUse)}
      ${usages.map((use) => renderUsage(photo.id, use, held?.use === use ? held.typed : null))}
    </ul>
    ${hidden === 0 ? null : html`<p class="soft">${mediaWords.usedByOthers(hidden)}</p>`}`;
}

/** What shows the photo besides articles, with a link to the page where readers see it. */
export function renderPictureUse(use: PictureUse): Html {
  if (use.kind === "block" || use.kind === "banner") {
    const { inBlock, onBanner } = mediaWords;
    return html`<li><a href="/">${(use.kind === "block" ? inBlock : onBanner)(use.name)}</a></li>`;
  }
  return use.kind === "tag"
    ? html`<li><a href="${topicPath(use.slug)}">${profileWords.topicOf(use.name)}</a></li>`
    : html`<li><a href="${authorPath(use.slug)}">${profileWords.portraitOf(use.name)}</a></li>`;
}

function renderUsage(photoId: string, use: KnownUsage, typed: TypedWords | null): Html {
  return html`<li>
    ${renderUsageTitle(use)} ${renderPhotoWords(use)} ${renderRewordingForm(photoId, use, typed)}
    <p class="row">
      ${
        use.mayEdit
          ? html`<a class="button" href="${articleFormPath(use.articleId)}"
              >${mediaWords.editArticle}</a
            >`
          : null
      }
      ${
        use.isPublic
          ? html`<a class="button" href="${publicPath(use)}">${mediaWords.openPublic}</a>`
          : null
      }
    </p>
  </li>`;
}

function renderPhotoWords({ alt, caption, isPublic, mayRead }: KnownUsage): Html | null {
  if (!mayRead) return null;
  if (alt === null) {
    return html`<p class="soft">${isPublic ? mediaWords.onlyPublic : mediaWords.notInNewest}</p>`;
  }
  return html`<p>
    ${mediaWords.alt}
    ${alt === "" ? mediaWords.noAlt : alt}${
      caption === null ? null : html`<br />${mediaWords.caption} ${caption}`
    }
  </p>`;
}

/** An article with its state, leading to its page where one may enter it. */
export function renderUsageTitle(use: KnownUsage): Html {
  return html`<p>
    ${use.mayEdit ? html`<a href="${newsroomArticlePath(use.articleId)}">${use.title}</a>` : use.title}
    <span class="state state-${use.state}">${newsroomWords.states[use.state]}</span>
  </p>`;
}
