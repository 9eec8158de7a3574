import { authorPath } from "../../addresses/public.ts";
import {
  authorProfilePath,
  authorProfilesPath,
  removeAuthorProfilePath,
} from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import type { IndexPart } from "../../published/label-index-store.ts";
import type { LabelProfile } from "../../published/label-profile-store.ts";
import { listWords } from "../../vietnamese/words/lists.ts";
import { profileWords } from "../../vietnamese/words/profiles.ts";
import { renderAdminPage } from "../admin/admin-page.ts";
import { findError, renderInputField, renderDangerForm } from "../fields.ts";
import { renderPhotoFields, typePhoto } from "../label-photo.ts";
import type { TypedPhoto } from "../label-photo.ts";
import { maxAboutLength } from "./profile.ts";

/** The authors of published articles, each leading to the form of their profile. */
export function authorProfilesPage(
  c: AppContext,
  { labels, next }: IndexPart,
  profiles: ReadonlyMap<string, LabelProfile>,
): Response {
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${profileWords.authorsLead}</p>
    ${labels.length === 0 ? html`<p class="note">${profileWords.none}</p>` : null}
    <ul class="lines">
      ${labels.map(
        ({ slug, name, articles }) =>
          html`<li>
            <a href="${authorProfilePath(slug)}">${name}</a>
            <span class="soft"
              >${listWords.articles(articles)}${profiles.has(slug) ? ` · ${profileWords.hasProfile}` : ""}</span
            >
          </li>`,
      )}
    </ul>
    ${
      next === null
        ? null
        : html`<p><a href="${authorProfilesPath}?tu=${next}">${profileWords.next} →</a></p>`
    }
  </div>`;
  return renderAdminPage(c, { title: profileWords.authors, main });
}

/** A profile as it was typed. */
export type TypedProfile = TypedPhoto & { about: string };

export type AuthorProfilePage = {
  author: { slug: string; name: string };
  profile: LabelProfile | null;
  refused: { typed: TypedProfile; error: AppError } | null;
};

/** The form of an author's profile. */
export function authorProfilePage(
  c: AppContext,
  { author, profile, refused }: AuthorProfilePage,
): Response {
  const { slug, name } = author;
  const errors = refused?.error.errors ?? [];
  const typed = refused?.typed ?? {
    ...typePhoto(profile?.photo ?? null),
    about: profile?.about ?? "",
  };
  const main = html`<div class="sheet-wide stack">
    <p>
      <a href="${authorProfilesPath}">← ${profileWords.authors}</a> ·
      <a href="${authorPath(slug)}">${profileWords.openPublic}</a>
    </p>
    ${refused === null ? null : html`<p class="faults" role="alert">${refused.error.message}</p>`}
    <p class="note">${profileWords.consent}</p>
    <form method="post" action="${authorProfilePath(slug)}" class="stack">
      ${renderInputField({
        name: "about",
        label: profileWords.about,
        hint: profileWords.aboutHint,
        value: typed.about,
        error: findError(errors, "about"),
        more: html`maxlength="${maxAboutLength}"`,
      })}
      ${renderPhotoFields(typed, errors)}
      <button class="primary" type="submit">${profileWords.save}</button>
    </form>
    ${profile === null ? null : renderRemoveForm(slug, name)}
  </div>`;
  return renderAdminPage(c, { title: name, main, status: refused?.error.status ?? 200 });
}

function renderRemoveForm(slug: string, name: string): Html {
  return renderDangerForm({
    action: removeAuthorProfilePath(slug),
    open: profileWords.remove,
    question: profileWords.removeQuestion(name),
    go: profileWords.remove,
  });
}
