import type { Article, ArticleContent } from "../article/article.ts";
import { readArticle } from "../article/article-store.ts";
import { readVersionsNaming } from "../article/version-store.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import type { Actor, Person } from "../people/person.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** What each editorial act needs: the database, the person who acts, and when, in ms since the epoch. */
export type ActContext = { db: D1Database; actor: Actor; now: number };

/** What reading on behalf of a person needs. */
export type ReadContext = { db: D1Database; actor: Person };

/**
 * Reads an article that the actor may edit. AppError forbidden for a public article of somebody else, not-found for any
 * other article of somebody else, gone for a discarded draft.
 */
export async function readArticleToEdit(context: ReadContext, id: string): Promise<Article> {
  const article = await readKeptArticle(context, id);
  if (article.discardedAt !== null) throw new AppError("gone", articleWords.discarded);
  return article;
}

/** Reads an article that the actor may edit, also if it is discarded. AppErrors as readArticleToEdit, but not gone. */
export async function readKeptArticle({ db, actor }: ReadContext, id: string): Promise<Article> {
  const article = await readArticle(db, id);
  if (article === null) throw new AppError("not-found", articleWords.notFound);
  if (mayEdit(actor, article)) return article;
  if (article.isPublic) throw new AppError("forbidden", articleWords.notYours);
  throw new AppError("not-found", articleWords.notFound);
}

/** Reads an article for an editor to decide about. AppErrors as readArticleToEdit, and forbidden for a reporter. */
export async function readArticleToApprove(context: ReadContext, id: string): Promise<Article> {
  const article = await readArticleToEdit(context, id);
  if (!hasRole(context.actor, "editor")) throw new AppError("forbidden", articleWords.editorsOnly);
  return article;
}

/** The id that limits which photos and reports a person sees; null for editors, who see all. */
export function filterByViewer(person: Person): string | null {
  return hasRole(person, "editor") ? null : person.id;
}

/** How photos or files are read: those that a person may see (null: all), and the ids that a text names. */
type UsableKind<Stored> = {
  readVisible: (
    db: D1Database,
    ids: string[],
    viewerId: string | null,
  ) => Promise<Map<string, Stored>>;
  listIds: (content: ArticleContent) => string[];
};

/**
 * Reads those of the photos or files that the actor may put into a text of this article: what they may see, and what some
 * version of the article names, because who may edit the article may read its versions. Knowing an id is no right.
 */
export async function readUsable<Stored>(
  { db, actor }: ReadContext,
  articleId: string,
  ids: string[],
  { readVisible, listIds }: UsableKind<Stored>,
): Promise<Map<string, Stored>> {
  const visible = await readVisible(db, ids, filterByViewer(actor));
  const others = ids.filter((id) => !visible.has(id));
  if (others.length === 0) return visible;
  const versions = await readVersionsNaming(db, articleId, others);
  const named = new Set(versions.flatMap(listIds));
  const inVersions = others.filter((id) => named.has(id));
  return new Map([...visible, ...(await readVisible(db, inVersions, null))]);
}

/** Reporters edit their own articles; editors edit all, and the standing pages, which speak for the agency. */
export function mayEdit(actor: Person, { kind, ownerId }: Article): boolean {
  return (kind === "article" && ownerId === actor.id) || hasRole(actor, "editor");
}
