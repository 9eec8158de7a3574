import { contentToValues, emptyValues } from "../../article/article-fields.ts";
import { isSameContent } from "../../article/article.ts";
import type { Article } from "../../article/article.ts";
import { readLastReturn } from "../../article/event-store.ts";
import { readNotes } from "../../article/note-store.ts";
import { readSections } from "../../article/section-store.ts";
import { readUsualByline } from "../../article/version-store.ts";
import {
  presenceTimeout,
  readOtherWriters,
  readWorkingCopy,
  recordPresence,
} from "../../article/working-copy-store.ts";
import type { OtherWriter, WorkingCopy } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { hasRole } from "../../people/person.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import { listPhotos } from "../../markdown/markdown.ts";
import { readVisiblePhotos } from "../../photo/photo-store.ts";
import { readArticleToEdit, readKeptArticle, filterByViewer } from "../../publishing/permission.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { recordOpening } from "../record-opening.ts";
import { idParam, startAct } from "../guard.ts";
import type { EditorWishes } from "./editor-notes.ts";
import { formPage } from "./form-page.ts";
import type { FormMessage, FormView } from "./form-page.ts";
import { proofreadValues } from "./proofread-values.ts";
import { readNewestVersion } from "./save-typed.ts";
import { makeArticleId, isDraftKey, kindOfKey, makeDraftKey } from "./typed-form.ts";
import { seeOther } from "../answer.ts";
import { articleFormPath, newFormPath, newsroomArticlePath } from "../../addresses/newsroom.ts";
import { readArticle } from "../../article/article-store.ts";

/**
 * GET /toa-soan/bai/moi?key=: an empty form with the usual byline of the signed-in user. Without a key, a redirect to a new
 * one; `?kind=page` for the form of a page, which editors write. Once an article was saved with the key, its form: so going back, reloading and restoring a tab begin no second article.
 */
export async function getNewForm(c: AppContext): Promise<Response> {
  const key = c.req.query("key") ?? "";
  const wanted = c.req.query("kind") === "page" ? "page" : "article";
  if (!isDraftKey(key)) return seeOther(newFormPath(makeDraftKey(wanted)));
  const by = startAct(c);
  const isPage = kindOfKey(key) === "page";
  if (isPage && !hasRole(by.actor, "editor")) {
    throw new AppError("forbidden", articleWords.pagesByEditors);
  }
  const id = makeArticleId(key, by.actor, c.env.TOKEN_KEY);
  if ((await readArticle(by.db, id)) !== null) return seeOther(articleFormPath(id));
  const byline = isPage ? { authors: [], unit: "" } : await readUsualByline(by.db, by.actor.id);
  return showForm(c, by, {
    article: null,
    id,
    key,
    baseVersion: 0,
    values: emptyValues(byline),
    correction: "",
    errors: [],
    message: null,
    workingSince: null,
    status: 200,
    isOwnVersion: false,
  });
}

/** GET /toa-soan/bai/:id/sua: the working copy of the signed-in user, else the newest version. */
export async function getForm(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const article = await readKeptArticle(by, idParam(c));
  if (article.discardedAt !== null) return seeOther(newsroomArticlePath(article.id));
  await recordOpening(c, article);
  const [kept, newest] = await Promise.all([
    readWorkingCopy(by.db, { articleId: article.id, personId: by.actor.id }),
    readNewestVersion(by.db, article),
  ]);
  const isSaved = kept !== null && isSameContent(kept.content, newest.content);
  const copy = isSaved ? null : kept;
  return showForm(c, by, {
    article,
    id: article.id,
    key: "",
    baseVersion: copy?.baseVersion ?? newest.number,
    values: contentToValues(copy?.content ?? newest.content),
    correction: "",
    errors: [],
    message: savedMessage(c, article, newest) ?? (isSaved ? autosavedMessage(kept) : null),
    workingSince: copy?.savedAt ?? null,
    status: 200,
    isOwnVersion: newest.authorId === by.actor.id,
  });
}

/**
 * GET /toa-soan/bai/:id/nhap, JSON: `{values, baseVersion, savedAt}`, the fields as the form of the signed-in user would show them.
 * The script asks whether the server has the text that the browser still stores.
 */
export async function getWorkingCopy(c: AppContext): Promise<Response> {
  const { db, actor } = startAct(c);
  const article = await readArticleToEdit({ db, actor }, idParam(c));
  const copy = await readWorkingCopy(db, { articleId: article.id, personId: actor.id });
  if (copy !== null) {
    const { content, baseVersion, savedAt } = copy;
    return c.json({ values: contentToValues(content), baseVersion, savedAt });
  }
  const { content, number, createdAt } = await readNewestVersion(db, article);
  return c.json({ values: contentToValues(content), baseVersion: number, savedAt: createdAt });
}

/** After a save, `?done=` names the version that it made. */
function savedMessage(
  c: AppContext,
  { state }: Article,
  { number, createdAt }: { number: number; createdAt: number },
): FormMessage | null {
  if (c.req.query("done") !== `saved-${number}`) return null;
  const time = formatShortDateTime(new Date(createdAt));
  const saved =
    state === "submitted" ? formWords.updatedAt(number, time) : formWords.savedAt(number, time);
  const normalised = c.req.query("normalised") === "1" ? ` ${formWords.normalised}` : "";
  return { kind: "done", text: saved + normalised };
}

/** What was saved by itself and is no more than the newest version. */
function autosavedMessage({ savedAt }: WorkingCopy): FormMessage {
  return { kind: "note", text: formWords.autosavedAt(formatShortDateTime(new Date(savedAt))) };
}

/** The page of the form, with the sections, the other writers and the findings. */
export async function showForm(c: AppContext, by: ActContext, view: FormView): Promise<Response> {
  const ids = listPhotos(view.values.body).map(({ ref }) => ref);
  const [sections, others, proof, photos, wishes] = await Promise.all([
    readSections(by.db),
    view.article === null ? [] : meetOtherWriters(by, view.article, view.baseVersion),
    proofreadValues(by, view, by.now),
    readVisiblePhotos(by.db, ids, filterByViewer(by.actor)),
    view.article === null ? null : readWishes(by.db, view.article),
  ]);
  return formPage(c, { ...view, sections, others, proof, photos, wishes });
}

async function readWishes(db: D1Database, { id, state }: Article): Promise<EditorWishes> {
  const [notes, lastReturn] = await Promise.all([
    readNotes(db, id),
    state === "returned" ? readLastReturn(db, id) : null,
  ]);
  return { articleId: id, notes, lastReturn };
}

/** Records that the signed-in user has the form open, and reads who else has. */
async function meetOtherWriters(
  { db, actor, now }: ActContext,
  article: Article,
  baseVersion: number,
): Promise<OtherWriter[]> {
  const desk = { articleId: article.id, personId: actor.id };
  await writeWithRight({ db, actor }, [recordPresence(db, desk, baseVersion, now)]);
  return readOtherWriters(db, desk, now - presenceTimeout);
}
