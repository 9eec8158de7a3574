import type { LabelListPart } from "../published/list-store.ts";
import { readLabelPage } from "../published/list-store.ts";
import type { LabelKind } from "../published/label.ts";
import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { authorListPath, tagListPath, topicPath } from "../addresses/public.ts";
import { html, type Html } from "../html/template.ts";
import { listWords } from "../vietnamese/words/lists.ts";
import { articleListPage } from "./list-page.ts";
import { htmlType } from "./media-type.ts";
import { articlesPerPage, listPageAddresses, noSuchPage, readListPlace } from "./paging.ts";

/** GET /the/:tag: what bears a tag, and `?truoc=` for what was published before. */
export const getTagPage = labelRoute("tag", tagListPath, listWords.tagDescription);

/** GET /tac-gia/:author: what somebody wrote. */
export const getAuthorPage = labelRoute("author", authorListPath, listWords.authorDescription);

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
    const page = articleListPage(c.var.site, {
      sections,
      kind: listWords[kind],
      name,
      description: describe(name, c.var.site.name),
      ...listPageAddresses(place, older),
      cards,
      before: topicLink(found),
    });
    return publicDocument(page, htmlType, [tags[kind](slug), tags.site]);
  };
}

function topicLink({ topic }: LabelListPart): Html | null {
  if (topic === null) return null;
  return html`<p class="list-note">
    <a href="${topicPath(topic.slug)}">${listWords.topicOf(topic.name)}</a>
  </p>`;
}
