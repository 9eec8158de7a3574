import { contentToValues } from "../../article/article-fields.ts";
import { readArticle } from "../../article/article-store.ts";
import type { Article } from "../../article/article.ts";
import { deleteWorkingCopy } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import { notifySoon } from "../../publishing/notifications.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { submit } from "../../publishing/submission.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { withQuery } from "../../addresses/address.ts";
import { articleFormPath, newsroomArticlePath, previewPath } from "../../addresses/newsroom.ts";
import { seeOther } from "../answer.ts";
import { idParam, startAct, wantsJson } from "../guard.ts";
import { dismissTyped } from "./dismissal-route.ts";
import { showForm } from "./form-route.ts";
import { storeFormPhotos } from "./form-photos.ts";
import { willBeNormalised } from "./proofread-values.ts";
import { saveTyped } from "./save-typed.ts";
import type { SaveOutcome } from "./save-typed.ts";
import { showStale } from "./stale-page.ts";
import { articleIdOfKey, readTypedForm } from "./typed-form.ts";
import type { FormAct, TypedForm } from "./typed-form.ts";
import { creditTypedPhotos } from "./typed-photos.ts";
import { saveTypedWorkingCopy } from "./working-copy.ts";

/** A form as it was sent. `article` is null if it is not saved yet: `id` will then be its id. */
type SentForm = { by: ActContext; id: string; article: Article | null; typed: TypedForm };

type FormHandler = (c: AppContext, form: SentForm) => Promise<Response>;

/** One handler for each button of the form. */
const handlers: Record<FormAct["name"], FormHandler> = {
  save: withStoredPhotos(saveForm),
  submit: withStoredPhotos(submitForm),
  preview: withStoredPhotos(previewForm),
  dismiss: withStoredPhotos(dismissFromForm),
  discard: discardWorkingCopy,
};

/** POST /toa-soan/bai: a new article. The same form sent again is the same article. */
export async function postNewForm(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const typed = await readTypedForm(c);
  const id = articleIdOfKey(typed.key, by.actor, c.env.TOKEN_KEY);
  const known = await readArticle(by.db, id);
  const article = known === null ? null : await readArticleToEdit(by, id);
  return handlers[typed.act.name](c, { by, id, article, typed });
}

/** POST /toa-soan/bai/:id/sua: the act is the button that was pressed. */
export async function postForm(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const article = await readArticleToEdit(by, idParam(c));
  const typed = await readTypedForm(c);
  return handlers[typed.act.name](c, { by, id: article.id, article, typed });
}

/**
 * Stores the photos of the form and who took them before `handle` runs, and names the photos in its fields. Stops if one is
 * refused.
 */
function withStoredPhotos(handle: FormHandler): FormHandler {
  return async function storePhotosFirst(c, form) {
    const { values, errors: notStored } = await storeFormPhotos(c.env, form.by.actor, form.typed);
    const notCredited = await creditTypedPhotos(form.by, form.typed.photos);
    const errors = [...form.typed.errors, ...notStored, ...notCredited];
    const stored = { ...form, typed: { ...form.typed, values } };
    if (errors.length === 0) return handle(c, stored);
    return showAgain(c, stored, { errors, status: 422, message: formWords.notSaved });
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
      if (!(error instanceof AppError)) throw error;
      const values = contentToValues(content);
      const typed = { ...form.typed, baseVersion: article.version, values };
      const message =
        error.code === "invalid"
          ? formWords.savedNotSubmitted
          : formWords.savedBut(article.version, error.message);
      const { errors, status } = error;
      return showAgain(c, { ...form, article, typed }, { errors, status, message, isSaved: true });
    }
  });
}

/** Keeps the text as a working copy and shows it; a new article is saved first. */
async function previewForm(c: AppContext, form: SentForm): Promise<Response> {
  const { by, id, article, typed } = form;
  if (article === null) return saveThen(c, form, async () => seeOther(previewPath(id)));
  try {
    await saveTypedWorkingCopy(by, article, typed);
    return seeOther(previewPath(id));
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
  return next(outcome);
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
  const { key, baseVersion, values } = typed;
  const message = text === null ? null : ({ kind: "faults", text } as const);
  const view = { article, id, key, baseVersion, values, errors, message, status };
  return showForm(c, by, { ...view, workingSince: null, isOwnVersion: isSaved, isSaved });
}
