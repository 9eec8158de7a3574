import type { Article } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { saveDraft } from "../publishing/draft.ts";
import { readArticleToEdit } from "../publishing/permission.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { startAct } from "./authenticate.ts";
import { toStatus, formatVersionTag } from "./article-answer.ts";
import { readArticleRequest } from "./article-request.ts";
import { readArticleId } from "./query.ts";

/** PUT /api/articles/:id with If-Match: saves a new version. Readers see it after an editor approves it. */
export async function saveArticle(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const former = await readArticleToEdit(act, readArticleId(c));
  refuseStale(c.req.header("if-match"), former);
  const sent = await readArticleRequest(c);
  if (sent.kind !== null && sent.kind !== former.kind) {
    const message = articleWords.keepsKind;
    throw new AppError("invalid", message, [{ path: "kind", message }]);
  }
  const saving = { reason: null, also: () => [] };
  const { article, findings } = await saveDraft(c.env, act, former, sent, saving);
  const body = { ...toStatus(c.var.site, article), findings };
  return c.json(body, 200, { etag: formatVersionTag(article.version) });
}

/** 428 without If-Match, 412 when it does not name the newest version. */
function refuseStale(ifMatch: string | undefined, article: Article): void {
  if (ifMatch === undefined) {
    throw new AppError("precondition-required", apiWords.ifMatchRequired);
  }
  const named = ifMatch.split(",").map((tag) => tag.trim());
  if (named.includes(formatVersionTag(article.version))) return;
  throw new AppError("stale", apiWords.ifMatchStale(article.version));
}
