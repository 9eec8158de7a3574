import { reportPath } from "../../addresses/newsroom.ts";
import type { ReportOutcome } from "../../article/error-report.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { eraseReportText, readReportToSee, settleReport } from "../../publishing/error-reports.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { readForm } from "../../request/read-body.ts";
import { parseWholeNumber } from "../../request/read-value.ts";
import { requestWords } from "../../vietnamese/words/request.ts";
import { seeOther } from "../answer.ts";
import { readLine, readText } from "../form-data.ts";
import { staff, startAct } from "../guard.ts";
import { reportPage } from "./report-page.ts";

/** The text fields of the forms of a report. */
export const reportFields = /^(?:act|note)$/;

/** GET /toa-soan/bao-loi/:number. */
export async function getReport(c: AppContext): Promise<Response> {
  const report = await readReportToSee({ db: c.env.DB, actor: staff(c) }, reportNumber(c));
  return reportPage(c, report, null);
}

/** POST /toa-soan/bao-loi/:number: closes a report as answered, closed or corrected, or erases its text. */
export async function postReport(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const number = reportNumber(c);
  const form = await readForm(c);
  const name = readLine(form, "act");
  const note = readText(form, "note");
  try {
    if (name === "erase") await eraseReportText(act, number);
    else await settleReport(act, number, { outcome: parseOutcome(name), note });
  } catch (error) {
    if (!(error instanceof AppError) || !["invalid", "conflict"].includes(error.code)) throw error;
    return reportPage(c, await readReportToSee(act, number), { act: name, note, error });
  }
  await purgeDue(act.db, c.executionCtx, act.now);
  return seeOther(`${reportPath(number)}?done=saved`);
}

function parseOutcome(name: string): ReportOutcome {
  if (name === "answered" || name === "closed" || name === "corrected") return name;
  throw new AppError("invalid", requestWords.invalid);
}

function reportNumber(c: AppContext): number {
  return parseWholeNumber(c.req.param("number")) ?? 0;
}
