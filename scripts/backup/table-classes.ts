import { noPassword } from "../../src/people/password.ts";

/** What a backup does with the columns of a table. Each one lists names with spaces between. */
type TableClass = {
  /** Rows are saved with these columns. */
  saved?: string;
  /** Never saved. Of a table with saved columns, `restored` is the value that a restored row gets. */
  secret?: string;
  restored?: Record<string, string>;
  /** Made again from saved tables by a restore. */
  derived?: string;
  /** Temporary state of a running site, which a restored site does not need. */
  passing?: string;
};

/**
 * Every table and column of the schema. A test fails for one that is missing here. The projection (`published` and others) is
 * saved: its positions and times stand in addresses, feeds and mirrors, so it must come back exactly. SQLite computes generated
 * columns itself, so they are not listed.
 */
export const tableClasses: Record<string, TableClass> = {
  people: {
    saved: "id username name role created_at disabled_at email unit seen_at muted_notifications",
    secret: "password_hash",
    restored: { password_hash: noPassword },
  },
  sections: { saved: "slug name position" },
  topics: { saved: "slug name summary promoted_at" },
  settings: { saved: "name value changed_at changed_by" },
  handbook: { saved: "id text wrong_forms note changed_at" },
  log: { saved: "id at actor_id act subject detail" },

  articles: {
    saved: `id owner_id state slug title section version approved_version scheduled_version scheduled_at published_at updated_at
      event created_at saved_at missed photos_noted discarded_at removed_at kind`,
  },
  versions: { saved: "article_id number content author_id created_at" },
  events: { saved: "article_id number type version actor_id at reason owner_id" },
  slugs: { saved: "slug article_id public_since" },
  redirects: { saved: "address article_id created_at" },
  corrections: { saved: "article_id at text person_id" },
  changes: { saved: "seq at type article_id slug" },
  working_copies: { saved: "article_id person_id base_version content saved_at seen_at" },
  dismissals: { saved: "article_id rule field excerpt reason person_id at" },
  notes: {
    saved:
      "id article_id version field quote before after place photo_id text author_id at done_at done_by",
  },
  version_views: { saved: "article_id person_id version at" },
  openings: { saved: "article_id submission person_id at" },
  receipts: {
    saved: "article_id version checked_at seen_at in_feed problem attempts retry_at",
  },
  error_reports: {
    saved: `number fingerprint article_id at message quote contact outcome note closed_at closed_by erased_at`,
  },

  photos: {
    saved: `id owner_id type width height bytes variants credit created_at erased_at erasure_done_at edit pages_due_since source
      license usable_until made_by_ai`,
  },
  photo_senders: { saved: "photo_id person_id" },
  photo_uses: { saved: "article_id place photo_id alt caption credit folded" },
  credit_proposals: { saved: "photo_id credit person_id at" },
  files: {
    saved: `id owner_id kind type name bytes pages seconds properties created_at erased_at erasure_done_at was_public width height
      transcript`,
  },
  file_senders: { saved: "file_id person_id" },
  file_uses: { saved: "file_id article_id" },

  front_choices: { saved: "page place article_id until" },
  front_edits: { saved: "page number at actor_id" },
  front_blocks: { saved: "place content section topic photo_id" },
  label_profiles: { saved: "kind slug about photo_id alt" },
  label_slugs: { saved: "kind spelling slug name articles" },
  label_words: { saved: "kind words slug" },

  published: {
    saved: `position article_id version slug section published_at updated_at title lede genre byline tags source lead_photo html
      english corrections photos addresses text ai documents recordings`,
  },
  published_pages: {
    saved: `position article_id version slug published_at updated_at title lede lead_photo ai corrections html text documents recordings`,
  },
  published_photos: { saved: "photo_id article_id" },
  published_files: { saved: "file_id article_id" },
  published_documents: { saved: "article_id place day kind number document path title" },
  published_labels: { saved: "kind slug position name" },
  published_months: { saved: "month articles changed_at" },
  published_corrections: { saved: "position article_id at text" },
  feed_items: { saved: "position begun extension" },
  article_views: { saved: "day article_id views added_at" },
  older_views: { saved: "article_id views" },
  most_read: { saved: "place article_id" },

  sessions: { secret: "id hash person_id method device created_at seen_at ends_at" },
  tokens: {
    secret: "id person_id hash label created_at revoked_at scope used_at ends_at",
  },
  passkeys: {
    secret: "id person_id public_key counter transports name created_at used_at",
  },
  challenges: { secret: "challenge person_id ends_at" },
  one_time_links: { secret: "hash person_id created_by created_at ends_at used_at" },
  preview_links: { secret: "hash id article_id version person_id made_at ends_at" },
  push_devices: { secret: "id session_id endpoint p256dh auth created_at" },

  search: { derived: "terms" },
  stored_pages: { derived: "name change content_change format content reach" },

  idempotent_answers: {
    passing: "person_id key request_hash status headers body created_at",
  },
  commits: { passing: "id" },
  outbox: {
    passing: "id kind payload created_at due_at rounds attempts last_error done_at",
  },
  notified_alerts: { passing: "alert at" },
  unmet_requirements: { passing: "requirement" },
  heartbeat: { passing: "id ran_at ms photo_bytes file_bytes measured_at" },
  clock_errors: { passing: "work failures failed_at error" },
  reading_hours: { passing: "id hour rows_read" },
  usage_days: { passing: "day requests rows_read rows_written" },
  backups: { passing: "ended_at started_at target bytes error" },
};

/** The names in a list of columns. */
export function listColumns(columns = ""): string[] {
  return columns.split(/\s+/).filter((name) => name !== "");
}
