import { topicPath } from "../addresses/public.ts";
import { renderPhotoFigure, renderPicture } from "../html/picture.ts";
import type { PublishedCard, PublishedPhoto, Topic } from "../published/published.ts";
import type { Section } from "../article/article.ts";
import { renderCard } from "../html/card.ts";
import { describePage, renderFeedLinks } from "../html/head.ts";
import { renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import { renderDayTime } from "../html/time.ts";
import type { Site } from "../site.ts";
import { formatShortDate } from "../vietnamese/dates.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { listHead } from "./list-page.ts";
import { renderPager } from "./list-parts.ts";
import { listStyle } from "./page-styles.ts";

export type TopicPageContent = {
  sections: readonly Section[];
  topic: Topic;
  /** Its picture, which stands for it where the page is shared, too. */
  picture: PublishedPhoto | null;
  /** When its first article was published, ms; null without any. */
  since: number | null;
  /** Newest first. */
  cards: readonly PublishedCard[];
  /** Site-relative address of this page, with its cursor. */
  path: string;
  olderHref: string | null;
  newestHref: string | null;
};

const pictureSizes = "(min-width: 46rem) 43rem, 100vw";
const photoSizes = "(min-width: 40rem) 14rem, 7rem";

/** A topic as a timeline: each day with the articles published on it. */
export function renderTopicPage(site: Site, content: TopicPageContent): string {
  const { sections, topic, path } = content;
  const { name: title, summary: description } = topic;
  const photo = content.picture ?? content.cards[0]?.leadPhoto ?? null;
  return renderPage(site, sections, {
    title: `${listWords.topic}: ${title}`,
    style: listStyle,
    head: html`${describePage(site, { title, description, path, type: "website", photo })}
    ${renderFeedLinks(site, null)}`,
    current: topicPath(topic.slug),
    main: html`<div class="wrap list">
      ${listHead(listWords.topic, title)} ${renderTopicPicture(content.picture)}
      <p class="list-note">${topic.summary}</p>
      ${renderTimeline(content)} ${renderPager(content.olderHref, content.newestHref)}
    </div>`,
  });
}

function renderTopicPicture(picture: PublishedPhoto | null): Html | null {
  if (picture === null) return null;
  const image = renderPicture(picture, { sizes: pictureSizes, loading: "eager" });
  return renderPhotoFigure(picture, image, "photo topic-picture");
}

function renderTimeline({ sections, cards, since, newestHref }: TopicPageContent): Html {
  if (cards.length === 0) {
    const words = newestHref === null ? listWords.emptyTopic : listWords.nothingOlder;
    return html`<p class="empty">${words}</p>`;
  }
  const days = Map.groupBy(cards, (item) => formatShortDate(new Date(item.publishedAt)));
  return html`<p class="list-note">${renderSinceNote(since)} ${listWords.newestFirst}</p>
    <ol class="timeline">
      ${[...days.values()].map((items) => renderDay(sections, items))}
    </ol>`;
}

function renderSinceNote(since: number | null): Html | null {
  return since === null ? null : html`${listWords.since} ${renderDayTime(since)}.`;
}

function renderDay(sections: readonly Section[], items: readonly PublishedCard[]): Html | null {
  const [first] = items;
  if (first === undefined) return null;
  return html`<li>
    <p class="timeline-day">${renderDayTime(first.publishedAt)}</p>
    ${items.map((item) =>
      renderCard(sections, item, {
        heading: 2,
        photo: photoSizes,
        lede: true,
        kicker: true,
        className: "card-row",
        eager: false,
      }),
    )}
  </li>`;
}
