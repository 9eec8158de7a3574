import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import worker from "../../src/worker.ts";
import { origin } from "../support/newsroom.ts";

/** Bindings of the Worker whose database does something besides: `around` is called for each statement that is made. */
export function withDatabase(around: (statement: D1PreparedStatement) => D1PreparedStatement): Env {
  const slowDb = new Proxy(env.DB, {
    get(db, name) {
      if (name === "prepare") return (sql: string) => around(db.prepare(sql));
      const member: unknown = Reflect.get(db, name);
      return typeof member === "function" ? member.bind(db) : member;
    },
  });
  return { ...env, DB: slowDb };
}

type Asked = { bindings?: Env; method?: string; headers?: Record<string, string>; extra?: object };

/** Asks the Worker, and itself where it asks itself, with other bindings. `extra` goes onto its context. */
export function ask(path: string, asked: Asked = {}): Promise<Response> {
  const { bindings = env, method = "GET", headers = {}, extra = {} } = asked;
  const ctx = createExecutionContext();
  const fetch = (request: Request<unknown, IncomingRequestCfProperties>) =>
    worker.fetch(request, bindings, ctx);
  Object.defineProperty(ctx, "exports", { value: { default: { fetch } } });
  for (const [name, value] of Object.entries(extra)) Object.defineProperty(ctx, name, { value });
  return fetch(new Request(origin + path, { method, headers, redirect: "manual" }));
}
