import type { Article } from "../article/article.ts";
import { recordFirstOpening } from "../article/opening-store.ts";
import type { AppContext } from "../context.ts";
import { writeWithRight } from "../people/requirement-store.ts";
import { startAct } from "./guard.ts";

/**
 * Records that the signed-in user opens a submitted article of somebody else: from now on it cannot be taken back.
 * Pages that show the text call it before they answer. A browser that only fetches a page ahead has shown it to nobody.
 */
export async function recordOpening(c: AppContext, { id, ownerId, state }: Article): Promise<void> {
  const { db, actor, now } = startAct(c);
  if (state !== "submitted" || ownerId === actor.id || !isShown(c)) return;
  const opener = { articleId: id, personId: actor.id };
  await writeWithRight({ db, actor }, [recordFirstOpening(db, opener, now)]);
}

/** Whether somebody will see the answer: not to HEAD, and not to a request that fetches a page ahead. */
export function isShown(c: AppContext): boolean {
  const names = ["sec-purpose", "purpose", "x-purpose", "x-moz"];
  const isAhead = names.some((name) =>
    /prefetch|prerender|preview/i.test(c.req.header(name) ?? ""),
  );
  return c.req.method === "GET" && !isAhead;
}
