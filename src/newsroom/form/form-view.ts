import * as v from "valibot";
import type { Article, ArticleContent } from "../../article/article.ts";
import { readDismissals } from "../../article/dismissal-store.ts";
import type { Dismissal } from "../../article/dismissal-store.ts";
import { readSections } from "../../article/section-store.ts";
import { noteWriter, presenceLasts, readOtherWriters } from "../../article/working-copy-store.ts";
import type { OtherWriter } from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { partFindings } from "../../publishing/dismissals.ts";
import type { PartedFindings } from "../../publishing/dismissals.ts";
import { proofread } from "../../publishing/proofreading.ts";
import { staff } from "../guard.ts";
import { formPage } from "./form-page.ts";
import { jsonOf } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { WorkingInput } from "./working-input.ts";

/** What there is to say above the form. */
export type Banner = { kind: "done" | "note" | "faults"; text: string };

/** What the form shows. */
export type FormView = {
  /** Null for an article that was never saved: `key` then names it. */
  article: Article | null;
  key: string;
  baseVersion: number;
  values: FormValues;
  errors: FieldError[];
  banner: Banner | null;
  /** When the unsaved text that is shown was kept, ms; null where a version is shown. */
  workingSince: number | null;
  status: number;
  /** Whether this person made the newest version, as far as is known. */
  isOwnVersion: boolean;
};

/** Text that is in the fields, and what soát bài says of it. */
export type Proofread = {
  content: ArticleContent;
  parted: PartedFindings;
  dismissals: Dismissal[];
};

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
  await noteWriter(c.env.DB, desk, baseVersion, now).run();
  return readOtherWriters(c.env.DB, desk, now - presenceLasts);
}

/** Null for a form that nothing was written in, and for a text too long to look at. */
export async function proofreadValues(
  db: D1Database,
  { article, values }: Pick<FormView, "article" | "values">,
  now: number,
): Promise<Proofread | null> {
  if (article === null && values.title.trim() === "" && values.body.trim() === "") return null;
  const parsed = v.safeParse(WorkingInput, jsonOf(values));
  if (!parsed.success) return null;
  const content = parsed.output;
  const articleId = article?.id ?? "";
  const [findings, dismissals] = await Promise.all([
    proofread(db, content, { articleId, now }),
    article === null ? [] : readDismissals(db, articleId),
  ]);
  return { content, parted: partFindings(content, findings, dismissals), dismissals };
}
