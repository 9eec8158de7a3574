type Waiting = {
  statement: D1PreparedStatement;
  resolve: (result: D1Result<Record<string, unknown>>) => void;
  reject: (error: unknown) => void;
};

/**
 * The same database, but statements that start together go out as one batch: one round trip and one transaction, in their order.
 * If one fails, all of them fail. For pages that read many small things, with the functions that read each of them.
 */
export function joinStatements(db: D1Database): D1Database {
  let waiting: Waiting[] = [];
  const sendAll = async (): Promise<void> => {
    const sent = waiting;
    waiting = [];
    try {
      const results = await db.batch<Record<string, unknown>>(
        sent.map(({ statement }) => statement),
      );
      sent.forEach(({ resolve, reject }, n) => {
        const result = results[n];
        if (result === undefined) reject(new Error("a batch gave too few results"));
        else resolve(result);
      });
    } catch (error) {
      for (const { reject } of sent) reject(error);
    }
  };
  const ask = (statement: D1PreparedStatement): Promise<D1Result<Record<string, unknown>>> =>
    new Promise((resolve, reject) => {
      if (waiting.push({ statement, resolve, reject }) === 1) queueMicrotask(() => void sendAll());
    });
  return { prepare: (sql: string) => joinStatement(db.prepare(sql), ask) } as unknown as D1Database;
}

type Ask = (statement: D1PreparedStatement) => Promise<D1Result<Record<string, unknown>>>;

/** Only what the stores call. */
function joinStatement(statement: D1PreparedStatement, ask: Ask): D1PreparedStatement {
  const methods = {
    bind: (...values: unknown[]) => joinStatement(statement.bind(...values), ask),
    all: () => ask(statement),
    run: () => ask(statement),
    first: async () => (await ask(statement)).results[0] ?? null,
  };
  return methods as unknown as D1PreparedStatement;
}
