import type { Section } from "../article/article.ts";
import { parseSections, sectionsColumn } from "./card-store.ts";
import type { MenuPage } from "./page-store.ts";
import type { Topic } from "./published.ts";

/** What the site map names besides the pages that every site has. */
export type SiteMap = {
  sections: Section[];
  topics: Pick<Topic, "slug" | "name">[];
  pages: MenuPage[];
};

/** More topics and pages than these are not named. */
const maxNamed = 500;

export async function readSiteMap(db: D1Database): Promise<SiteMap> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn},
         (SELECT json_group_array(json_object('slug', slug, 'name', name)) FROM (
           SELECT slug, name FROM topics ORDER BY promoted_at DESC, slug LIMIT ?1)) AS topics,
         (SELECT json_group_array(json_object('slug', slug, 'title', title)) FROM (
           SELECT slug, title FROM published_pages ORDER BY position DESC LIMIT ?1)) AS pages`,
    )
    .bind(maxNamed)
    .first<Record<"sections" | "topics" | "pages", string>>();
  if (row === null) throw new Error("the site map's statement gave no row");
  return {
    sections: parseSections(row.sections),
    topics: JSON.parse(row.topics) as SiteMap["topics"],
    pages: JSON.parse(row.pages) as MenuPage[],
  };
}
