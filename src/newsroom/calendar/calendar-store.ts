/** A scheduled or published article of a week. `at` is when readers get it, or got it first: ms since the epoch. */
export type CalendarItem = {
  id: string;
  title: string;
  owner: string;
  at: number;
  /** The newest event and the scheduled version; null for a published article. */
  schedule: { event: number; version: number } | null;
};

/** The items from one time up to another, ms. `ownerId`: of one reporter; null means of everybody. */
export type CalendarFilter = { from: number; until: number; ownerId: string | null };

type ScheduledRow = Omit<CalendarItem, "schedule"> & { event: number; version: number };

/** More articles than this in a week are not shown: so many of each kind. */
export const maxCalendarItems = 200;

/** What a week has, in the order of time. `isCut` when it has more than are shown. */
export async function readCalendar(
  db: D1Database,
  { from, until, ownerId }: CalendarFilter,
): Promise<{ items: CalendarItem[]; isCut: boolean }> {
  const owner = ownerId === null ? "" : "AND articles.owner_id = ?4";
  const values = [from, until, maxCalendarItems + 1, ...(ownerId === null ? [] : [ownerId])];
  const name = "(SELECT name FROM people WHERE people.id = articles.owner_id) AS owner";
  const [scheduled, published] = await db.batch([
    db
      .prepare(
        `SELECT id, title, ${name}, scheduled_at AS at, event, scheduled_version AS version
         FROM articles INDEXED BY articles_due
         WHERE scheduled_at >= ?1 AND scheduled_at < ?2 ${owner} ORDER BY scheduled_at, id LIMIT ?3`,
      )
      .bind(...values),
    db
      .prepare(
        `SELECT articles.id, published.title, ${name}, published.published_at AS at
         FROM published CROSS JOIN articles ON articles.id = published.article_id
         WHERE published.position >= ?1 * 1024 AND published.position < ?2 * 1024 ${owner}
         ORDER BY published.position LIMIT ?3`,
      )
      .bind(...values),
  ]);
  const ahead = (scheduled?.results ?? []) as ScheduledRow[];
  const done = (published?.results ?? []) as Omit<CalendarItem, "schedule">[];
  const items = [
    ...ahead.slice(0, maxCalendarItems).map(({ event, version, ...item }): CalendarItem => {
      return { ...item, schedule: { event, version } };
    }),
    ...done.slice(0, maxCalendarItems).map((item): CalendarItem => ({ ...item, schedule: null })),
  ];
  const isCut = ahead.length > maxCalendarItems || done.length > maxCalendarItems;
  return { items: items.sort((a, b) => a.at - b.at), isCut };
}
