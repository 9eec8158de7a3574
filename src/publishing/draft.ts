import { generateArticleId, buildNewArticle } from "../article/article.ts";
import { listNormalisedFields } from "../article/article-input.ts";
import type { Article, ArticleContent, ArticleKind } from "../article/article.ts";
import { insertArticle, insertNextVersion } from "../article/article-store.ts";
import { commit, retryWhileSlugTaken } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { replacePhotoUses } from "../article/photo-use-store.ts";
import { replaceFileUses } from "../file/file-store.ts";
import type { Finding } from "../check/finding.ts";
import type { ActContext } from "./permission.ts";
import type { PhotoUploadEnv } from "../photo/photo-upload.ts";
import type { SentArticle, ResolvedArticle } from "./incoming-photos.ts";
import { resolvePhotos, storeIncoming } from "./incoming-photos.ts";
import { listFileIds, resolveDocuments } from "./article-documents.ts";
import { listPhotoUses } from "../article/article-photos.ts";
import { proofread, throwIfBlocked } from "./proofreading.ts";
import { chooseSlug } from "../article/slug-choice.ts";
import { submissionStatements } from "./submission.ts";
import { readSections } from "../article/section-store.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { requestWords } from "../vietnamese/words/request.ts";

/** A saved version, and the findings of soát bài that nobody dismissed. */
export type Draft = { article: Article; findings: Finding[] };

/** Statements to commit in the same transaction as the draft. */
type ExtraStatements = (draft: Draft) => D1PreparedStatement[];

export type NewDraft = {
  /**
   * The article's id; null to generate one. A form brings its own id, so that a repeated request makes no second
   * article.
   */
  id: string | null;
  kind: ArticleKind;
  /** Whether the article is submitted at once. A blocking finding then refuses the whole request. */
  submitted: boolean;
  also: ExtraStatements;
};

/**
 * Creates an article with its first version. AppErrors: those of resolvePhotos and storeIncoming; invalid for an
 * unknown section, for a field that a page does not have or, when the article is submitted at once, for a blocking finding;
 * forbidden for a page of a reporter. Nothing is saved then.
 */
export async function createDraft(
  env: PhotoUploadEnv,
  act: ActContext,
  sent: SentArticle,
  { id, kind, submitted, also }: NewDraft,
): Promise<Draft> {
  const { db, actor: owner, now } = act;
  if (kind === "page" && !hasRole(owner, "editor")) {
    throw new AppError("forbidden", articleWords.pagesByEditors);
  }
  const articleId = id ?? generateArticleId();
  const { content, incoming, findings } = await prepareContent(act, sent, { id: articleId, kind });
  if (submitted) throwIfBlocked(findings);
  await storeIncoming(env, incoming, owner);
  return retryWhileSlugTaken(async (attempt) => {
    const slug = await chooseSlug(db, content.title, null, attempt);
    const created = buildNewArticle(
      { id: articleId, kind, ownerId: owner.id, slug, createdAt: now },
      content,
    );
    const article = submitted ? { ...created, state: "submitted" as const } : created;
    const draft = { article, findings };
    await commit(act, [
      ...insertArticle(db, created, content),
      ...replacePhotoUses(db, articleId, listPhotoUses(content)),
      ...replaceFileUses(db, articleId, listFileIds(content)),
      recordEvent(act, { id: articleId, event: 0 }, "created", 1),
      ...(submitted ? submissionStatements(act, created) : []),
      ...also(draft),
    ]);
    return draft;
  });
}

/** `reason` says why the version was made, if its text does not tell: it was restored from another one, for example. */
export type Saving = { reason: string | null; also: ExtraStatements };

/**
 * Saves a text as the newest version of an article. The article's state and what readers see do not change. AppErrors
 * as createDraft, and conflict when somebody changed the article meanwhile.
 */
export async function saveDraft(
  env: PhotoUploadEnv,
  act: ActContext,
  article: Article,
  sent: SentArticle,
  { reason, also }: Saving,
): Promise<Draft> {
  const { db, actor, now } = act;
  const { content, incoming, findings } = await prepareContent(act, sent, article);
  await storeIncoming(env, incoming, actor);
  const number = article.version + 1;
  const { title, section } = content;
  const saved = { ...article, version: number, title, section, savedAt: now };
  const draft = { article: { ...saved, event: article.event + 1 }, findings };
  await commit(act, [
    recordEvent(act, article, "saved", number, reason),
    ...insertNextVersion(db, {
      articleId: article.id,
      number,
      content,
      authorId: actor.id,
      createdAt: now,
    }),
    ...replacePhotoUses(db, article.id, listPhotoUses(content)),
    ...replaceFileUses(db, article.id, listFileIds(content)),
    ...also(draft),
  ]);
  return draft;
}

/** Makes every check that may refuse the article, before anything is stored. */
async function prepareContent(
  act: ActContext,
  sent: SentArticle,
  { id: articleId, kind }: Pick<Article, "id" | "kind">,
): Promise<ResolvedArticle & { findings: Finding[] }> {
  const { db, now } = act;
  if (kind === "page") refuseArticleFields(sent.input);
  await refuseUnknownSection(db, sent.input.section);
  const { content: withPhotos, ...resolved } = await resolvePhotos(act, articleId, sent);
  const { content, files } = await resolveDocuments(act, articleId, withPhotos);
  const normalised = listNormalisedFields(sent.raw);
  const circumstances = { articleId, kind, now, photos: resolved.known, files, normalised };
  const { open } = await proofread(db, content, circumstances);
  return { ...resolved, content, findings: open };
}

/** AppError invalid when the named section does not exist. A draft may have no section yet. */
async function refuseUnknownSection(db: D1Database, section: string | null): Promise<void> {
  if (section === null) return;
  const sections = await readSections(db);
  if (sections.some(({ slug }) => slug === section)) return;
  const message = articleWords.unknownSection(section);
  throw new AppError("invalid", message, [{ path: "section", message }]);
}

/** AppError invalid for each field that only articles have. */
function refuseArticleFields(content: ArticleContent): void {
  const { section, genre, tags, byline, source, english } = content;
  const filled = {
    section: section !== null,
    genre: genre !== "tin",
    tags: tags.length > 0,
    "byline.authors": byline.authors.length > 0,
    "byline.unit": byline.unit !== "",
    source: source !== null,
    english: english !== null,
  };
  const errors = Object.entries(filled)
    .filter(([, isFilled]) => isFilled)
    .map(([path]) => ({ path, message: articleWords.notOnPages }));
  if (errors.length > 0) throw new AppError("invalid", requestWords.invalid, errors);
}
