import type { Article } from "../article/article.ts";
import { readArticle } from "../article/article-store.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import type { Person } from "../people/person.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** An article to work on. Who may not see it is told that there is none; who may see but not edit it, that it is not theirs. */
export async function articleToEdit(db: D1Database, actor: Person, id: string): Promise<Article> {
  const article = await readArticle(db, id);
  if (article === null) throw new AppError("not-found", articleWords.notFound);
  if (mayEdit(actor, article)) return article;
  if (article.isPublic) throw new AppError("forbidden", articleWords.notYours);
  throw new AppError("not-found", articleWords.notFound);
}

/** An article to decide about: editors only. */
export async function articleToApprove(
  db: D1Database,
  actor: Person,
  id: string,
): Promise<Article> {
  const article = await articleToEdit(db, actor, id);
  if (!hasRole(actor, "editor")) throw new AppError("forbidden", articleWords.editorsOnly);
  return article;
}

/** Reporters edit their own articles, editors all. */
export function mayEdit(actor: Person, article: Article): boolean {
  return article.ownerId === actor.id || hasRole(actor, "editor");
}
