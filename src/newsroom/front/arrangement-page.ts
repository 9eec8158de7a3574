import {
  arrangeFrontPath,
  arrangeSectionPath,
  arrangedPreviewPath,
} from "../../addresses/newsroom.ts";
import { articlePath } from "../../addresses/public.ts";
import type { AppContext } from "../../context.ts";
import type { AppError, FieldError } from "../../errors.ts";
import { renderPicture } from "../../html/picture.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderDayTime, renderShortTime } from "../../html/time.ts";
import type { StoredCard } from "../../published/card-store.ts";
import { frontPageName } from "../../published/choice-store.ts";
import type { ArrangedPage } from "../../published/choice-store.ts";
import type { Place } from "../../published/places.ts";
import { placeFields } from "../../publishing/typed-places.ts";
import type { TypedPlace } from "../../publishing/typed-places.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { adminWords } from "../../vietnamese/words/admin.ts";
import { frontWords } from "../../vietnamese/words/front.ts";
import { fieldId, findError, renderFormFaults, renderInputField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { renderDefaultButton, renderMoveButtons, renderSaveAndPreview } from "./place-controls.ts";

export type ArrangementForm = {
  page: string;
  /** Address of this form. */
  path: string;
  arranged: ArrangedPage;
  /** What the fields hold, by place. */
  places: readonly TypedPlace[];
  /** The articles that stand there now. */
  filled: readonly Place<StoredCard>[];
  found: readonly StoredCard[];
  query: string;
  base: number;
  /** Says which article was put into the first place; null if none was. */
  placed: string | null;
  refused: AppError | null;
  errors: readonly FieldError[];
};

/** The form in the shape of the page that it arranges. */
export function arrangementPage(c: AppContext, form: ArrangementForm): Response {
  const { page, arranged, refused, errors } = form;
  const name = arranged.sections.find(({ slug }) => slug === page)?.name ?? page;
  const title = page === frontPageName ? frontWords.title : frontWords.sectionTitle(name);
  const isSaved = c.req.query("done") === "saved" && c.req.method === "GET";
  const fields = form.places.flatMap((_, place) => [
    placeFields.article(place),
    placeFields.until(place),
  ]);
  const main = html`<h1>${title}</h1>
    ${isSaved ? html`<p class="done" role="status">${adminWords.done}</p>` : null}
    ${form.placed === null ? null : html`<p class="note" role="status">${form.placed}</p>`}
    ${renderStaleNote(form)}
    ${refused?.code === "invalid" ? renderFormFaults(errors, fields) : null}
    ${renderPageLinks(arranged, page)}
    <p class="soft">${frontWords.lead}</p>
    <p class="soft scripted">${frontWords.dragHint}</p>
    ${form.filled.length === 0 ? html`<p class="note">${frontWords.empty}</p>` : renderForm(form)}`;
  const status = refused?.status ?? 200;
  return newsroomPage(c, { title, current: "front", main, status });
}

/** Says who saved meanwhile and what is on the page now. */
function renderStaleNote({ refused, arranged }: ArrangementForm): Html | null {
  if (refused?.code !== "conflict") return null;
  const { lastEdit, chosen } = arranged;
  const message = lastEdit === null ? refused.message : frontWords.savedMeanwhileBy(lastEdit.by);
  const present = chosen
    .toSorted((one, other) => one.place - other.place)
    .map(({ place, card, until }) => {
      const end =
        until === null ? "" : ` (${frontWords.until(formatShortDateTime(new Date(until)))})`;
      return html`<li>${place + 1}. ${card.title}${end}</li>`;
    });
  return html`<div class="faults" role="alert">
    <p>${message}</p>
    <p><b>${frontWords.present}:</b> ${present.length === 0 ? frontWords.allAutomatic : null}</p>
    <ul>
      ${present}
    </ul>
  </div>`;
}

function renderPageLinks({ sections }: ArrangedPage, page: string): Html {
  const link = (name: string, path: string, isCurrent: boolean) =>
    html`<a class="button" href="${path}" ${isCurrent ? html`aria-current="page"` : null}
      >${name}</a
    >`;
  return html`<nav class="row front-pages" aria-label="${frontWords.pages}">
    ${link(frontWords.menu, arrangeFrontPath, page === frontPageName)}
    ${sections.map(({ slug, name }) => link(name, arrangeSectionPath(slug), page === slug))}
  </nav>`;
}

function renderForm(form: ArrangementForm): Html {
  const { path, page, base, query, arranged, found } = form;
  const { lastEdit } = arranged;
  return html`<form method="post" action="${path}" class="stack">
    ${renderDefaultButton("find")}
    <input type="hidden" name="base" value="${base}" />
    <input type="hidden" name="page" value="${page}" />
    <ol
      class="front-places${page === frontPageName ? "" : " section-places"}"
      aria-label="${frontWords.places}"
      data-front-places
    >
      ${form.places.map((typed, place) => renderPlace(form, typed, place))}
    </ol>
    <p role="status" data-moved></p>
    <div class="row row-end">
      ${renderInputField({ name: "q", label: frontWords.find, value: query })}
      <button type="submit" name="step" value="find">${frontWords.findNow}</button>
    </div>
    ${query === "" ? null : html`<p class="note" role="status">${frontWords.found(found.length)}</p>`}
    ${renderSaveAndPreview(arrangedPreviewPath)}
    ${
      lastEdit === null
        ? null
        : html`<p class="soft">
            ${frontWords.lastEdit(lastEdit.by)} ${renderShortTime(lastEdit.at)}
          </p>`
    }
  </form>`;
}

function renderPlace(form: ArrangementForm, typed: TypedPlace, place: number): Html {
  const { filled, errors } = form;
  const card = filled.find((one) => one.place === place)?.card ?? null;
  const title = card?.title ?? frontWords.automatic;
  const wrongArticle = findError(errors, placeFields.article(place));
  const wrongEnd = findError(errors, placeFields.until(place));
  const isOpen = wrongArticle !== null || wrongEnd !== null;
  return html`<li class="front-place" data-article="${card?.id ?? ""}">
    ${card === null ? html`<p class="soft">${frontWords.noStory}</p>` : renderArrangedCard(form, card)}
    <details class="confirm" ${isOpen ? html`open` : null}>
      <summary>${typed.article === "" ? frontWords.automatic : frontWords.chosen}</summary>
      ${renderArticleField(form, typed, place, wrongArticle)}
      ${renderInputField({
        name: placeFields.until(place),
        label: frontWords.end,
        type: "datetime-local",
        value: typed.until,
        error: wrongEnd,
      })}
    </details>
    <div class="row">
      ${renderMoveButtons(place, {
        drag: frontWords.drag(title),
        up: frontWords.upOf(title),
        down: frontWords.downOf(title),
      })}
    </div>
  </li>`;
}

function renderArrangedCard({ arranged }: ArrangementForm, card: StoredCard): Html {
  const section = arranged.sections.find(({ slug }) => slug === card.section)?.name ?? card.section;
  return html`${
      card.leadPhoto === null
        ? null
        : renderPicture(card.leadPhoto, { sizes: "20rem", loading: "lazy" })
    }
    <p class="soft">${section} ${renderDayTime(card.publishedAt)}</p>
    <p class="front-title"><a href="${articlePath(card.slug)}">${card.title}</a></p>`;
}

/** The articles that a place may have: automatic, those found, those chosen, the newest. */
function renderArticleField(
  { arranged, found, places }: ArrangementForm,
  { article }: TypedPlace,
  place: number,
  error: string | null,
): Html {
  const name = placeFields.article(place);
  const id = fieldId(name);
  const chosen = [...arranged.named, ...arranged.chosen.map(({ card }) => card)].filter((card) =>
    places.some((one) => one.article === card.id),
  );
  const listed = new Map(
    [...found, ...chosen, ...arranged.newest].map((card) => [card.id, card.title]),
  );
  // An article that was withdrawn meanwhile stays in its field until the editor chooses another.
  if (article !== "" && !listed.has(article)) listed.set(article, article);
  return html`<div class="field${error === null ? "" : " field-wrong"}">
    <label for="${id}">${frontWords.story}</label>
    <select
      id="${id}"
      name="${name}"
      ${error === null ? null : html`aria-invalid="true" aria-describedby="${id}-loi"`}
    >
      <option value="">${frontWords.automaticChoice}</option>
      ${[...listed].map(
        ([value, title]) =>
          html`<option value="${value}" ${value === article ? html`selected` : null}>
            ${title}
          </option>`,
      )}
    </select>
    ${error === null ? null : html`<p class="wrong" id="${id}-loi">${error}</p>`}
  </div>`;
}
