import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach } from "vitest";
import { app } from "../../src/app.ts";
import { article, publish } from "./articles.ts";
import type { ArticleStatus } from "./articles.ts";
import { addSections, json, origin } from "./newsroom.ts";
import { hireInBrowser } from "./staff.ts";
import type { Staff } from "./staff.ts";

/** The stored pages by name. */
const paths = { front: "/", feed: "/feed.json" };

/** Throws unless both pages are stored, and are what the articles say. */
export async function checkStoredPages(): Promise<void> {
  for (const [name, path] of Object.entries(paths)) {
    if (!(await isStored(name))) throw new Error(`${path} is not stored`);
    const page = await render(path);
    await env.DB.prepare("DELETE FROM stored_pages WHERE name = ?1").bind(name).run();
    if ((await render(path)) !== page) throw new Error(`${path} is not made of the articles`);
    if (!(await isStored(name))) throw new Error(`${path} is not stored by its reader`);
    if ((await render(path)) !== page) throw new Error(`${path} is stored as another page`);
  }
}

/** The page without a cache, and with the work that it leaves for after its response. */
export async function render(path: string): Promise<string> {
  const ctx = createExecutionContext();
  const page = await (await app.fetch(new Request(origin + path), env, ctx)).text();
  await waitOnExecutionContext(ctx);
  return page;
}

export async function isStored(name: string): Promise<boolean> {
  const same = await env.DB.prepare(
    "SELECT change = content_change AS same FROM stored_pages WHERE name = ?1",
  )
    .bind(name)
    .first<number>("same");
  return same === 1;
}

export async function changeNumber(name: string): Promise<number> {
  const change = await env.DB.prepare("SELECT change FROM stored_pages WHERE name = ?1")
    .bind(name)
    .first<number>("change");
  if (change === null) throw new Error(`${name} has no number of changes`);
  return change;
}

/** The database, in which this statement comes before a page is stored. */
export function overtakenDatabase(statement: string): D1Database {
  return new Proxy(env.DB, {
    get: () => (sql: string) => {
      const prepared = env.DB.prepare(sql);
      if (!sql.startsWith("INSERT INTO stored_pages")) return prepared;
      const run = async (bound: D1PreparedStatement) => {
        await env.DB.prepare(statement).run();
        return bound.run();
      };
      return { bind: (...values: unknown[]) => ({ run: () => run(prepared.bind(...values)) }) };
    },
  });
}

/** Users of each role, and a published article. */
export type StoredPagesNewsroom = Record<"reporter" | "editor" | "admin", Staff> & {
  first: ArticleStatus;
};

/**
 * Before each test hires a reporter and an editor, publishes an article and gives them to `keep`. After each test checks the
 * stored pages and withdraws every article.
 */
export function useStoredPages(keep: (newsroom: StoredPagesNewsroom) => void): void {
  let admin: Staff;
  let editor: Staff;
  beforeAll(async () => {
    await addSections("tin-tuc", "khac");
    admin = await hireInBrowser("admin");
  });
  beforeEach(async () => {
    // New people: each may act so many times a minute.
    const reporter = await hireInBrowser("reporter");
    editor = await hireInBrowser("editor");
    const first = await publish(reporter, editor, article("Bài đầu"));
    keep({ reporter, editor, admin, first });
  });
  afterEach(async () => {
    await checkStoredPages();
    const { results } = await env.DB.prepare("SELECT article_id AS id FROM published").all<{
      id: string;
    }>();
    for (const { id } of results) await withdrawArticle(editor, id);
  });
}

export async function withdrawArticle(editor: Staff, id: string): Promise<void> {
  await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
}
