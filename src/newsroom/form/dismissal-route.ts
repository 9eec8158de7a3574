import * as v from "valibot";
import type { Article } from "../../article/article.ts";
import type { DismissedFinding } from "../../article/dismissal-store.ts";
import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { AppError } from "../../errors.ts";
import { dismissFinding } from "../../publishing/dismissals.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { parseJson, parseWith } from "../../request/parse.ts";
import { normaliseLine } from "../../vietnamese/normalise.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { requestWords } from "../../vietnamese/words/request.ts";
import { seeOther } from "../answer.ts";
import { readLine, readRaw } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { idParam, startAct, wantsJson } from "../guard.ts";
import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import type { TypedForm } from "./typed-form.ts";

const FindingInput = v.object({
  rule: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  field: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  excerpt: v.pipe(v.string(), v.maxLength(300)),
});

const maxReasonLength = 500;

/**
 * POST /toa-soan/bai/:id/bo-qua: dismisses a finding. Fields `rule`, `field`, `excerpt` and `reason`. Leads back to the article
 * page; scripts get 204.
 */
export async function postDismissal(c: AppContext): Promise<Response> {
  const article = await readArticleToEdit(startAct(c), idParam(c));
  const form = await readForm(c);
  const finding = parseWith(FindingInput, {
    rule: readRaw(form, "rule"),
    field: readRaw(form, "field"),
    excerpt: readRaw(form, "excerpt").replaceAll("\r\n", "\n"),
  });
  const reason = checkReason(readLine(form, "reason"), "reason");
  await dismissFinding(startAct(c), article.id, { ...finding, reason });
  return wantsJson(c)
    ? new Response(null, { status: 204 })
    : seeOther(`${newsroomArticlePath(article.id)}#soat-bai`);
}

/** Dismisses the finding whose button was pressed in the form. Returns why it was refused, by field. */
export async function dismissTyped(
  by: ActContext,
  article: Article,
  { act, sent }: TypedForm,
): Promise<FieldError[]> {
  if (act.name !== "dismiss") return [];
  const finding = parseFinding(readRaw(sent, `finding.${act.finding}`));
  try {
    const reason = checkReason(readLine(sent, `reason.${act.finding}`), "soat-bai");
    await dismissFinding(by, article.id, { ...finding, reason });
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { errors, message } = error;
    return errors.length === 0 ? [{ path: "soat-bai", message }] : errors;
  }
}

function parseFinding(json: string): DismissedFinding {
  return parseWith(FindingInput, parseJson(new TextEncoder().encode(json)));
}

function checkReason(line: string, path: string): string {
  const reason = normaliseLine(line).text;
  const message =
    reason === ""
      ? formWords.reasonNeeded
      : reason.length > maxReasonLength
        ? requestWords.tooLong(maxReasonLength)
        : null;
  if (message === null) return reason;
  throw new AppError("invalid", message, [{ path, message }]);
}
