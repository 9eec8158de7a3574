import { newArticleId } from "../article/article-id.ts";
import { normalisedFields } from "../article/article-input.ts";
import type { Article, ArticleContent } from "../article/article.ts";
import { insertArticle } from "../article/article-store.ts";
import { commit, unlessSlugTaken } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import type { Finding } from "../check/finding.ts";
import type { AppContext } from "../context.ts";
import { proofread, throwIfBlocked } from "../publishing/proofreading.ts";
import { chooseSlug } from "../publishing/slug-choice.ts";
import { submissionStatements } from "../publishing/submission.ts";
import { staff } from "./authenticate.ts";
import { standingOf, versionTag } from "./article-answer.ts";
import { readArticleRequest } from "./article-request.ts";
import type { ArticleRequest } from "./article-request.ts";
import { digestOf, once } from "./idempotency.ts";
import type { Remember } from "./idempotency.ts";
import type { KeptAnswer } from "./idempotency-store.ts";
import { resolvePhotos, storeIncoming } from "./incoming-photos.ts";
import { flagQuery } from "./query.ts";
import { refuseUnknownSection } from "./section-check.ts";

/** POST /api/articles: a draft, handed in at once with `?submit=true`. */
export async function createArticle(c: AppContext): Promise<Response> {
  const request = await readArticleRequest(c.req.raw);
  return once(c, await identityOf(request), (remember) => create(c, request, remember));
}

/** What makes two requests the same: the article as sent, and the bytes of its photos. */
async function identityOf({ raw, photos }: ArticleRequest): Promise<unknown> {
  const digests: [string, string][] = [];
  for (const [name, bytes] of photos) digests.push([name, await digestOf(bytes)]);
  return [raw, digests];
}

async function create(
  c: AppContext,
  request: ArticleRequest,
  remember: Remember,
): Promise<KeptAnswer> {
  const db = c.env.DB;
  const owner = staff(c);
  const submitted = flagQuery(c, "submit");
  await refuseUnknownSection(db, request.input.section);
  const { content, incoming, sizes } = await resolvePhotos(db, request);
  const id = newArticleId();
  const now = Date.now();
  const normalised = normalisedFields(request.raw);
  const findings = await proofread(db, content, {
    articleId: id,
    now,
    photoSizes: sizes,
    normalised,
  });
  if (submitted) throwIfBlocked(findings);
  await storeIncoming(c.env, incoming, owner.id);
  return unlessSlugTaken(async () => {
    const slug = await chooseSlug(db, content.title, null);
    const draft = newDraft({ id, ownerId: owner.id, slug, createdAt: now }, content);
    const created = {
      type: "created",
      version: 1,
      actorId: owner.id,
      at: now,
      reason: null,
    } as const;
    const state = submitted ? "submitted" : "draft";
    const answer = creationAnswer(c, { ...draft, state }, findings);
    await commit(db, [
      ...insertArticle(db, draft, content),
      recordEvent(db, { id, event: 0 }, created),
      ...(submitted ? submissionStatements(db, draft, owner, now) : []),
      ...remember(answer),
    ]);
    return answer;
  });
}

function newDraft(
  { id, ownerId, slug, createdAt }: Pick<Article, "id" | "ownerId" | "slug" | "createdAt">,
  { title, section }: ArticleContent,
): Article {
  return {
    id,
    ownerId,
    state: "draft",
    slug,
    title,
    section,
    version: 1,
    approvedVersion: null,
    scheduledVersion: null,
    scheduledAt: null,
    publishedAt: null,
    updatedAt: null,
    event: 1,
    createdAt,
    savedAt: createdAt,
    isPublic: false,
  };
}

function creationAnswer(c: AppContext, article: Article, findings: Finding[]): KeptAnswer {
  const { site } = c.var;
  return {
    status: 201,
    headers: { location: `${site.baseUrl}/api/articles/${article.id}`, etag: versionTag(1) },
    body: { ...standingOf(site, article), findings },
  };
}
