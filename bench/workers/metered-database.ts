/** The use of D1 so far. `milliseconds` is the time that D1 reports. */
export type Usage = { roundTrips: number; rowsRead: number; milliseconds: number };

/** The same database, which adds each call to `usage`. It has only the methods that the Worker calls. */
export function meter(db: D1Database, usage: Usage): D1Database {
  const plain = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const add = (...results: D1Result[]): void => {
    usage.roundTrips += 1;
    for (const { meta } of results) {
      usage.rowsRead += meta.rows_read;
      usage.milliseconds += meta.duration;
    }
  };

  const metered = (statement: D1PreparedStatement): D1PreparedStatement => {
    const all = async (): Promise<D1Result<Record<string, unknown>>> => {
      const result = await statement.all<Record<string, unknown>>();
      add(result);
      return result;
    };
    const proxy = known(statement, {
      bind: (...values: unknown[]) => metered(statement.bind(...values)),
      all,
      run: all,
      // D1 reports the rows read only with a whole result.
      first: async (column?: string) => {
        const row = (await all()).results[0] ?? null;
        return row === null || column === undefined ? row : row[column];
      },
    });
    plain.set(proxy, statement);
    return proxy;
  };

  return known(db, {
    prepare: (query: string) => metered(db.prepare(query)),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await db.batch(statements.map((one) => plain.get(one) ?? one));
      add(...results);
      return results;
    },
  });
}

/** An object that has only these methods; any other throws. */
function known<T extends object>(target: T, methods: Record<string, unknown>): T {
  return new Proxy(target, {
    get: (_, name) => {
      const method = methods[String(name)];
      if (method === undefined) throw new Error(`${String(name)} is not metered`);
      return method;
    },
  });
}
