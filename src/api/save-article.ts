import { normalisedFields } from "../article/article-input.ts";
import type { Article } from "../article/article.ts";
import { insertNextVersion } from "../article/article-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { articleToEdit } from "../publishing/permission.ts";
import { proofread } from "../publishing/proofreading.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { staff } from "./authenticate.ts";
import { standingOf, versionTag } from "./article-answer.ts";
import { readArticleRequest } from "./article-request.ts";
import { resolvePhotos, storeIncoming } from "./incoming-photos.ts";
import { idOf } from "./path.ts";
import { refuseUnknownSection } from "./section-check.ts";

/** PUT /api/articles/:id with If-Match: a new version. What readers see stays until an editor approves it. */
export async function saveArticle(c: AppContext): Promise<Response> {
  const db = c.env.DB;
  const person = staff(c);
  const article = await articleToEdit(db, person, idOf(c));
  refuseStale(c.req.header("if-match"), article);
  const request = await readArticleRequest(c.req.raw);
  await refuseUnknownSection(db, request.input.section);
  const { content, incoming, sizes } = await resolvePhotos(db, request);
  const now = Date.now();
  const normalised = normalisedFields(request.raw);
  const circumstances = { articleId: article.id, now, photoSizes: sizes, normalised };
  const findings = await proofread(db, content, circumstances);
  await storeIncoming(c.env, incoming, person.id);
  const number = article.version + 1;
  const version = { articleId: article.id, number, content, authorId: person.id, createdAt: now };
  await commit(db, [
    recordEvent(db, article, {
      type: "saved",
      version: number,
      actorId: person.id,
      at: now,
      reason: null,
    }),
    ...insertNextVersion(db, version),
  ]);
  const saved = { ...article, version: number, title: content.title, section: content.section };
  const body = { ...standingOf(c.var.site, saved), findings };
  return c.json(body, 200, { etag: versionTag(number) });
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
