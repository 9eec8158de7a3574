import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** The article id in the path. */
export function idOf(c: AppContext): string {
  const id = c.req.param("id");
  if (id === undefined) throw new AppError("not-found", articleWords.notFound);
  return id;
}
