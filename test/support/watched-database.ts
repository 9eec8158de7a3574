/** What a database was asked for. */
export type Watch = {
  trips: number;
  rowsRead: number;
  statements: { sql: string; values: unknown[] }[];
};

/** Wraps a database so that `watch` counts its statements. */
export function watchDatabase(db: D1Database): { database: D1Database; watch: Watch } {
  const watch: Watch = { trips: 0, rowsRead: 0, statements: [] };
  const database = new Proxy(db, {
    get(target, name) {
      if (name === "prepare")
        return (sql: string) => watchStatement(target.prepare(sql), sql, [], watch);
      throw new Error(`a page asks by prepare, not by ${String(name)}`);
    },
  });
  return { database, watch };
}

function watchStatement(
  statement: D1PreparedStatement,
  sql: string,
  values: unknown[],
  watch: Watch,
): D1PreparedStatement {
  const all = async (): Promise<D1Result> => {
    const result = await statement.all();
    watch.trips += 1;
    watch.rowsRead += result.meta.rows_read;
    watch.statements.push({ sql, values });
    return result;
  };
  const first = async (): Promise<unknown> => (await all()).results[0] ?? null;
  return new Proxy(statement, {
    get(target, name) {
      if (name === "all") return all;
      if (name === "first") return first;
      if (name === "bind") {
        return (...bound: unknown[]) => watchStatement(target.bind(...bound), sql, bound, watch);
      }
      throw new Error(`a page reads by all or first, not by ${String(name)}`);
    },
  });
}

/** The steps of the database's query plan for a statement. */
export async function readQueryPlan(
  db: D1Database,
  { sql, values }: Watch["statements"][number],
): Promise<string[]> {
  const { results } = await db
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<{ detail: string }>();
  return results.map((step) => step.detail);
}
