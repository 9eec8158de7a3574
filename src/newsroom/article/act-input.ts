import type { Article } from "../../article/article.ts";
import { AppError } from "../../errors.ts";
import type { HistoryLine } from "./overview-store.ts";
import { readLine, readText } from "../form-data.ts";
import type { Person } from "../../people/person.ts";
import { maxReasonLength } from "../../publishing/submission.ts";
import { parseMoment } from "../../request/read-value.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";

/** What may be done with an article on its page in the newsroom. */
export type ArticleAct = "submit" | "return" | "publish" | "withdraw" | "correct";

/** The fields of the page's forms; all of them may stand on one page, so no two are alike. */
export const actFields = {
  returnReason: "return-reason",
  withdrawReason: "withdraw-reason",
  correction: "correction",
  at: "at",
} as const;

/** Why an article is returned or withdrawn. AppError invalid, at that field, when there is none or it is too long. */
export function readReason(form: FormData, field: "returnReason" | "withdrawReason"): string {
  return readRequiredText(form, actFields[field], articleWords.reasonRequired);
}

/** The text of a correction. AppError invalid at its field. */
export function readCorrection(form: FormData): string {
  return readRequiredText(form, actFields.correction, deskWords.correctionRequired);
}

/** A future time, in ms, typed as local time of Vietnam. AppError invalid at field `at`. */
export function readTime(form: FormData, now: number): number {
  const at = parseTypedTime(form);
  if (at === null) throw wrong(actFields.at, deskWords.timeRequired);
  if (at <= now) throw wrong(actFields.at, deskWords.timeNotAhead);
  return at;
}

/** The time that was given, in ms; null when it is none. */
function parseTypedTime(form: FormData): number | null {
  const given = readLine(form, actFields.at);
  return given === "" ? null : parseMoment(`${given}+07:00`);
}

function readRequiredText(form: FormData, name: string, missing: string): string {
  const text = readText(form, name);
  if (text === "") throw wrong(name, missing);
  if (text.length > maxReasonLength) throw wrong(name, deskWords.reasonTooLong(maxReasonLength));
  return text;
}

function wrong(path: string, message: string): AppError {
  return new AppError("invalid", message, [{ path, message }]);
}

/** An act that was refused because something had happened since the page that it was sent from. */
type Refused = { name: ArticleAct; form: FormData; seen: number; person: Person };

/**
 * Whether that something was this very act: the same person's same click, sent twice. With other words, or another time, it
 * is another act, sent from a page that the browser went back to; it must not pass for done.
 */
export function isDuplicateSubmit(
  { article, history }: { article: Article; history: readonly HistoryLine[] },
  { name, form, seen, person }: Refused,
): boolean {
  const [newest] = history;
  return (
    newest?.number === seen + 1 &&
    newest.actorId === person.id &&
    isSameAct(name, form, newest, article)
  );
}

function isSameAct(
  name: ArticleAct,
  form: FormData,
  { type, reason }: HistoryLine,
  { scheduledAt }: Article,
): boolean {
  switch (name) {
    case "submit":
      return type === "submitted";
    case "return":
      return type === "returned" && reason === readText(form, actFields.returnReason);
    case "withdraw":
      return (
        (type === "withdrawn" || type === "unscheduled") &&
        reason === readText(form, actFields.withdrawReason)
      );
    case "correct":
      return type === "corrected" && reason === readText(form, actFields.correction);
    case "publish":
      return form.has(actFields.at)
        ? type === "scheduled" && scheduledAt === parseTypedTime(form)
        : type === "published";
  }
}
