import { authorPath, sectionPath, tagPath, topicPath } from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import type { LabelKind } from "../published/label-store.ts";
import { readLabelPage, readSectionPage, readTopicPage } from "../published/list-store.ts";
import type { LabelListPart } from "../published/list-store.ts";
import { articleListPage } from "./list-page.ts";
import { describeAuthor } from "./author-profile.ts";
import { showLabelPicture } from "../publishing/rendering/render-photos.ts";
import { htmlType } from "../html/page.ts";
import { articlesPerPage, listPageAddresses, noSuchPage, readListPlace } from "./paging.ts";
import { renderSectionPage } from "./section-page.ts";
import { renderTopicPage } from "./topic-page.ts";
import { listWords } from "../vietnamese/words/lists.ts";

/** GET /the/:tag: the articles with a tag, and `?truoc=` for older ones. */
export const getTagPage = labelRoute("tag", tagPath, listWords.tagDescription);

/** GET /tac-gia/:author: what somebody wrote. */
export const getAuthorPage = labelRoute("author", authorPath, listWords.authorDescription);

function labelRoute(
  kind: LabelKind,
  pathOf: (slug: string) => string,
  describe: (name: string, site: string) => string,
) {
  return async function getLabelPage(c: AppContext): Promise<Response> {
    const slug = c.req.param("slug") ?? "";
    const place = readListPlace(c, pathOf(slug));
    const { before } = place;
    const found = await readLabelPage(c.env.DB, { kind, slug }, { before, limit: articlesPerPage });
    if (found === null) throw noSuchPage();
    const { sections, name, cards, older } = found;
    const author = kind === "author" ? describeAuthor(c.var.site, slug, found) : null;
    const page = articleListPage(c.var.site, {
      sections,
      kind: listWords[kind],
      name,
      description: found.about || describe(name, c.var.site.name),
      ...listPageAddresses(place, older),
      cards,
      ...(author ?? { before: renderTopicLink(found) }),
    });
    const photoTags = author?.photo ? [tags.photo(author.photo.id)] : [];
    return answerPublicly(page, htmlType, [tags[kind](slug), ...photoTags, tags.site]);
  };
}

function renderTopicLink({ topic }: LabelListPart): Html | null {
  if (topic === null) return null;
  return html`<p class="list-note">
    <a href="${topicPath(topic.slug)}">${listWords.topicOf(topic.name)}</a>
  </p>`;
}

/** GET /dong-su-kien/:topic: the story of a topic, newest first, and `?truoc=` for what came before. */
export async function getTopicPage(c: AppContext): Promise<Response> {
  const slug = c.req.param("topic") ?? "";
  const place = readListPlace(c, topicPath(slug));
  const { before } = place;
  const found = await readTopicPage(c.env.DB, slug, { before, limit: articlesPerPage });
  if (found === null) throw noSuchPage();
  const { older, ...content } = found;
  const picture = content.picture === null ? null : showLabelPicture(content.picture);
  const addresses = listPageAddresses(place, older);
  const page = renderTopicPage(c.var.site, { ...content, picture, ...addresses });
  const photoTags = picture === null ? [] : [tags.photo(picture.id)];
  return answerPublicly(page, htmlType, [tags.tag(slug), ...photoTags, tags.site]);
}

/** GET /chuyen-muc/:section, and `?truoc=` for older articles. */
export async function getSectionPage(c: AppContext): Promise<Response> {
  const slug = c.req.param("section") ?? "";
  const place = readListPlace(c, sectionPath(slug));
  const { before } = place;
  const { sections, cards, older } = await readSectionPage(c.env.DB, slug, {
    before,
    limit: articlesPerPage,
  });
  const section = sections.find((known) => known.slug === slug);
  if (section === undefined) throw noSuchPage();
  const page = renderSectionPage(c.var.site, {
    sections,
    section,
    cards,
    ...listPageAddresses(place, older),
  });
  return answerPublicly(page, htmlType, [tags.section(slug), tags.site]);
}
