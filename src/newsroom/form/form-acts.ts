import { contentToValues } from "../../article/article-fields.ts";
import { readArticle } from "../../article/article-store.ts";
import type { Article } from "../../article/article.ts";
import { readNotes } from "../../article/note-store.ts";
import { deleteWorkingCopy } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { hasRole } from "../../people/person.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import { notifySoon } from "../../publishing/notifications.ts";
import { readKeptArticle } from "../../publishing/permission.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { maxReasonLength, submit } from "../../publishing/submission.ts";
import { tickNote } from "../../publishing/notes.ts";
import { approveWords, formWords } from "../../vietnamese/words/form.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { withQuery } from "../../addresses/address.ts";
import { articleFormPath, newsroomArticlePath, previewPath } from "../../addresses/newsroom.ts";
import { seeOther } from "../answer.ts";
import { idParam, startAct, wantsJson } from "../guard.ts";
import { approveSaved, correctionField } from "./approve-form.ts";
import { noteSavedForm } from "../session-cookie.ts";
import { dismissTyped } from "./dismissal-route.ts";
import { showForm } from "./form-route.ts";
import { storeFormDocuments } from "./form-documents.ts";
import { storeFormRecordings } from "./form-recordings.ts";
import { storeFormPhotos } from "./form-photos.ts";
import { willBeNormalised } from "./proofread-values.ts";
import { saveTyped } from "./save-typed.ts";
import type { SaveOutcome } from "./save-typed.ts";
import { showStale } from "./stale-page.ts";
import { makeArticleId, readTypedForm } from "./typed-form.ts";
import type { FormAct, TypedForm } from "./typed-form.ts";
import { creditTypedPhotos } from "./typed-photos.ts";
import { refuseOtherPerson, saveTypedWorkingCopy } from "./working-copy.ts";

/** A form as it was sent. `article` is null if it is not saved yet: `id` will then be its id. */
type SentForm = { by: ActContext; id: string; article: Article | null; typed: TypedForm };

type FormHandler = (c: AppContext, form: SentForm) => Promise<Response>;

/** One handler for each button of the form. */
const handlers: Record<FormAct["name"], FormHandler> = {
  save: withStoredPhotos(saveForm),
  submit: withStoredPhotos(submitForm),
  approve: withStoredPhotos(approveForm),
  note: withStoredPhotos(tickNoteFromForm),
  preview: withStoredPhotos(previewForm),
  dismiss: withStoredPhotos(dismissFromForm),
  discard: discardWorkingCopy,
};

/** POST /toa-soan/bai: a new article. The same form sent again is the same article. */
export async function postNewForm(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const typed = await readTypedForm(c);
  refuseOtherPerson(by.actor, typed.person);
  const id = makeArticleId(typed.key, by.actor, c.env.TOKEN_KEY);
  const isKnown = (await readArticle(by.db, id)) !== null;
  const article = isKnown ? await readKeptArticle(by, id) : null;
  return handleForm(c, { by, id, article, typed });
}

/** POST /toa-soan/bai/:id/sua: the act is the button that was pressed. */
export async function postForm(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const article = await readKeptArticle(by, idParam(c));
  const typed = await readTypedForm(c);
  refuseOtherPerson(by.actor, typed.person);
  return handleForm(c, { by, id: article.id, article, typed });
}

/** A draft that was discarded since its form was opened keeps what was typed on screen, until it is restored. */
async function handleForm(c: AppContext, form: SentForm): Promise<Response> {
  if (form.article === null || form.article.discardedAt === null) {
    return handlers[form.typed.act.name](c, form);
  }
  const error = new AppError("gone", articleWords.discarded);
  if (wantsJson(c)) throw error;
  return showAgain(c, form, toFormFaults(error, error.message));
}

/**
 * Stores the photos of the form, who took them, and its other files before `handle` runs, and names the photos in its fields. Stops if one is
 * refused.
 */
function withStoredPhotos(handle: FormHandler): FormHandler {
  return async function storePhotosFirst(c, form) {
    const { actor } = form.by;
    const { values: named, errors: notStored } = await storeFormPhotos(c.env, actor, form.typed);
    const { values: listed, errors: notReceived } = await storeFormDocuments(c.env, actor, {
      values: named,
      files: form.typed.documentFiles,
    });
    const { body, errors: notPlayed } = await storeFormRecordings(c.env, actor, {
      body: listed.body,
      files: form.typed.recordingFiles,
    });
    const values = { ...listed, body };
    const notCredited = await creditTypedPhotos(form.by, form.typed.photos);
    const errors = [
      ...form.typed.errors,
      ...notStored,
      ...notReceived,
      ...notPlayed,
      ...notCredited,
    ];
    const stored = { ...form, typed: { ...form.typed, values } };
    if (errors.length === 0) return handle(c, stored);
    const status = form.typed.isTooHeavy ? 413 : 422;
    return showAgain(c, stored, { errors, status, message: formWords.notSaved });
  };
}

async function saveForm(c: AppContext, form: SentForm): Promise<Response> {
  return saveThen(c, form, async ({ article }) => {
    if (wantsJson(c)) return c.json({ id: article.id, version: article.version });
    const done = `saved-${article.version}`;
    const normalised = willBeNormalised(form.typed.values) ? "1" : "";
    return seeOther(withQuery(articleFormPath(article.id), { done, normalised }));
  });
}

