import { parseSections, sectionsColumn } from "./card-store.ts";
import type { BlockChoice } from "./front-page.ts";
import type { CardPhoto } from "./published.ts";
import type { Section } from "../article/article.ts";

/** Among the pages that have numbered saves: see `claimEdit`. No section has such a slug. */
export const blocksName = "/khoi";

/** SQL for the blocks of the front page as a JSON array of BlockChoice, in their order. */
export const selectBlocks = `(SELECT '[' || COALESCE(group_concat(content), '') || ']' FROM (
  SELECT content FROM front_blocks ORDER BY place))`;

/** What the form of the blocks needs. `lastEdit` is the number of the last save, 0 for none. */
export type OrderedBlocks = {
  sections: Section[];
  topics: Section[];
  blocks: BlockChoice[];
  lastEdit: number;
};

export async function readBlocks(db: D1Database): Promise<OrderedBlocks> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, ${selectBlocks} AS blocks,
         (SELECT json_group_array(json_object('slug', slug, 'name', name)) FROM (
           SELECT slug, name FROM topics ORDER BY promoted_at DESC, slug)) AS topics,
         COALESCE((SELECT MAX(number) FROM front_edits WHERE page = '${blocksName}'), 0) AS lastEdit`,
    )
    .first<{ sections: string; blocks: string; topics: string; lastEdit: number }>();
  if (row === null) throw new Error("the statement of the blocks gave no row");
  return {
    sections: parseSections(row.sections),
    topics: parseSections(row.topics),
    blocks: JSON.parse(row.blocks) as BlockChoice[],
    lastEdit: row.lastEdit,
  };
}

/** The statements that replace the blocks. */
export function replaceBlocks(
  db: D1Database,
  blocks: readonly BlockChoice[],
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM front_blocks`),
    db
      .prepare(
        `INSERT INTO front_blocks (place, content, section, topic, photo_id)
         SELECT key, value, value ->> 'section', value ->> 'topic', value ->> '$.photo.id' FROM json_each(?1)`,
      )
      .bind(JSON.stringify(blocks)),
  ];
}

/** The alternative texts of the blocks that show a photo. */
export async function readBlocksOfPhoto(db: D1Database, photoId: string): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT content ->> '$.photo.alt' AS alt FROM front_blocks WHERE photo_id = ?1`)
    .bind(photoId)
    .all<{ alt: string }>();
  return results.map(({ alt }) => alt);
}

/** The statement that shows a photo in its blocks as it is now. */
export function updateBannerPhoto(
  db: D1Database,
  photo: Omit<CardPhoto, "alt">,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE front_blocks SET content =
         json_set(content, '$.photo', json_patch(?2, json_object('alt', content ->> '$.photo.alt')))
       WHERE photo_id = ?1`,
    )
    .bind(photo.id, JSON.stringify(photo));
}
