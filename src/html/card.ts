import type { CardContent } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { chooseAccentClass } from "./accent.ts";
import { articlePath, sectionPath } from "../addresses/public.ts";
import { renderPicture, chooseShapeClasses } from "./picture.ts";
import { html, type Html } from "./template.ts";
import { renderDayTime } from "./time.ts";

export type CardLayout = {
  heading: 2 | 3;
  /** How wide its photo is shown: the `sizes` attribute. Null leaves the photo out. */
  photo: string | null;
  lede: boolean;
  /** The section's name above the title; left out where the page says it already. */
  kicker: boolean;
  /** Extra classes. */
  className: string;
  eager: boolean;
};

/** One article in a list. The whole card opens it, by the link of its title. */
export function renderCard(
  sections: readonly Section[],
  item: CardContent,
  layout: CardLayout,
): Html {
  const photo = layout.photo === null ? null : renderCardPhoto(item, layout.photo, layout.eager);
  const plain = photo === null ? " card-plain" : "";
  return html`<article
    class="card ${layout.className} ${chooseAccentClass(sections, item.section.slug)}${plain}"
  >
    ${photo}
    <div class="card-text">
      ${layout.kicker ? renderAboutLine(item, renderKicker(item)) : null}
      ${renderCardHeading(item, layout.heading)}
      ${layout.lede ? html`<p class="card-lede">${item.lede}</p>` : null}
      ${layout.kicker ? null : renderAboutLine(item, null)}
    </div>
  </article>`;
}

function renderCardPhoto(item: CardContent, sizes: string, eager: boolean): Html | null {
  if (item.leadPhoto === null) return null;
  const loading = eager ? "eager" : "lazy";
  const { leadPhoto } = item;
  return html`<div class="card-photo${chooseShapeClasses(leadPhoto)}">
    ${renderPicture(leadPhoto, { sizes, loading })}
  </div>`;
}

/** Section, day and genre. */
function renderAboutLine(item: CardContent, section: Html | null): Html {
  return html`<p class="card-about">
    ${section} ${renderDayTime(item.publishedAt)}${renderGenreNote(item)}
  </p>`;
}

function renderKicker(item: CardContent): Html {
  return html`<a class="kicker" href="${sectionPath(item.section.slug)}">${item.section.name}</a>`;
}

function renderCardHeading(item: CardContent, level: 2 | 3): Html {
  const link = html`<a href="${articlePath(item.slug)}">${item.title}</a>`;
  return level === 2
    ? html`<h2 class="card-title">${link}</h2>`
    : html`<h3 class="card-title">${link}</h3>`;
}

/** Genres that promise the reader something of their own; "tin" and "bài" go without saying. */
function renderGenreNote(item: CardContent): Html | null {
  if (item.genre === "tin" || item.genre === "bai") return null;
  return html` <span class="genre">${readingWords.genres[item.genre]}</span>`;
}
