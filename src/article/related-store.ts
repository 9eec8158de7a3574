import { cards } from "./card-store.ts";

/** How many of the newest under each tag, and in the section, are looked at. */
const candidates = 8;

/** How many are shown. */
const shown = 4;

/** Positions of the newest under a label of the article, itself left out: a JSON array. */
const newestUnderLabel = `(SELECT json_group_array(position) FROM (
  SELECT position FROM published_labels
  WHERE kind = 'tag' AND slug = mine.slug AND position <> here.position
  ORDER BY position DESC LIMIT ${candidates}))`;

/**
 * The articles nearest to one, as a JSON array of cards; `here` must stand for its position and section, `mine` for its
 * tags, `told` for the positions that its topic shows already. Those that share most tags come first, then those of its
 * section, then the newest. Only the newest of each tag and of the section are candidates, so that what is read depends on
 * the number of its tags alone.
 */
export const relatedColumn = `${cards(`(
  SELECT candidate.position, SUM(candidate.shared) AS shared, other.section = here.section AS near
  FROM (
    SELECT newest.value AS position, 1 AS shared
    FROM mine, json_each(${newestUnderLabel}) AS newest
    UNION ALL
    SELECT position, 0 FROM (
      SELECT position FROM published WHERE section = here.section AND position <> here.position
      ORDER BY position DESC LIMIT ${candidates})
  ) AS candidate JOIN published AS other ON other.position = candidate.position
  WHERE candidate.position NOT IN (SELECT position FROM told)
  GROUP BY candidate.position
  ORDER BY shared DESC, near DESC, candidate.position DESC LIMIT ${shown}
) AS best JOIN published ON published.position = best.position
  ORDER BY best.shared DESC, best.near DESC, best.position DESC`)} AS related`;
