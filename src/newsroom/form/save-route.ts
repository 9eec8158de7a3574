import type { Article } from "../../article/article.ts";
import { readArticle } from "../../article/article-store.ts";
import { deleteWorkingCopy } from "../../article/working-copy-store.ts";
import { isBlocked } from "../../check/check-article.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import { throwIfBlocked } from "../../publishing/proofreading.ts";
import { submit } from "../../publishing/submission.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { seeOther } from "../answer.ts";
import { idOf, staff, startAct } from "../guard.ts";
import { articleFormPath, newsroomArticlePath, previewPath } from "../../addresses/newsroom.ts";
import { articleIdOfKey, readTypedForm } from "./typed-form.ts";
import { contentToValues } from "../../article/article-fields.ts";
import { showForm } from "./show-form.ts";
import { dismissTyped } from "./dismissal-route.ts";
import { keepTyped } from "./keep-typed.ts";
import { saveTyped } from "./save-typed.ts";
import type { SaveOutcome } from "./save-typed.ts";
import { showStale } from "./stale-page.ts";
import { willBeNormalised } from "./proofread-values.ts";
import type { TypedForm } from "./typed-form.ts";
import { takePhotos } from "./typed-photos.ts";

/** A form that was sent, the article it is about (null where there is none yet), and when. */
type Sent = { id: string; article: Article | null; typed: TypedForm; now: number };

/** What is wrong with a form, as its page says it; `message` above the form, or null. */
type Faults = { errors: FieldError[]; status: number; told: string | null };

type Saved = Extract<SaveOutcome, { saved: true }>;

/** POST /toa-soan/bai: a new article. The same form again is the same article. */
export async function postNewForm(c: AppContext): Promise<Response> {
  const typed = await readTypedForm(c);
  const id = articleIdOfKey(typed.key, staff(c), c.env.TOKEN_KEY);
  return answer(c, { id, article: await readArticle(c.env.DB, id), typed, now: Date.now() });
}

/** POST /toa-soan/bai/:id/sua: saves, hands in, shows a preview, lets a finding stand or throws unsaved text away. */
export async function postForm(c: AppContext): Promise<Response> {
  const article = await readArticleToEdit(startAct(c), idOf(c));
  return answer(c, { id: article.id, article, typed: await readTypedForm(c), now: Date.now() });
}

/** Photos first, whatever the form is for: they are then stored and named in the fields. */
async function answer(c: AppContext, sent: Sent): Promise<Response> {
  const { id, article, typed, now } = sent;
  if (typed.act.name === "discard" && article !== null) return drop(c, article);
  const { values, errors } = await takePhotos(c.env, staff(c), typed);
  const withPhotos = { ...sent, typed: { ...typed, values } };
  if (errors.length > 0) {
    return again(c, withPhotos, { errors, status: 422, told: formWords.notSaved });
  }
  if (typed.act.name === "dismiss" && article !== null) {
    const faults = await dismissTyped(c, article, typed, now);
    const status = faults.length === 0 ? 200 : 422;
    return again(c, withPhotos, { errors: faults, status, told: null });
  }
  if (typed.act.name === "preview" && article !== null) {
    await keepTyped(c, article, { baseVersion: typed.baseVersion, values, now });
    return seeOther(previewPath(id));
  }
  return save(c, withPhotos);
}

async function save(c: AppContext, sent: Sent): Promise<Response> {
  const { id, typed, now } = sent;
  const { baseVersion, values } = typed;
  let outcome: SaveOutcome;
  try {
    outcome = await saveTyped(c.env, { ...startAct(c), now }, { id, baseVersion, values });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return again(c, sent, faultsOf(error, formWords.notSaved));
  }
  if (!outcome.saved) return showStale(c, typed, outcome);
  if (typed.act.name === "submit") return handIn(c, sent, outcome);
  if (typed.act.name === "preview") return seeOther(previewPath(id));
  const told = willBeNormalised(values) ? "&normalised=1" : "";
  return seeOther(`${articleFormPath(id)}?done=saved-${outcome.article.version}${told}`);
}

/** What is saved stays saved, even where it cannot be handed in yet. */
async function handIn(c: AppContext, sent: Sent, saved: Saved): Promise<Response> {
  const { article, content, findings } = saved;
  const typed = { ...sent.typed, baseVersion: article.version, values: contentToValues(content) };
  const now = { ...sent, article, typed };
  try {
    if (isBlocked(findings)) throwIfBlocked(findings);
    await submit({ ...startAct(c), now: sent.now }, article.id);
    return seeOther(newsroomArticlePath(article.id));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const text = error.code === "invalid" ? formWords.savedNotSubmitted : error.message;
    return again(c, now, faultsOf(error, text));
  }
}

async function drop(c: AppContext, article: Article): Promise<Response> {
  await deleteWorkingCopy(c.env.DB, { articleId: article.id, personId: staff(c).id }).run();
  return seeOther(articleFormPath(article.id));
}

/** A fault without a field is told in its own words. */
function faultsOf({ errors, status, message }: AppError, text: string): Faults {
  return { errors, status, told: errors.length === 0 ? message : text };
}

/** The same form, with everything that was typed in it, and what is wrong with it. */
function again(
  c: AppContext,
  { article, typed, now }: Sent,
  { errors, status, told }: Faults,
): Promise<Response> {
  const { key, baseVersion, values } = typed;
  const banner = told === null ? null : ({ kind: "faults", text: told } as const);
  const view = { article, key, baseVersion, values, errors, banner, status };
  return showForm(c, { ...view, workingSince: null, isOwnVersion: false }, now);
}
