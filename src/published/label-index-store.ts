import type { Section } from "../article/article.ts";
import { parseSections, sectionsColumn } from "./card-store.ts";
import type { LabelKind } from "./label-store.ts";

/** A group of an index, in the order of the index: a letter, what begins with a digit ("so"), what begins with any other sign ("khac"). */
export type IndexGroup = string;

/** A label of an index, and how many published articles have it. */
type IndexedLabel = { slug: string; name: string; articles: number; group: IndexGroup };

/** Where a part of an index begins: at its start, at a group, or at the label with this slug. */
export type IndexStart = { group: IndexGroup } | { slug: string } | null;

/** A part of an index. `groups` are all that have a label; `next` is the slug of the first label behind this part. */
export type IndexPart = {
  sections: Section[];
  labels: IndexedLabel[];
  groups: IndexGroup[];
  next: string | null;
};

/** What the letters with a mark are in `sort_key`: see migrations/0033_label_indexes.sql. */
const markedLetters: Record<string, string> = {
  ă: "a\uF000",
  â: "a\uF001",
  đ: "d\uF000",
  ê: "e\uF000",
  ô: "o\uF000",
  ơ: "o\uF001",
  ư: "u\uF000",
};

/** Each group with its first possible `sort_key`. */
const groupStarts: readonly { group: IndexGroup; from: string }[] = [
  { group: "so", from: "" },
  ...[..."aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"].map((letter) => ({
    group: letter,
    from: markedLetters[letter] ?? letter,
  })),
  { group: "khac", from: "{" },
];

const groupRanges = groupStarts.map((start, place) => ({
  ...start,
  until: groupStarts[place + 1]?.from ?? "\u{10FFFF}",
}));

export function isIndexGroup(group: string): boolean {
  return groupRanges.some((range) => range.group === group);
}

/** At most `limit` labels in Vietnamese order. An unknown slug begins no part: there are then no labels. */
export async function readLabelIndex(
  db: D1Database,
  kind: LabelKind,
  { start, limit }: { start: IndexStart; limit: number },
): Promise<IndexPart> {
  const isAtSlug = start !== null && "slug" in start;
  const from = isAtSlug
    ? `(sort_key, slug) >= (SELECT sort_key, slug FROM label_slugs WHERE kind = ?1 AND slug = ?2)`
    : `sort_key >= ?2`;
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn},
         (SELECT json_group_array(json_object('slug', slug, 'name', name, 'articles', articles, 'key', sort_key)) FROM (
            SELECT slug, name, articles, sort_key FROM label_slugs
            WHERE kind = ?1 AND articles > 0 AND ${from} ORDER BY sort_key, slug LIMIT ?3)) AS labels,
         (SELECT json_group_array(groups.value ->> 'group') FROM json_each(?4) AS groups
          WHERE EXISTS (SELECT 1 FROM label_slugs WHERE kind = ?1 AND articles > 0
            AND sort_key >= groups.value ->> 'from' AND sort_key < groups.value ->> 'until')) AS groups`,
    )
    .bind(kind, toStartValue(start), limit + 1, JSON.stringify(groupRanges))
    .first<{ sections: string; labels: string; groups: string }>();
  if (row === null) throw new Error("the index's statement gave no row");
  const found = JSON.parse(row.labels) as (Omit<IndexedLabel, "group"> & { key: string })[];
  return {
    sections: parseSections(row.sections),
    labels: found.slice(0, limit).map(({ key, ...label }) => ({ ...label, group: findGroup(key) })),
    groups: JSON.parse(row.groups) as IndexGroup[],
    next: found[limit]?.slug ?? null,
  };
}

function toStartValue(start: IndexStart): string {
  if (start === null) return "";
  if ("slug" in start) return start.slug;
  return groupRanges.find(({ group }) => group === start.group)?.from ?? "";
}

function findGroup(key: string): IndexGroup {
  return groupRanges.findLast(({ from }) => key >= from)?.group ?? "so";
}

/** The name of a label; its slug if no published article has it now, null if none ever had. */
export async function readLabelName(
  db: D1Database,
  kind: LabelKind,
  slug: string,
): Promise<string | null> {
  return db
    .prepare(`SELECT COALESCE(name, slug) AS name FROM label_slugs WHERE kind = ?1 AND slug = ?2`)
    .bind(kind, slug)
    .first<string>("name");
}
