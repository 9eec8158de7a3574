import { articleCursorOf, articlePlaceOf } from "../article/article.ts";
import type { Article } from "../article/article.ts";
import { listArticles, readArticle } from "../article/article-store.ts";
import { beyondEveryPosition, cursorOf, positionAt, positionOf } from "../published/position.ts";
import { readPublishedArticles } from "../published/published-store.ts";
import { listVersions, readVersion } from "../article/version-store.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import type { Person } from "../people/person.ts";
import { readCorrections } from "../published/correction-store.ts";
import { withoutLostPhotos } from "../publishing/projection.ts";
import { articleToEdit, mayEdit } from "../publishing/permission.ts";
import { wholeNumberOf } from "../request/whole-number.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import {
  articleAnswer,
  correctionsAnswer,
  publishedLine,
  standingOf,
  timeOf,
  versionTag,
} from "./article-answer.ts";
import { startAct } from "./authenticate.ts";
import { idOf, cursorQuery, sinceQuery, stateQuery } from "./query.ts";

const pageSize = 20;

/** GET /api/articles: what is published for anyone, what they work on for staff; newest first. */
export async function getArticles(c: AppContext): Promise<Response> {
  const { person } = c.var;
  return person === null ? publishedArticles(c) : articlesOf(c, person);
}

/**
 * GET /api/articles/:id: the published version for anyone, as its page shows it, without what was erased since; the newest as
 * it was saved for who may edit it.
 */
export async function getArticle(c: AppContext): Promise<Response> {
  const { person, site } = c.var;
  const article = await readArticle(c.env.DB, idOf(c));
  if (article === null) throw new AppError("not-found", articleWords.notFound);
  const editing = person !== null && mayEdit(person, article);
  const number = editing ? article.version : publicVersion(article);
  const [version, corrections] = await Promise.all([
    readVersion(c.env.DB, article.id, number),
    readCorrections(c.env.DB, article.id),
  ]);
  if (version === null) throw new Error(`article ${article.id} lacks its version ${number}`);
  const seen = editing ? article : { ...article, state: "published" as const };
  const content = editing ? version.content : await withoutLostPhotos(c.env.DB, version.content);
  const answer = articleAnswer(site, seen, number, content);
  return c.json({ ...answer, corrections: correctionsAnswer(corrections) }, 200, {
    etag: versionTag(number),
  });
}

/** GET /api/articles/:id/versions: the history, newest first. */
export async function getVersions(c: AppContext): Promise<Response> {
  const article = await articleToEdit(startAct(c), idOf(c));
  const versions = await listVersions(c.env.DB, article.id);
  return c.json({
    versions: versions.map(({ createdAt, ...version }) => ({
      ...version,
      createdAt: timeOf(createdAt),
    })),
  });
}

/** GET /api/articles/:id/versions/:n: one version, as it was saved. */
export async function getVersion(c: AppContext): Promise<Response> {
  const article = await articleToEdit(startAct(c), idOf(c));
  const number = wholeNumberOf(c.req.param("n")) ?? 0;
  const version = await readVersion(c.env.DB, article.id, number);
  if (version === null) throw new AppError("not-found", articleWords.versionNotFound(number));
  return c.json(articleAnswer(c.var.site, article, number, version.content), 200, {
    etag: versionTag(number),
  });
}

async function publishedArticles(c: AppContext): Promise<Response> {
  if ((stateQuery(c) ?? "published") !== "published") {
    throw new AppError("unauthenticated", apiWords.tokenRequired);
  }
  const before = cursorQuery(c, positionOf) ?? beyondEveryPosition;
  const since = sinceQuery(c);
  const articles = await readPublishedArticles(c.env.DB, {
    section: c.req.query("section") ?? null,
    before,
    since: since === null ? 0 : positionAt(since),
    limit: pageSize + 1,
  });
  const shown = articles.slice(0, pageSize);
  const last = articles.length > pageSize ? shown.at(-1) : undefined;
  return c.json({
    articles: shown.map((article) => publishedLine(c.var.site, article)),
    next: last === undefined ? null : cursorOf(last.position),
  });
}

async function articlesOf(c: AppContext, person: Person): Promise<Response> {
  const articles = await listArticles(c.env.DB, {
    ownerId: hasRole(person, "editor") ? null : person.id,
    state: stateQuery(c),
    section: c.req.query("section") ?? null,
    since: sinceQuery(c),
    after: cursorQuery(c, articlePlaceOf),
    limit: pageSize + 1,
  });
  const shown = articles.slice(0, pageSize);
  const last = articles.length > pageSize ? shown.at(-1) : undefined;
  return c.json({
    articles: shown.map((article) => lineOf(c, article)),
    next: last === undefined ? null : articleCursorOf(last),
  });
}

function lineOf(c: AppContext, article: Article) {
  const { title, section, ownerId } = article;
  return { ...standingOf(c.var.site, article), title, section, owner: ownerId };
}

/** The version that anyone may see. A withdrawn article is gone, any other that is not public was never there. */
function publicVersion(article: Article): number {
  if (article.isPublic && article.approvedVersion !== null) return article.approvedVersion;
  if (article.approvedVersion !== null) throw new AppError("gone", articleWords.withdrawn);
  throw new AppError("not-found", articleWords.notFound);
}
