import type { UsedSection } from "../../article/section-store.ts";
import type { AppContext } from "../../context.ts";
import type { AppError } from "../../errors.ts";
import { sectionPath } from "../../addresses/public.ts";
import { html, type Html } from "../../html/template.ts";
import { sectionWords } from "../../vietnamese/words/sections.ts";
import { renderInputField, renderDangerForm } from "../fields.ts";
import {
  moveSectionDownPath,
  moveSectionUpPath,
  removeSectionPath,
  renameSectionPath,
  sectionsPath,
} from "../../addresses/newsroom.ts";
import { renderAdminPage } from "./admin-page.ts";
import { maxSectionNameLength } from "./sections.ts";

/** An act that was refused: on which section (null when one was to be added), with which name (null for acts without), why. */
export type RefusedSection = { slug: string | null; name: string | null; error: AppError };

export function renderSectionsPage(
  c: AppContext,
  sections: readonly UsedSection[],
  refused: RefusedSection | null,
): Response {
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${sectionWords.lead}</p>
    ${refused === null ? null : html`<p class="faults" role="alert">${refused.error.message}</p>`}
    ${
      sections.length === 0
        ? html`<p class="note">${sectionWords.none}</p>`
        : html`<ol class="lines" aria-label="${sectionWords.listed}">
            ${sections.map((section, place) => renderLine(section, place, sections.length, refused))}
          </ol>`
    }
    ${renderAddForm(
      refused,
      sections.every(({ articles }) => articles === 0),
    )}
  </div>`;
  return renderAdminPage(c, {
    title: sectionWords.title,
    main,
    status: refused?.error.status ?? 200,
  });
}

function renderLine(
  section: UsedSection,
  place: number,
  count: number,
  refused: RefusedSection | null,
): Html {
  const { slug, name, articles } = section;
  return html`<li>
    <p>
      <b>${name}</b>
      <span class="soft"
        ><a href="${sectionPath(slug)}">${sectionPath(slug)}</a> ·
        ${sectionWords.articles(articles)}</span
      >
    </p>
    <div class="row">
      ${place === 0 ? null : renderMoveForms(moveSectionUpPath(slug), sectionWords.up, sectionWords.upOf(name))}
      ${place === count - 1 ? null : renderMoveForms(moveSectionDownPath(slug), sectionWords.down, sectionWords.downOf(name))}
      ${renderRenameForm(section, refused?.slug === slug && refused.name !== null ? refused : null)}
      ${articles > 0 ? null : renderRemoveForm(section)}
    </div>
  </li>`;
}

function renderMoveForms(path: string, word: string, label: string): Html {
  return html`<form method="post" action="${path}">
    <button type="submit" aria-label="${label}">${word}</button>
  </form>`;
}

function renderRenameForm({ slug, name }: UsedSection, refused: RefusedSection | null): Html {
  return html`<details class="confirm" ${refused === null ? null : html`open`}>
    <summary>${sectionWords.rename}</summary>
    <form method="post" action="${renameSectionPath(slug)}" class="stack">
      ${renderInputField({
        name: `name-${slug}`,
        label: sectionWords.newName,
        value: refused?.name ?? name,
        error: refused?.error.message ?? null,
        required: true,
        more: html`maxlength="${maxSectionNameLength}"`,
      })}
      <button class="primary" type="submit">${sectionWords.renameNow}</button>
    </form>
  </details>`;
}

function renderRemoveForm({ slug, name }: UsedSection): Html {
  return renderDangerForm({
    action: removeSectionPath(slug),
    open: sectionWords.remove,
    question: sectionWords.removeQuestion(name),
    go: sectionWords.removeNow,
  });
}

/** It stays open on a new site, whose admin adds one section after another. */
function renderAddForm(refused: RefusedSection | null, isNewSite: boolean): Html {
  const again = refused?.slug === null ? refused : null;
  return html`<details class="confirm primary" ${isNewSite || again !== null ? html`open` : null}>
    <summary>${sectionWords.add}</summary>
    <form method="post" action="${sectionsPath}" class="stack">
      ${renderInputField({
        name: "name",
        label: sectionWords.name,
        value: again?.name ?? "",
        hint: sectionWords.nameHint,
        error: again?.error.message ?? null,
        required: true,
        more: html`maxlength="${maxSectionNameLength}"`,
      })}
      <button class="primary" type="submit">${sectionWords.addNow}</button>
    </form>
  </details>`;
}
