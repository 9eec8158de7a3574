import { readSectionPage } from "../published/list-store.ts";
import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { sectionPath } from "../addresses/public.ts";
import { htmlType } from "./media-type.ts";
import { articlesPerPage, listPageAddresses, noSuchPage, readListPlace } from "./paging.ts";
import { sectionPage } from "./section-page.ts";

/** GET /chuyen-muc/:section, and `?truoc=` for what was published before. */
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
  const page = sectionPage(c.var.site, {
    sections,
    section,
    cards,
    ...listPageAddresses(place, older),
  });
  return publicDocument(page, htmlType, [tags.section(slug), tags.site]);
}
