import { retryPassingFailures } from "../errors.ts";
import type { ArticleContent } from "../article/article.ts";
import { slugify } from "../vietnamese/slug.ts";
import { moveToneToEnd } from "../vietnamese/tone-placement.ts";

export type LabelKind = "tag" | "author";

/** A tag or an author that lists an article. `slug` is part of the list's address; `name` is as the article writes it. */
export type Label = { kind: LabelKind; slug: string; name: string };

type LabelledContent = Pick<ArticleContent, "tags" | "byline">;

/** The slugs of labels, by `labelKey`. */
export type LabelSlugs = ReadonlyMap<string, string>;

/** The tags and authors of an article. Spellings of one label are listed once, under the first of these names. */
export function listLabels(content: LabelledContent, slugs: LabelSlugs): Label[] {
  return listNames([content]).map(({ kind, name }) => ({
    kind,
    name,
    slug: slugs.get(labelKey(kind, name)) ?? slugify(name),
  }));
}

/** The name under which `LabelSlugs` has a tag or an author. */
export function labelKey(kind: LabelKind, name: string): string {
  return `${kind} ${spellLabel(name)}`;
}

/** The label of a name, in this spelling or another. Null if it has none. */
export function findLabel(labels: readonly Label[], kind: LabelKind, name: string): Label | null {
  const ofKind = labels.filter((label) => label.kind === kind);
  const exact = ofKind.find((label) => label.name === name);
  if (exact !== undefined) return exact;
  const spelling = spellLabel(name);
  return ofKind.find((label) => spellLabel(label.name) === spelling) ?? null;
}

/**
 * A name without what does not tell labels apart: case, signs, spaces and the place of the tone mark. "Xây dựng Đảng" and
 * "xây dựng đảng" are one label, "mã" and "má" are two.
 */
function spellLabel(name: string): string {
  const plain = name.normalize("NFKC").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [plain];
  return words.map(moveToneToEnd).join("-");
}

function listNames(contents: readonly LabelledContent[]): { kind: LabelKind; name: string }[] {
  const byKey = new Map<string, { kind: LabelKind; name: string }>();
  const add = (kind: LabelKind, name: string): void => {
    const key = labelKey(kind, name);
    if (!byKey.has(key)) byKey.set(key, { kind, name });
  };
  for (const { tags, byline } of contents) {
    for (const name of tags) add("tag", name);
    for (const name of byline.authors) add("author", name);
  }
  return [...byKey.values()];
}

/** The slugs of the labels of these articles, as far as they have one. A label gets its slug when it is first published. */
export async function readLabelSlugs(
  db: D1Database,
  contents: readonly LabelledContent[],
): Promise<LabelSlugs> {
  return toLabelSlugs(await selectSlugs(db, listNames(contents)).all<SlugRow>());
}

/** Gives every label of these articles a slug that has none, and returns all of their slugs. */
export async function takeLabelSlugs(
  db: D1Database,
  contents: readonly LabelledContent[],
): Promise<LabelSlugs> {
  const names = listNames(contents);
  const known = toLabelSlugs(await selectSlugs(db, names).all<SlugRow>());
  const unknown = names.filter(({ kind, name }) => !known.has(labelKey(kind, name)));
  if (unknown.length === 0) return known;
  await retryPassingFailures(() =>
    db.batch(
      unknown.flatMap(({ kind, name }) => [takeSlug(db, kind, name), addWords(db, kind, name)]),
    ),
  );
  return toLabelSlugs(await selectSlugs(db, names).all<SlugRow>());
}

type SlugRow = { kind: LabelKind; spelling: string; slug: string };

function selectSlugs(
  db: D1Database,
  names: readonly { kind: LabelKind; name: string }[],
): D1PreparedStatement {
  const sought = names.map(({ kind, name }) => ({ kind, spelling: spellLabel(name) }));
  return db
    .prepare(
      `SELECT label_slugs.kind, label_slugs.spelling, label_slugs.slug FROM json_each(?1) AS sought
       JOIN label_slugs ON label_slugs.kind = sought.value ->> 'kind'
         AND label_slugs.spelling = sought.value ->> 'spelling'`,
    )
    .bind(JSON.stringify(sought));
}

function toLabelSlugs({ results }: D1Result<SlugRow>): LabelSlugs {
  return new Map(results.map(({ kind, spelling, slug }) => [`${kind} ${spelling}`, slug]));
}

/**
 * The statement that gives a label the first free of "le-ha", "le-ha-2" and so on, unless it has a slug already. Articles are
 * listed under the slug already if the table of slugs was lost.
 */
function takeSlug(db: D1Database, kind: LabelKind, name: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO label_slugs (kind, spelling, slug, articles, name)
       WITH RECURSIVE
         numbers (number) AS (
           SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM label_slugs WHERE kind = ?1 AND spelling = ?2)
           UNION ALL SELECT number + 1 FROM numbers),
         candidates (slug) AS (SELECT CASE number WHEN 1 THEN ?3 ELSE ?3 || '-' || number END FROM numbers)
       SELECT ?1, ?2, slug,
         (SELECT COUNT(*) FROM published_labels AS listed WHERE listed.kind = ?1 AND listed.slug = candidates.slug),
         (SELECT name FROM published_labels AS listed WHERE listed.kind = ?1 AND listed.slug = candidates.slug
          ORDER BY position DESC LIMIT 1)
       FROM candidates
       WHERE NOT EXISTS (SELECT 1 FROM label_slugs AS taken WHERE taken.kind = ?1 AND taken.slug = candidates.slug)
       LIMIT 1`,
    )
    .bind(kind, spellLabel(name), slugify(name));
}

/** The statement that makes the words of a label known to src/published/label-suggestion-store.ts. */
function addWords(db: D1Database, kind: LabelKind, name: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO label_words (kind, words, slug)
       WITH RECURSIVE endings (slug, words) AS (
         SELECT slug, slug FROM label_slugs WHERE kind = ?1 AND spelling = ?2
         UNION ALL
         SELECT slug, substr(words, instr(words, '-') + 1) FROM endings WHERE instr(words, '-') > 0)
       SELECT ?1, words, slug FROM endings WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(kind, spellLabel(name));
}
