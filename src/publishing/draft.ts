import { generateArticleId, buildNewArticle } from "../article/article.ts";
import { listNormalisedFields } from "../article/article-input.ts";
import type { Article } from "../article/article.ts";
import { insertArticle, insertNextVersion } from "../article/article-store.ts";
import { commit, retryWhileSlugTaken } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { replacePhotoUses } from "../article/photo-use-store.ts";
import type { Finding } from "../check/finding.ts";
import type { ActContext } from "./permission.ts";
import type { PhotoUploadEnv } from "../photo/photo-upload.ts";
import type { SentArticle, ResolvedArticle } from "./incoming-photos.ts";
import { resolvePhotos, storeIncoming } from "./incoming-photos.ts";
import { listPhotoUses } from "../article/article-photos.ts";
import { proofread, throwIfBlocked } from "./proofreading.ts";
import { chooseSlug } from "../article/slug-choice.ts";
import { submissionStatements } from "./submission.ts";
import { readSections } from "../article/section-store.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";

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
  /** Whether the article is submitted at once. A blocking finding then refuses the whole request. */
  submitted: boolean;
  also: ExtraStatements;
};

/**
 * Creates an article with its first version. AppErrors: those of resolvePhotos and storeIncoming; invalid for an
 * unknown section or, when the article is submitted at once, for a blocking finding. Nothing is saved then.
 */
export async function createDraft(
  env: PhotoUploadEnv,
  act: ActContext,
  sent: SentArticle,
  { id, submitted, also }: NewDraft,
): Promise<Draft> {
  const { db, actor: owner, now } = act;
  const articleId = id ?? generateArticleId();
  const { content, incoming, findings } = await prepareContent(act, sent, articleId);
  if (submitted) throwIfBlocked(findings);
  await storeIncoming(env, incoming, owner);
  return retryWhileSlugTaken(async (attempt) => {
    const slug = await chooseSlug(db, content.title, null, attempt);
    const created = buildNewArticle(
      { id: articleId, ownerId: owner.id, slug, createdAt: now },
      content,
    );
    const article = submitted ? { ...created, state: "submitted" as const } : created;
    const draft = { article, findings };
    await commit(act, [
      ...insertArticle(db, created, content),
      ...replacePhotoUses(db, articleId, listPhotoUses(content)),
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
  const { content, incoming, findings } = await prepareContent(act, sent, article.id);
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
    ...also(draft),
  ]);
  return draft;
}

/** Makes every check that may refuse the article, before anything is stored. */
async function prepareContent(
  act: ActContext,
  sent: SentArticle,
  articleId: string,
): Promise<ResolvedArticle & { findings: Finding[] }> {
  const { db, now } = act;
  await refuseUnknownSection(db, sent.input.section);
  const resolved = await resolvePhotos(act, articleId, sent);
  const normalised = listNormalisedFields(sent.raw);
  const circumstances = { articleId, now, photos: resolved.known, normalised };
  const { open } = await proofread(db, resolved.content, circumstances);
  return { ...resolved, findings: open };
}

/** AppError invalid when the named section does not exist. A draft may have no section yet. */
async function refuseUnknownSection(db: D1Database, section: string | null): Promise<void> {
  if (section === null) return;
  const sections = await readSections(db);
  if (sections.some(({ slug }) => slug === section)) return;
  const message = articleWords.unknownSection(section);
  throw new AppError("invalid", message, [{ path: "section", message }]);
}
