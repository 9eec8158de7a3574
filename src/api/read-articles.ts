import { formatArticleCursor, parseArticleCursor } from "../article/article.ts";
import type { Article } from "../article/article.ts";
import { listArticles, readArticle } from "../article/article-store.ts";
import { maxPosition, writeCursor, findPosition, parseCursor } from "../published/position.ts";
import { readListedPages } from "../published/page-store.ts";
import { readPublishedArticles } from "../published/published-store.ts";
import { listVersions, readVersion } from "../article/version-store.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import type { Person } from "../people/person.ts";
import { readCorrections } from "../published/correction-store.ts";
import { removeLostFiles } from "../publishing/projection.ts";
import { readArticleToEdit, mayEdit } from "../publishing/permission.ts";
import { parseWholeNumber } from "../request/read-value.ts";
import { apiWords } from "../vietnamese/words/api.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import {
  toArticleAnswer,
  toPublicAnswer,
  toCorrections,
  toPublishedLine,
  toPublishedPageLine,
  toStatus,
  formatTime,
  formatVersionTag,
} from "./article-answer.ts";
import { startAct } from "./authenticate.ts";
import { readArticleId, readCursor, readKind, readSince, readState } from "./query.ts";

const pageSize = 20;

/** GET /api/articles: published articles for anyone, and for staff those that they may edit; newest first. `?kind=page` for the pages. */
export async function getArticles(c: AppContext): Promise<Response> {
  const { person } = c.var;
  return person === null ? listPublishedArticles(c) : listStaffArticles(c, person);
}

/** GET /api/articles/:id: the published version as its page shows it, or the newest version for staff who may edit it. */
export async function getArticle(c: AppContext): Promise<Response> {
  const { person, site } = c.var;
  const article = await readArticle(c.env.DB, readArticleId(c));
  if (article === null) throw new AppError("not-found", articleWords.notFound);
  const editing = person !== null && mayEdit(person, article);
  if (editing && article.discardedAt !== null) throw new AppError("gone", articleWords.discarded);
  const number = editing ? article.version : choosePublicVersion(article);
  const [version, corrections] = await Promise.all([
    readVersion(c.env.DB, article.id, number),
    readCorrections(c.env.DB, article.id),
  ]);
  if (version === null) throw new Error(`article ${article.id} lacks its version ${number}`);
  const content = editing ? version.content : await removeLostFiles(c.env.DB, version.content);
  const toAnswer = editing ? toArticleAnswer : toPublicAnswer;
  const answer = toAnswer(site, article, number, content);
  return c.json({ ...answer, corrections: toCorrections(corrections) }, 200, {
    etag: formatVersionTag(number),
  });
}

/** GET /api/articles/:id/versions: the history, newest first. */
export async function getVersions(c: AppContext): Promise<Response> {
  const article = await readArticleToEdit(startAct(c), readArticleId(c));
  const versions = await listVersions(c.env.DB, article.id);
  return c.json({
    versions: versions.map(({ createdAt, ...version }) => ({
      ...version,
      createdAt: formatTime(createdAt),
    })),
  });
}

/** GET /api/articles/:id/versions/:n: one version, as it was saved. */
export async function getVersion(c: AppContext): Promise<Response> {
  const article = await readArticleToEdit(startAct(c), readArticleId(c));
  const number = parseWholeNumber(c.req.param("n")) ?? 0;
  const version = await readVersion(c.env.DB, article.id, number);
  if (version === null) throw new AppError("not-found", articleWords.versionNotFound(number));
  return c.json(toArticleAnswer(c.var.site, article, number, version.content), 200, {
    etag: formatVersionTag(number),
  });
}

async function listPublishedArticles(c: AppContext): Promise<Response> {
  if ((readState(c) ?? "published") !== "published") {
    throw new AppError("unauthenticated", apiWords.tokenRequired);
  }
  if (readKind(c) === "page") {
    const pages = await readListedPages(c.env.DB);
    return c.json({
      articles: pages.map((page) => toPublishedPageLine(c.var.site, page)),
      next: null,
    });
  }
  const before = readCursor(c, parseCursor) ?? maxPosition;
  const since = readSince(c);
  const articles = await readPublishedArticles(c.env.DB, {
    section: c.req.query("section") ?? null,
    before,
    since: since === null ? 0 : findPosition(since),
    limit: pageSize + 1,
  });
  c.set("rowsRead", 2 * articles.length + 1);
  const shown = articles.slice(0, pageSize);
  const last = articles.length > pageSize ? shown.at(-1) : undefined;
  return c.json({
    articles: shown.map((article) => toPublishedLine(c.var.site, article)),
    next: last === undefined ? null : writeCursor(last.position),
  });
}

async function listStaffArticles(c: AppContext, person: Person): Promise<Response> {
  const articles = await listArticles(c.env.DB, {
    kind: readKind(c),
    ownerId: hasRole(person, "editor") ? null : person.id,
    state: readState(c),
    section: c.req.query("section") ?? null,
    since: readSince(c),
    after: readCursor(c, parseArticleCursor),
    limit: pageSize + 1,
  });
  const shown = articles.slice(0, pageSize);
  const last = articles.length > pageSize ? shown.at(-1) : undefined;
  return c.json({
    articles: shown.map((article) => toStaffLine(c, article)),
    next: last === undefined ? null : formatArticleCursor(last),
  });
}

function toStaffLine(c: AppContext, article: Article) {
  const { title, section, ownerId } = article;
  return { ...toStatus(c.var.site, article), title, section, owner: ownerId };
}

/** The version that anyone may see. AppError gone for a withdrawn article, not-found for one that was never public. */
function choosePublicVersion(article: Article): number {
  if (article.isPublic && article.approvedVersion !== null) return article.approvedVersion;
  if (article.approvedVersion !== null) throw new AppError("gone", articleWords.withdrawn);
  throw new AppError("not-found", articleWords.notFound);
}
