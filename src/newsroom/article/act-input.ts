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
export type ArticleAct =
  | "submit"
  | "takeBack"
  | "discard"
  | "restore"
  | "return"
  | "publish"
  | "withdraw"
  | "correct"
  | "correctDate";

/** Names of the fields. All forms may be on one page, so every name is different. */
export const actFields = {
  returnReason: "return-reason",
  withdrawReason: "withdraw-reason",
  correction: "correction",
  at: "at",
  publishedAt: "publishedAt",
  dateReason: "date-reason",
} as const;

/** The new date that the user was asked to confirm, as typed. */
export const confirmedDateField = "confirmed-date";

/** Fields of the forms of the review page: the version that was read to its end, and that the form is one of that page. */
export const reviewFields = { read: "read", page: "page" } as const;

/** The text fields of the forms of all acts. */
export const actFormFields = new RegExp(
  `^(?:event|version|${confirmedDateField}|${Object.values({ ...reviewFields, ...actFields }).join("|")})$`,
);

/** Reads the reason of a return, withdrawal or new date. AppError invalid, with the field, if it is missing or too long. */
export function readReason(
  form: FormData,
  field: "returnReason" | "withdrawReason" | "dateReason",
): string {
  return readRequiredText(form, actFields[field], articleWords.reasonRequired);
}

/** The text of a correction. AppError invalid at its field. */
export function readCorrection(form: FormData): string {
  return readRequiredText(form, actFields.correction, deskWords.correctionRequired);
}

/** A future time, in ms, typed as local time of Vietnam. AppError invalid at field `at`. */
export function readTime(form: FormData, now: number): number {
  const at = parseTypedTime(form, actFields.at);
  if (at === null) throw makeInputError(actFields.at, deskWords.timeRequired);
  if (at <= now) throw makeInputError(actFields.at, deskWords.timeNotAhead);
  return at;
}

/** The corrected date of an article, in ms, typed as local time of Vietnam. AppError invalid at its field. */
export function readCorrectedDate(form: FormData): number {
  const at = parseTypedTime(form, actFields.publishedAt);
  if (at === null) throw makeInputError(actFields.publishedAt, deskWords.timeRequired);
  return at;
}

/** Whether the user has seen this date beside the former one, and confirmed it. */
export function isDateConfirmed(form: FormData): boolean {
  return readLine(form, confirmedDateField) === readLine(form, actFields.publishedAt);
}

/** The typed time in ms; null if it is missing or invalid. */
export function parseTypedTime(form: FormData, name: string): number | null {
  const given = readLine(form, name);
  return given === "" ? null : parseMoment(`${given}+07:00`);
}

function readRequiredText(form: FormData, name: string, missing: string): string {
  const text = readText(form, name);
  if (text === "") throw makeInputError(name, missing);
  if (text.length > maxReasonLength)
    throw makeInputError(name, deskWords.reasonTooLong(maxReasonLength));
  return text;
}

function makeInputError(path: string, message: string): AppError {
  return new AppError("invalid", message, [{ path, message }]);
}

/** An act that was refused because of a newer event. */
type Refused = { name: ArticleAct; form: FormData; seen: number; person: Person };

/**
 * Whether the newer event is this same act: one click that was sent twice. An act with another reason or time is a
 * different act, from an old page in the browser's history, and stays refused.
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
  { scheduledAt, publishedAt }: Article,
): boolean {
  switch (name) {
    case "submit":
      return type === "submitted";
    case "takeBack":
      return type === "taken-back";
    case "discard":
      return type === "discarded";
    case "restore":
      return type === "restored";
    case "return":
      return type === "returned" && reason === readText(form, actFields.returnReason);
    case "withdraw":
      return (
        (type === "withdrawn" || type === "unscheduled") &&
        reason === readText(form, actFields.withdrawReason)
      );
    case "correct":
      return type === "corrected" && reason === readText(form, actFields.correction);
    case "correctDate":
      return type === "redated" && publishedAt === parseTypedTime(form, actFields.publishedAt);
    case "publish":
      return form.has(actFields.at)
        ? type === "scheduled" && scheduledAt === parseTypedTime(form, actFields.at)
        : type === "published";
  }
}
