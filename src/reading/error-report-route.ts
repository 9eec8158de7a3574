import * as v from "valibot";
import { errorReportPath, errorReportThanksPath } from "../addresses/public.ts";
import type { TypedReport } from "../article/error-report.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { htmlType } from "../html/page.ts";
import { readAtAddress } from "../published/published-store.ts";
import type { ArticleAtAddress } from "../published/published-store.ts";
import { reportError } from "../publishing/error-reports.ts";
import { notifySoon } from "../publishing/notifications.ts";
import type { BodyBound } from "../request/body-bound.ts";
import { isFromOwnPage } from "../request/own-origin.ts";
import { readForm } from "../request/read-body.ts";
import { hashClientNetwork } from "../request/read-value.ts";
import { normaliseLine, normaliseText } from "../vietnamese/normalise.ts";
import { reportWords } from "../vietnamese/words/reports.ts";
import { answerMissing } from "./article-route.ts";
import { renderReportPage, renderReportThanks, trapField } from "./error-report-page.ts";
import type { ReportedArticle } from "./error-report-page.ts";

/** The form has three fields, of 2,700 letters together, and the trap. */
export const reportBody: BodyBound = { bytes: 20_000, parts: 10 };

/** GET /bai-viet/:slug/bao-loi: the form. */
export const getErrorReport = reportRoute(errorReportPath, renderReportPage);

/** GET /bai-viet/:slug/bao-loi/cam-on: that the report has arrived. */
export const getErrorReportThanks = reportRoute(errorReportThanksPath, renderReportThanks);

function reportRoute(
  pathOf: (slug: string) => string,
  render: (site: AppContext["var"]["site"], here: ReportedArticle) => string,
) {
  return async function getReportPage(c: AppContext): Promise<Response> {
    const found = await readHere(c);
    if (found.kind !== "article") return answerMissing(found, pathOf);
    const own = [tags.article(found.article.id), tags.site];
    return answerPublicly(render(c.var.site, found), htmlType, own);
  };
}

/**
 * POST /bai-viet/:slug/bao-loi: takes a report. It needs no cookie and gives no right, so a forged one could only write a report;
 * it is refused all the same. A refused form is shown again with what was typed.
 */
export async function postErrorReport(c: AppContext): Promise<Response> {
  const named = await readHere(c);
  const found = named.kind === "moved" ? await readAtAddress(c.env.DB, named.slug) : named;
  if (found.kind !== "article") return answerMissing(found, errorReportPath);
  let typed: TypedReport = { message: "", quote: "", contact: "" };
  try {
    const form = v.parse(SentReport, Object.fromEntries(await readForm(c)));
    typed = form;
    if (!isFromOwnPage(c.req.raw, c.var.site.baseUrl)) {
      throw new AppError("forbidden", reportWords.fromElsewhere);
    }
    if (form[trapField] === "") {
      await limitAddress(c);
      await reportError(c.env.DB, found.article, typed, Date.now());
      notifySoon(c);
    }
    return c.redirect(errorReportThanksPath(found.article.slug), 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const page = renderReportPage(c.var.site, found, { typed, error });
    return new Response(page, { status: error.status, headers: { "content-type": htmlType } });
  }
}

function readHere(c: AppContext): Promise<ArticleAtAddress> {
  return readAtAddress(c.env.DB, c.req.param("slug") ?? "");
}

/** A field that is missing, or a file, counts as empty. */
const sentText = v.optional(v.fallback(v.string(), ""), "");
const text = v.pipe(
  sentText,
  v.transform((sent) => normaliseText(sent).text.trim()),
);
const line = v.pipe(
  sentText,
  v.transform((sent) => normaliseLine(sent).text),
);
const SentReport = v.object({ message: text, quote: text, contact: line, [trapField]: sentText });

async function limitAddress(c: AppContext): Promise<void> {
  const key = hashClientNetwork(c.req.raw.headers, c.env.TOKEN_KEY, Date.now());
  const { success } = await c.env.REPORT_LIMIT.limit({ key });
  if (!success) throw new AppError("too-many", reportWords.tooMany);
}
