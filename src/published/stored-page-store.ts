/** A page that is stored when an act changes it. Raise `format` whenever its content is made in another way: it is then written again. */
export type StoredPage = { name: "front" | "feed"; format: number };

/** What is stored of a page. `reach` says from which position on an article may change it: see migrations/0029_stored_pages.sql. */
export type PageContent = { content: string; reach: unknown };

/** SQL for the content of a page; NULL after a change that it does not show. */
export function selectContent({ name, format }: StoredPage): string {
  return `(SELECT content FROM stored_pages WHERE name = '${name}' AND content_change = change AND format = ${format})`;
}

/** The content of a page; null after a change that it does not show. */
export async function readContent(db: D1Database, page: StoredPage): Promise<string | null> {
  const row = await db
    .prepare(`SELECT ${selectContent(page)} AS content`)
    .first<{ content: string | null }>();
  return row?.content ?? null;
}

/** Makes and stores a page again if an article that it may show was changed. Null from `make` leaves it as it is. */
export async function refreshPage(
  db: D1Database,
  page: StoredPage,
  make: () => Promise<PageContent | null>,
): Promise<void> {
  const change = await readOpenChange(db, page);
  if (change === null) return;
  const made = await make();
  if (made === null) return;
  // After another change the row stays as it is: it is refreshed after that change.
  await db
    .prepare(
      `INSERT INTO stored_pages (name, change, content_change, format, content, reach)
       VALUES ('${page.name}', ?1, ?1, ${page.format}, ?2, ?3)
       ON CONFLICT (name) DO UPDATE SET content_change = ?1, format = ${page.format}, content = ?2, reach = ?3
       WHERE change = ?1`,
    )
    .bind(change, made.content, JSON.stringify(made.reach))
    .run();
}

/** The number of the last change to a page; null if the stored content shows it. */
async function readOpenChange(db: D1Database, page: StoredPage): Promise<number | null> {
  const row = await db
    .prepare(
      `SELECT ${selectContent(page)} IS NOT NULL AS isCurrent,
         COALESCE((SELECT change FROM stored_pages WHERE name = '${page.name}'), 0) AS change`,
    )
    .first<{ isCurrent: number; change: number }>();
  if (row === null) throw new Error("the statement of a stored page gave no row");
  return row.isCurrent === 1 ? null : row.change;
}
