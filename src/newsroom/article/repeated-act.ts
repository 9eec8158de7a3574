import type { Article } from "../../article/article.ts";
import type { Person } from "../../people/person.ts";
import { textOf } from "../form-data.ts";
import { actFields, momentIn } from "./act-input.ts";
import type { ArticleAct } from "./act-input.ts";
import type { HistoryLine } from "./overview-store.ts";

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
    isWhatWasAsked(name, form, newest, article)
  );
}

function isWhatWasAsked(
  name: ArticleAct,
  form: FormData,
  { type, reason }: HistoryLine,
  { scheduledAt }: Article,
): boolean {
  switch (name) {
    case "submit":
      return type === "submitted";
    case "return":
      return type === "returned" && reason === textOf(form, actFields.returnReason);
    case "withdraw":
      return (
        (type === "withdrawn" || type === "unscheduled") &&
        reason === textOf(form, actFields.withdrawReason)
      );
    case "correct":
      return type === "corrected" && reason === textOf(form, actFields.correction);
    case "publish":
      return form.has(actFields.at)
        ? type === "scheduled" && scheduledAt === momentIn(form)
        : type === "published";
  }
}
