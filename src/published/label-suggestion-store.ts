import { fold, foldToKey } from "../vietnamese/fold.ts";
import type { LabelKind } from "./label-store.ts";

/** A tag or an author of published articles, as most of its newest articles write it. */
export type KnownLabel = { kind: LabelKind; name: string };

/** So many of the newest articles of a label decide how its name is written. */
const comparedArticles = 20;

/** The name of the label with `kind` and `slug`; NULL if no published article has it now. */
const chooseUsualName = (kind: string, slug: string): string =>
  `(SELECT name FROM (SELECT name FROM published_labels WHERE kind = ${kind} AND slug = ${slug}
      ORDER BY position DESC LIMIT ${comparedArticles})
    GROUP BY name ORDER BY COUNT(*) DESC, name LIMIT 1)`;

/** At most so many ranges of words are looked through for labels that still have a published article. */
const maxCandidates = 40;

/**
 * The tags or authors with a word that begins with what was typed, with or without marks. Labels that begin with it come
 * first. Only those of published articles: a draft may be secret, and its slips are not to spread.
 */
export async function suggestLabels(
  db: D1Database,
  kind: LabelKind,
  typed: string,
  limit: number,
): Promise<string[]> {
  const words = fold(typed)
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-/, "");
  if (words === "") return [];
  // "{" is the character after "z".
  const { results } = await db
    .prepare(
      `SELECT ${chooseUsualName("?1", "found.slug")} AS name FROM
         (SELECT slug, MIN(words <> slug) AS is_within FROM
            (SELECT slug, words FROM label_words WHERE kind = ?1 AND words >= ?2 AND words < ?2 || '{'
             ORDER BY words LIMIT ${maxCandidates})
          GROUP BY slug) AS found
       WHERE name IS NOT NULL ORDER BY found.is_within, found.slug LIMIT ?3`,
    )
    .bind(kind, words, limit)
    .all<{ name: string }>();
  return [...new Set(results.map(({ name }) => name))];
}

/** The published labels that differ from one of these names only in marks, case, spaces and hyphens. */
export async function readNearLabels(
  db: D1Database,
  { tags, byline }: { tags: readonly string[]; byline: { authors: readonly string[] } },
): Promise<KnownLabel[]> {
  const sought = [
    ...tags.map((name) => ({ kind: "tag", key: foldToKey(name) })),
    ...byline.authors.map((name) => ({ kind: "author", key: foldToKey(name) })),
  ].filter(({ key }) => key !== "");
  if (sought.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT DISTINCT label_slugs.kind, ${chooseUsualName("label_slugs.kind", "label_slugs.slug")} AS name
       FROM json_each(?1) AS sought
       JOIN label_slugs ON label_slugs.kind = sought.value ->> 'kind'
         AND replace(label_slugs.slug, '-', '') = sought.value ->> 'key'`,
    )
    .bind(JSON.stringify(sought))
    .all<{ kind: LabelKind; name: string | null }>();
  return results.flatMap(({ kind, name }) => (name === null ? [] : [{ kind, name }]));
}
