import type { Article } from "../../article/article.ts";
import { readSections } from "../../article/section-store.ts";
import {
  recordPresence,
  presenceTimeout,
  readOtherWriters,
} from "../../article/working-copy-store.ts";
import type { OtherWriter } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import { staff } from "../guard.ts";
import { formPage } from "./form-page.ts";
import type { FormView } from "./form-view.ts";
import { proofreadValues } from "./proofread-values.ts";

/** The form's page, with what is known around it: who else is here, sections, soát bài. */
export async function showForm(c: AppContext, view: FormView, now: number): Promise<Response> {
  const db = c.env.DB;
  const [sections, others, proof] = await Promise.all([
    readSections(db),
    view.article === null ? [] : othersAt(c, view.article, view.baseVersion, now),
    proofreadValues(db, view, now),
  ]);
  return formPage(c, { ...view, sections, others, proof });
}

/** Who else has the form open; that this person has it, too, is noted. */
async function othersAt(
  c: AppContext,
  article: Article,
  baseVersion: number,
  now: number,
): Promise<OtherWriter[]> {
  const desk = { articleId: article.id, personId: staff(c).id };
  await recordPresence(c.env.DB, desk, baseVersion, now).run();
  return readOtherWriters(c.env.DB, desk, now - presenceTimeout);
}
