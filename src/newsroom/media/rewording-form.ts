import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { findError, fieldId, renderFormFaults, renderTextField } from "../fields.ts";
import { photoWordsPath } from "../../addresses/newsroom.ts";
import type { KnownUsage } from "./photo-details.ts";

/** Words as they were sent for a photo, and what refused them. */
export type TypedWords = {
  articleId: string;
  place: number;
  alt: string;
  caption: string;
  error: AppError;
};

/** The names of its fields end with where it is: there are many such forms on a page. */
export function chooseEnding({
  articleId,
  place,
}: Pick<TypedWords, "articleId" | "place">): string {
  return `-${articleId}-${place}`;
}

/** Other words for a photo where an article shows it in its newest version; null where that shows it no more. */
export function renderRewordingForm(
  photoId: string,
  use: KnownUsage,
  typed: TypedWords | null,
): Html | null {
  const { articleId, place, version } = use;
  if (place === null || !use.mayEdit) return null;
  const ending = chooseEnding({ articleId, place });
  const errors = typed?.error.errors ?? [];
  return html`<details class="confirm photo-words" ${typed === null ? null : html`open`}>
    <summary>${mediaWords.editWords}</summary>
    <form method="post" action="${photoWordsPath(photoId)}" class="stack">
      <input type="hidden" name="article" value="${articleId}" />
      <input type="hidden" name="place" value="${place}" />
      <input type="hidden" name="version" value="${version}" />
      ${renderTextField({
        name: `alt${ending}`,
        label: formWords.alt,
        hint: formWords.altHint,
        rows: 2,
        value: typed?.alt ?? use.alt ?? "",
        error: findError(errors, "alt"),
        required: true,
      })}
      ${renderTextField({
        name: `caption${ending}`,
        label: formWords.caption,
        rows: 3,
        value: typed?.caption ?? use.caption ?? "",
        error: findError(errors, "caption"),
      })}
      ${renderSeenLater(use)}
      <button class="primary" type="submit">${mediaWords.saveWords}</button>
    </form>
  </details>`;
}

/** Tells that the new words need an approval before readers see them. */
function renderSeenLater({ isArticlePublic, state }: KnownUsage): Html | null {
  if (isArticlePublic) return html`<p class="note">${mediaWords.wordsSeenLater}</p>`;
  return state === "scheduled" ? html`<p class="note">${mediaWords.wordsNotScheduled}</p>` : null;
}

/** Which of these uses the words were sent for: where the photo stands by now, if it moved; null if it is gone. */
export function useOfWords(usages: readonly KnownUsage[], typed: TypedWords): KnownUsage | null {
  const uses = usages.filter((use) => use.articleId === typed.articleId && use.place !== null);
  return uses.find((use) => use.place === typed.place) ?? uses[0] ?? null;
}

/** Why words were refused, above the page; with the words themselves where no form can hold them any more. */
export function renderRefusedWords(typed: TypedWords, use: KnownUsage | null): Html {
  const { alt, caption, error } = typed;
  const ending = use === null ? "" : chooseEnding({ ...typed, place: use.place ?? typed.place });
  const errors = error.errors.map(({ path, message }) => ({ path: `${path}${ending}`, message }));
  return html`${
    errors.length === 0
      ? html`<p class="faults" role="alert">
          ${error.message}
          ${use === null ? null : html`<a href="#${fieldId(`alt${ending}`)}">${mediaWords.toWords}</a>`}
        </p>`
      : renderFormFaults(errors, [`alt${ending}`, `caption${ending}`])
  }
  ${
    use === null
      ? html`<div class="note">
          <p>${mediaWords.wordsGone}</p>
          <p>${mediaWords.alt} ${alt}</p>
          ${caption === "" ? null : html`<p>${mediaWords.caption} ${caption}</p>`}
        </div>`
      : null
  }`;
}
