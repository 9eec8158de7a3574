import { env } from "cloudflare:workers";

/** How many calls a database got, and whether its hold was reached. */
export type Hold = { calls: number; reached: boolean };

/** Wraps the database so that `change` runs, to its end, just before the call number `held`. Calls count from 1. */
export function holdDatabase(
  held: number,
  change: () => Promise<void>,
): { database: D1Database; hold: Hold } {
  const hold = { calls: 0, reached: false };
  const beforeCall = async () => {
    hold.calls += 1;
    if (hold.calls !== held) return;
    hold.reached = true;
    await change();
  };
  const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        if (name === "bind") return (...values: unknown[]) => wrap(target.bind(...values));
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        return async (...given: unknown[]) => {
          await beforeCall();
          return member.apply(target, given) as unknown;
        };
      },
    });
    originals.set(wrapped, statement);
    return wrapped;
  };
  const database = new Proxy(env.DB, {
    get(db, name) {
      if (name === "prepare") return (sql: string) => wrap(db.prepare(sql));
      if (name === "batch") {
        return async (statements: D1PreparedStatement[]) => {
          await beforeCall();
          return db.batch(statements.map((statement) => originals.get(statement) ?? statement));
        };
      }
      throw new Error(`the Worker asks by prepare and batch, not by ${String(name)}`);
    },
  });
  return { database, hold };
}