/** Saves, then submits. If the submission is refused, the text stays saved. */
async function submitForm(c: AppContext, form: SentForm): Promise<Response> {
  return saveThen(c, form, async ({ article, content }) => {
    try {
      await submit(form.by, article.id);
      notifySoon(c);
      return seeOther(newsroomArticlePath(article.id));
    } catch (error) {
      return showSaved(c, form, { article, content, error, blocked: formWords.savedNotSubmitted });
    }
  });
}

/**
 * Saves, then publishes what was saved. If that is refused, the text stays saved: the article may have been withdrawn since the
 * form was opened. Editors only.
 */
async function approveForm(c: AppContext, form: SentForm): Promise<Response> {
  if (form.article === null || !hasRole(form.by.actor, "editor")) {
    throw new AppError("forbidden", articleWords.editorsOnly);
  }
  const { correction } = form.typed;
  if (correction.length > maxReasonLength) {
    const message = deskWords.reasonTooLong(maxReasonLength);
    const errors = [{ path: correctionField, message }];
    return showAgain(c, form, { errors, status: 422, message: formWords.notSaved });
  }
  return saveThen(c, form, async ({ article, content }) => {
    try {
      await approveSaved(c, form.by, article, correction);
      return seeOther(newsroomArticlePath(article.id));
    } catch (error) {
      const blocked = approveWords.savedNotApproved;
      return showSaved(c, form, { article, content, error, blocked });
    }
  });
}

type SavedButRefused = Pick<Saved, "article" | "content"> & { error: unknown; blocked: string };

/** The form with the saved text, and why what should follow was refused. `blocked` is said of blocking findings. */
function showSaved(
  c: AppContext,
  form: SentForm,
  { article, content, error, blocked }: SavedButRefused,
): Promise<Response> {
  if (!(error instanceof AppError)) throw error;
  const values = contentToValues(content);
  const typed = { ...form.typed, baseVersion: article.version, values };
  const { errors, status, code } = error;
  const message = code === "invalid" ? blocked : formWords.savedBut(article.version, error.message);
  return showAgain(c, { ...form, article, typed }, { errors, status, message, isSaved: true });
}

/** Keeps the text as a working copy and shows it; a new article is saved first. */
async function previewForm(c: AppContext, form: SentForm): Promise<Response> {
  const { by, id, article, typed } = form;
  if (article === null) return saveThen(c, form, async () => seeOther(previewPath(id)));
  try {
    await saveTypedWorkingCopy(by, article, typed);
    return noteSavedForm(c, seeOther(previewPath(id)), id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return showAgain(c, form, toFormFaults(error, formWords.notSaved));
  }
}

/** Dismisses a finding and shows the same form again. Nothing else is saved. */
async function dismissFromForm(c: AppContext, form: SentForm): Promise<Response> {
  if (form.article === null) return saveForm(c, form);
  const errors = await dismissTyped(form.by, form.article, form.typed);
  return showAgain(c, form, { errors, status: errors.length === 0 ? 200 : 422, message: null });
}

/** Ticks a note off, or opens it again, and shows the same form. Nothing else is saved. */
async function tickNoteFromForm(c: AppContext, form: SentForm): Promise<Response> {
  const { by, article, typed } = form;
  if (article === null || typed.act.name !== "note") return saveForm(c, form);
  const id = typed.act.note;
  const note = (await readNotes(by.db, article.id)).find((one) => one.id === id);
  if (note !== undefined) {
    await tickNote(by, { articleId: article.id, id }, note.doneAt === null);
  }
  return showAgain(c, form, { errors: [], status: 200, message: null });
}

async function discardWorkingCopy(c: AppContext, form: SentForm): Promise<Response> {
  const { by, article } = form;
  if (article === null) return handlers.save(c, form);
  const desk = { articleId: article.id, personId: by.actor.id };
  await writeWithRight(by, [deleteWorkingCopy(by.db, desk)]);
  return seeOther(articleFormPath(article.id));
}

type Saved = Extract<SaveOutcome, { saved: true }>;

/** Saves the text and answers with `next`. Shows what is wrong, or the other text if somebody saved in between. */
async function saveThen(
  c: AppContext,
  form: SentForm,
  next: (saved: Saved) => Promise<Response>,
): Promise<Response> {
  const { by, id, typed } = form;
  let outcome: SaveOutcome;
  try {
    outcome = await saveTyped(c.env, by, { id, ...typed });
    if (!outcome.saved) return await showStale(c, by, typed, outcome);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return showAgain(c, form, toFormFaults(error, formWords.notSaved));
  }
  const answer = await next(outcome);
  return wantsJson(c) ? answer : noteSavedForm(c, answer, id);
}

/** What is wrong with a form: by field, and a message above it. `isSaved`: all of its text was saved nevertheless. */
type FormFaults = {
  errors: FieldError[];
  status: number;
  message: string | null;
  isSaved?: boolean;
};

/** An error without fields is shown with its own message. */
function toFormFaults({ errors, status, message }: AppError, formMessage: string): FormFaults {
  return { errors, status, message: errors.length === 0 ? message : formMessage };
}

/** The same form with everything that was typed in it, and what is wrong with it. */
function showAgain(
  c: AppContext,
  { by, id, article, typed }: SentForm,
  { errors, status, message: text, isSaved = false }: FormFaults,
): Promise<Response> {
  const { key, baseVersion, values, correction } = typed;
  const message = text === null ? null : ({ kind: "faults", text } as const);
  const view = { article, id, key, baseVersion, values, correction, errors, message, status };
  return showForm(c, by, { ...view, workingSince: null, isOwnVersion: isSaved, isSaved });
}
