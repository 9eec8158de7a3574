import { readUsualByline } from "../../article/version-store.ts";
import { readWorkingCopy } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import { shortDateTime } from "../../vietnamese/dates.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { idOf, staff, startAct } from "../guard.ts";
import { newDraftKey } from "./typed-form.ts";
import { emptyValues, contentToValues } from "../../article/article-fields.ts";
import type { Banner } from "./form-view.ts";
import { newestOf } from "./save-typed.ts";
import { showForm } from "./show-form.ts";

/** GET /toa-soan/bai/moi: an empty form, signed as its writer usually signs. */
export async function getNewForm(c: AppContext): Promise<Response> {
  const byline = await readUsualByline(c.env.DB, staff(c).id);
  const nothing = {
    errors: [],
    banner: null,
    workingSince: null,
    status: 200,
    isOwnVersion: false,
  };
  const view = { article: null, key: newDraftKey(), baseVersion: 0, values: emptyValues(byline) };
  return showForm(c, { ...view, ...nothing }, Date.now());
}

/** GET /toa-soan/bai/:id/sua: what this person has not saved yet, else the newest version. */
export async function getForm(c: AppContext): Promise<Response> {
  const { db, actor, now } = startAct(c);
  const article = await readArticleToEdit({ db, actor }, idOf(c));
  const [copy, newest] = await Promise.all([
    readWorkingCopy(db, { articleId: article.id, personId: actor.id }),
    newestOf(db, article),
  ]);
  const view = {
    article,
    key: "",
    baseVersion: copy?.baseVersion ?? newest.number,
    values: contentToValues(copy?.content ?? newest.content),
    errors: [],
    banner: savedBanner(c, newest),
    workingSince: copy?.savedAt ?? null,
    status: 200,
    isOwnVersion: newest.authorId === actor.id,
  };
  return showForm(c, view, now);
}

/** After a save the address says which version it made. */
function savedBanner(
  c: AppContext,
  { number, createdAt }: { number: number; createdAt: number },
): Banner | null {
  if (c.req.query("done") !== `saved-${number}`) return null;
  const saved = formWords.savedAt(number, shortDateTime(new Date(createdAt)));
  const tidied = c.req.query("normalised") === "1" ? ` ${formWords.normalised}` : "";
  return { kind: "done", text: saved + tidied };
}
