import type { LabelKind } from "./label-store.ts";
import type { LabelPicture } from "./published.ts";

/** SQL for the picture of a label as JSON, for `parsePicture`; NULL if it has none. `kind` and `slug` are expressions. */
export function selectPicture(kind: string, slug: string): string {
  return `(SELECT json_object('id', photos.id, 'width', COALESCE(photos.edit ->> 'width', photos.width),
      'height', COALESCE(photos.edit ->> 'height', photos.height), 'type', photos.type,
      'variants', json(COALESCE(photos.edit -> 'variants', photos.variants)), 'revision', photos.edit ->> 'revision',
      'edit', json(photos.edit), 'credit', photos.credit, 'madeByAi', photos.made_by_ai, 'alt', label_profiles.alt)
    FROM label_profiles CROSS JOIN photos ON photos.id = label_profiles.photo_id
    WHERE label_profiles.kind = ${kind} AND label_profiles.slug = ${slug} AND photos.erased_at IS NULL)`;
}

export function parsePicture(json: string | null): LabelPicture | null {
  return json === null ? null : toPicture(JSON.parse(json) as PictureRow);
}

/** What `selectPicture` gives. */
export type PictureRow = Omit<LabelPicture, "revision"> & { revision: string | null };

export function toPicture({ revision, ...picture }: PictureRow): LabelPicture {
  return revision === null ? picture : { ...picture, revision };
}

/** What editors told about a label. */
export type LabelProfile = { about: string; photo: { id: string; alt: string } | null };

/** The profiles of labels of a kind by slug; of one label if `slug` is not null. */
export async function readProfiles(
  db: D1Database,
  kind: LabelKind,
  slug: string | null = null,
): Promise<Map<string, LabelProfile>> {
  const { results } = await db
    .prepare(
      `SELECT slug, about, photo_id AS photo, alt FROM label_profiles
       WHERE kind = ?1 AND slug >= COALESCE(?2, '') AND (?2 IS NULL OR slug = ?2)`,
    )
    .bind(kind, slug)
    .all<{ slug: string; about: string; photo: string | null; alt: string | null }>();
  return new Map(
    results.map(({ slug: of, about, photo, alt }) => [
      of,
      { about, photo: photo === null ? null : { id: photo, alt: alt ?? "" } },
    ]),
  );
}

/** The statement that sets the profile of a label. */
export function writeProfile(
  db: D1Database,
  kind: LabelKind,
  slug: string,
  { about, photo }: LabelProfile,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO label_profiles (kind, slug, about, photo_id, alt) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (kind, slug) DO UPDATE SET about = excluded.about, photo_id = excluded.photo_id, alt = excluded.alt`,
    )
    .bind(kind, slug, about, photo?.id ?? null, photo?.alt ?? null);
}

export function removeProfile(db: D1Database, kind: LabelKind, slug: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM label_profiles WHERE kind = ?1 AND slug = ?2`).bind(kind, slug);
}

/** The statement that takes a photo out of every profile. */
export function removePhotoFromProfiles(db: D1Database, photoId: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE label_profiles SET photo_id = NULL, alt = NULL WHERE photo_id = ?1`)
    .bind(photoId);
}

/** A label that shows a photo in its profile. */
export type ProfileUse = { kind: LabelKind; slug: string; name: string };

/** Where profiles show a photo. A label without articles is named by its slug. */
export async function readProfileUses(db: D1Database, photoId: string): Promise<ProfileUse[]> {
  const { results } = await db
    .prepare(
      `SELECT label_profiles.kind, label_profiles.slug,
         COALESCE((SELECT topics.name FROM topics WHERE label_profiles.kind = 'tag' AND topics.slug = label_profiles.slug),
           (SELECT label_slugs.name FROM label_slugs
            WHERE label_slugs.kind = label_profiles.kind AND label_slugs.slug = label_profiles.slug),
           label_profiles.slug) AS name
       FROM label_profiles WHERE label_profiles.photo_id = ?1 ORDER BY label_profiles.kind DESC, label_profiles.slug`,
    )
    .bind(photoId)
    .all<ProfileUse>();
  return results;
}
