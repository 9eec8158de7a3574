/** Adds rows that were read in an hour (hours since the epoch), and returns how many were read in it so far. */
export async function addRowsRead(db: D1Database, hour: number, rows: number): Promise<number> {
  const total = await db
    .prepare(
      `INSERT INTO reading_hours (id, hour, rows_read) VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE SET
         rows_read = excluded.rows_read + CASE WHEN hour = excluded.hour THEN rows_read ELSE 0 END, hour = excluded.hour
       RETURNING rows_read`,
    )
    .bind(hour, rows)
    .first<number>("rows_read");
  if (total === null) throw new Error("the rows read in this hour were not counted");
  return total;
}
