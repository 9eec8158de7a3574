import type { Article } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { saveDraft } from "../publishing/draft.ts";
import { articleToEdit } from "../publishing/permission.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { startAct } from "./authenticate.ts";
import { standingOf, versionTag } from "./article-answer.ts";
import { readArticleRequest } from "./article-request.ts";
import { idOf } from "./query.ts";

/** PUT /api/articles/:id with If-Match: a new version. What readers see stays until an editor approves it. */
export async function saveArticle(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const former = await articleToEdit(act, idOf(c));
  refuseStale(c.req.header("if-match"), former);
  const handedIn = await readArticleRequest(c.req.raw);
  const saving = { reason: null, also: () => [] };
  const { article, findings } = await saveDraft(c.env, act, former, handedIn, saving);
  const body = { ...standingOf(c.var.site, article), findings };
  return c.json(body, 200, { etag: versionTag(article.version) });
}

/** 428 without If-Match, 412 when it does not name the newest version. */
function refuseStale(ifMatch: string | undefined, article: Article): void {
  if (ifMatch === undefined) {
    throw new AppError("precondition-required", apiWords.ifMatchRequired);
  }
  const named = ifMatch.split(",").map((tag) => tag.trim());
  if (named.includes(versionTag(article.version))) return;
  throw new AppError("stale", apiWords.ifMatchStale(article.version));
}
