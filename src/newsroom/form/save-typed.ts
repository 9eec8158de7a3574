import { DraftInput } from "../../article/article-input.ts";
import type { ArticleInput } from "../../article/article-input.ts";
import { isSameContent } from "../../article/article.ts";
import type { Article, ArticleContent, Version } from "../../article/article.ts";
import { readArticle } from "../../article/article-store.ts";
import { commit } from "../../article/commit.ts";
import { readVersion } from "../../article/version-store.ts";
import { deleteWorkingCopy } from "../../article/working-copy-store.ts";
import { AppError } from "../../errors.ts";
import type { PhotoUploadEnv } from "../../photo/photo-upload.ts";
import { createDraft, saveDraft } from "../../publishing/draft.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { kindOfKey } from "./typed-form.ts";
import { parseWith } from "../../request/parse.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { hasText, valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";

/** The form was saved; or not, because somebody else had saved before. */
export type SaveOutcome =
  | { saved: true; article: Article; content: ArticleContent }
  | { saved: false; article: Article; theirs: Version };

/** `key` names an article that is not saved yet. */
export type Typed = { id: string; key: string; baseVersion: number; values: FormValues };

/**
 * Saves a form as the next version of an article, or as a new article. An unchanged text makes no version, so a form
 * that is sent twice is saved once. AppError invalid, with the errors by field.
 */
export async function saveTyped(
  env: PhotoUploadEnv,
  act: ActContext,
  { id, key, baseVersion, values }: Typed,
): Promise<SaveOutcome> {
  const { db, actor } = act;
  const raw = valuesToJson(values);
  const submission = { input: parseTyped(raw, values), raw, photos: new Map() };
  const also = () => [deleteWorkingCopy(db, { articleId: id, personId: actor.id })];
  for (let attempt = 1; ; attempt++) {
    const article = await readArticle(db, id);
    const newest = article === null ? null : await readNewestVersion(db, article);
    if (article !== null && newest !== null) {
      const content = newest.content;
      if (isSameContent(content, submission.input)) {
        await commit(act, also());
        return { saved: true, article, content };
      }
      if (!isBasedOn(baseVersion, article)) return { saved: false, article, theirs: newest };
    }
    try {
      const { article: saved } =
        article === null
          ? await createDraft(env, act, submission, {
              id,
              kind: kindOfKey(key),
              submitted: false,
              also,
            })
          : await saveDraft(env, act, article, submission, { reason: null, also });
      return { saved: true, article: saved, content: submission.input };
    } catch (error) {
      // Somebody else, or a duplicate of this form, saved first: read the newest version again.
      if (attempt > 1 || !(await wasOvertaken(db, id, article, error))) throw error;
    }
  }
}

/** AppError invalid for a field that is wrong, or if nothing was typed. */
function parseTyped(raw: unknown, values: FormValues): ArticleInput {
  if (hasText(values)) return parseWith(DraftInput, raw);
  const error = { path: "title", message: formWords.nothingTyped };
  throw new AppError("invalid", formWords.nothingTyped, [error]);
}

export async function readNewestVersion(db: D1Database, article: Article): Promise<Version> {
  const newest = await readVersion(db, article.id, article.version);
  if (newest === null) {
    throw new AppError("not-found", articleWords.versionNotFound(article.version));
  }
  return newest;
}

/** 0 counts as 1: after the first save, the empty form in the browser's history can be sent again. */
function isBasedOn(baseVersion: number, article: Article): boolean {
  return Math.max(baseVersion, 1) === article.version;
}

async function wasOvertaken(
  db: D1Database,
  id: string,
  article: Article | null,
  error: unknown,
): Promise<boolean> {
  if (error instanceof AppError) return error.code === "conflict";
  const now = await readArticle(db, id);
  return now !== null && now.version !== article?.version;
}
