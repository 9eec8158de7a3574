import { randomUUID } from "node:crypto";
import { hashToken } from "../../src/people/token.ts";
import type { Section } from "../../src/article/article.ts";
import type { Topic } from "../../src/published/published.ts";
import { hashPassword } from "../../src/people/password.ts";
import { demoNames } from "./demo-accounts.ts";
import type { DemoAccount } from "./demo-accounts.ts";
import type { D1 } from "./running-worker.ts";

/** Adds the missing sections, in this order. */
export async function addSections(database: D1, sections: Section[]): Promise<void> {
  const insert = database.prepare(
    "INSERT INTO sections (slug, name, position) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
  );
  await database.batch(sections.map(({ slug, name }, index) => insert.bind(slug, name, index + 1)));
}

/** Promotes tags to topics, in this order, unless they are topics already. */
export async function addTopics(database: D1, topics: Topic[]): Promise<void> {
  const now = Date.now();
  const insert = database.prepare(
    "INSERT INTO topics (slug, name, summary, promoted_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
  );
  await database.batch(
    topics.map(({ slug, name, summary }, index) => insert.bind(slug, name, summary, now + index)),
  );
}

/** The ids of the articles that readers see, by slug. */
export async function readPublicIds(database: D1): Promise<Map<string, string>> {
  const { results } = await database
    .prepare("SELECT slug, article_id AS id FROM published")
    .all<{ slug: string; id: string }>();
  return new Map(results.map(({ slug, id }) => [slug, id]));
}

const year = 365 * 24 * 60 * 60 * 1000;

/** Adds the missing accounts, each with its token. */
export async function addAccounts(
  database: D1,
  accounts: DemoAccount[],
  tokenKey: string,
): Promise<void> {
  const now = Date.now();
  const person = database.prepare(
    `INSERT INTO people (id, username, name, role, password_hash, created_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING`,
  );
  const token = database.prepare(
    `INSERT INTO tokens (id, person_id, hash, label, created_at, ends_at)
     SELECT ?1, id, ?2, 'demo', ?3, ?5 FROM people WHERE username = ?4 ON CONFLICT DO NOTHING`,
  );
  for (const one of accounts) {
    const { username, role } = one;
    const passwordHash = await hashPassword(one.password);
    const name = demoNames[username] ?? username;
    await database.batch([
      person.bind(randomUUID(), username, name, role, passwordHash, now),
      token.bind(randomUUID(), hashToken(one.token, tokenKey), now, username, now + year),
    ]);
  }
}
