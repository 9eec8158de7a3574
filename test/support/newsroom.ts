import { env, exports } from "cloudflare:workers";
import { hashToken } from "../../src/people/token.ts";
import type { Actor, Role } from "../../src/people/person.ts";

/** Origin of the site, as wrangler.toml has it. */
export const origin = "http://localhost:8787";

/** Sends a request through the whole Worker, including its edge cache. */
export async function send(path: string, init?: RequestInit): Promise<Response> {
  return exports.default.fetch(new Request(origin + path, { redirect: "manual", ...init }));
}

/** A user of the newsroom who sends requests with an API token. */
export type Colleague = {
  id: string;
  token: string;
  send: (path: string, init?: RequestInit) => Promise<Response>;
};

let hired = 0;

/** Adds a user of this role, with a token. */
export async function hire(role: Role): Promise<Colleague> {
  const id = `${role}-${++hired}`;
  const token = `bt_${id}_${"x".repeat(32)}`;
  const now = Date.now();
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO people (id, username, name, role, password_hash, created_at) VALUES (?1, ?1, ?1, ?2, 'none', ?3)`,
    ).bind(id, role, now),
    env.DB.prepare(
      `INSERT INTO tokens (id, person_id, hash, label, created_at, ends_at) VALUES (?1, ?1, ?2, 'test', ?3, ?3 + ?4)`,
    ).bind(id, hashToken(token, env.TOKEN_KEY), now, 365 * 24 * 60 * 60 * 1000),
  ]);
  return {
    id,
    token,
    send: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${token}`);
      return send(path, { ...init, headers });
    },
  };
}

/** The user as the actor of an act of src/publishing/, let in by their token. */
export function asActor({ id }: Pick<Colleague, "id">, role: Role): Actor {
  return { id, username: id, name: id, role, access: { by: "token", id } };
}

export async function addSections(...slugs: string[]): Promise<void> {
  await env.DB.batch(
    slugs.map((slug, position) =>
      env.DB.prepare(`INSERT INTO sections (slug, name, position) VALUES (?1, ?2, ?3)`).bind(
        slug,
        `Chuyên mục ${slug}`,
        position,
      ),
    ),
  );
}

/** A request with a JSON body. */
export function json(
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
): RequestInit {
  return {
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  };
}
