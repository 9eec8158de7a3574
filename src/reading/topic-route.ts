import { readTopicPage } from "../published/list-store.ts";
import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { topicPath } from "../addresses/public.ts";
import { htmlType } from "./media-type.ts";
import { articlesPerPage, listPageAddresses, noSuchPage, readListPlace } from "./paging.ts";
import { topicPage } from "./topic-page.ts";

/** GET /dong-su-kien/:topic: the story of a topic, newest first, and `?truoc=` for what came before. */
export async function getTopicPage(c: AppContext): Promise<Response> {
  const slug = c.req.param("topic") ?? "";
  const place = readListPlace(c, topicPath(slug));
  const { before } = place;
  const found = await readTopicPage(c.env.DB, slug, { before, limit: articlesPerPage });
  if (found === null) throw noSuchPage();
  const { older, ...content } = found;
  const page = topicPage(c.var.site, { ...content, ...listPageAddresses(place, older) });
  return publicDocument(page, htmlType, [tags.tag(slug), tags.site]);
}
