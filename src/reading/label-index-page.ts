import { authorPath, authorsPath, tagPath, tagsPath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { describePage, renderFeedLinks } from "../html/head.ts";
import { htmlType, renderPage } from "../html/page.ts";
import { html, type Html } from "../html/template.ts";
import { isIndexGroup, readLabelIndex } from "../published/label-index-store.ts";
import type { IndexGroup, IndexPart, IndexStart } from "../published/label-index-store.ts";
import type { LabelKind } from "../published/label-store.ts";
import type { Site } from "../site.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { indexStyle } from "./page-styles.ts";
import { noSuchPage } from "./paging.ts";

/** How many labels one page of an index shows. */
const labelsPerPage = 300;

const paths = { tag: tagsPath, author: authorsPath } as const;
const labelPaths = { tag: tagPath, author: authorPath } as const;

/** GET /the: every tag of published articles; `?chu=` begins at a letter, `?tu=` at a tag. */
export const getTagIndex = indexRoute("tag");

/** GET /tac-gia: every author of published articles, likewise. */
export const getAuthorIndex = indexRoute("author");

function indexRoute(kind: LabelKind): (c: AppContext) => Promise<Response> {
  return async function getIndex(c) {
    const start = readStart(c);
    const part = await readLabelIndex(c.env.DB, kind, { start, limit: labelsPerPage });
    if (isMissing(start, part)) throw noSuchPage();
    const page = renderIndexPage(c.var.site, { kind, start, ...part });
    return answerPublicly(page, htmlType, [tags.labels(kind), tags.site]);
  };
}

/** Null for the first page. AppError not-found for a group that no index has. */
function readStart(c: AppContext): IndexStart {
  const group = c.req.query("chu");
  const slug = c.req.query("tu");
  if (group === undefined) return slug === undefined ? null : { slug };
  if (slug !== undefined || !isIndexGroup(group)) throw noSuchPage();
  return { group };
}

function isMissing(start: IndexStart, { labels, groups }: IndexPart): boolean {
  if (start === null) return false;
  return "group" in start ? !groups.includes(start.group) : labels.length === 0;
}

type IndexPage = IndexPart & { kind: LabelKind; start: IndexStart };

function renderIndexPage(site: Site, page: IndexPage): string {
  const { kind, start, labels } = page;
  const title = listWords[kind];
  const description = listWords.indexDescription[kind](site.name);
  const path = start === null ? paths[kind] : startPath(kind, start);
  return renderPage(site, page.sections, {
    title,
    style: indexStyle,
    head: html`${describePage(site, { title, description, path, type: "website", photo: null })}
    ${renderFeedLinks(site, null)}`,
    current: paths[kind],
    main: html`<div class="wrap list">
      <div class="list-head"><h1>${title}</h1></div>
      ${renderGroupLinks(page)}
      ${labels.length === 0 ? html`<p class="empty">${listWords.emptyIndex[kind]}</p>` : null}
      ${[...Map.groupBy(labels, ({ group }) => group)].map(([group, ofGroup]) =>
        renderGroup(kind, group, ofGroup),
      )}
      ${renderIndexPager(page)}
    </div>`,
  });
}

/** A whole index has its groups on the page; a longer one has them on other pages, too. */
function renderGroupLinks({ kind, start, next, groups }: IndexPage): Html | null {
  if (groups.length < 2) return null;
  const isWhole = start === null && next === null;
  return html`<nav class="index-groups" aria-label="${listWords.groups}">
    <ul>
      ${groups.map((group) => {
        const href = isWhole ? `#${groupId(group)}` : startPath(kind, { group });
        return html`<li><a href="${href}">${groupName(group)}</a></li>`;
      })}
    </ul>
  </nav>`;
}

function renderGroup(kind: LabelKind, group: IndexGroup, labels: IndexPart["labels"]): Html {
  return html`<section class="index-group" aria-labelledby="${groupId(group)}">
    <h2 id="${groupId(group)}">${groupName(group)}</h2>
    <ul>
      ${labels.map(
        ({ slug, name, articles }) =>
          html`<li>
            <a href="${labelPaths[kind](slug)}">${name}</a>
            <span>${listWords.articles(articles)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function renderIndexPager({ kind, start, next }: IndexPage): Html | null {
  if (start === null && next === null) return null;
  return html`<nav class="pager" aria-label="${readingWords.pages}">
    ${start === null ? null : html`<a href="${paths[kind]}">← ${listWords.indexStart}</a>`}
    ${next === null ? null : html`<a rel="next" href="${startPath(kind, { slug: next })}">${listWords.indexNext} →</a>`}
  </nav>`;
}

function startPath(kind: LabelKind, start: NonNullable<IndexStart>): string {
  const query = "slug" in start ? `tu=${start.slug}` : `chu=${encodeURIComponent(start.group)}`;
  return `${paths[kind]}?${query}`;
}

function groupId(group: IndexGroup): string {
  return `chu-${group}`;
}

function groupName(group: IndexGroup): string {
  return listWords.groupNames[group] ?? group.toUpperCase();
}
