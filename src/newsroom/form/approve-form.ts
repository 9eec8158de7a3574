import type { Article } from "../../article/article.ts";
import { recordView } from "../../article/version-view-store.ts";
import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { hasRole } from "../../people/person.ts";
import type { Person } from "../../people/person.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import { correctArticle } from "../../publishing/correction.ts";
import { notifySoon } from "../../publishing/notifications.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { publish } from "../../publishing/publication.ts";
import { submit } from "../../publishing/submission.ts";
import { approveWords } from "../../vietnamese/words/approve.ts";
import { checkDeliveryAfterAct } from "../article/delivery.ts";
import { textField } from "../fields.ts";

/** The field for a correction, which the form of a public article asks for. */
export const correctionField = "correction";

/** Whether the form of an article saves and approves in one act: for editors, while it waits or readers see it. */
export function mayApproveInForm(person: Person, article: Article | null): boolean {
  const isOffered = article?.state === "submitted" || article?.state === "published";
  return isOffered && hasRole(person, "editor");
}

/** The button that opens the question, with the question and, for a public article, the field for a correction. */
export function approveSheet({ isPublic }: Article, errors: { correction: string | null }): Html {
  const words = isPublic ? approveWords.again : approveWords.first;
  return html`<details class="form-sheet" ${errors.correction === null ? null : html`open`}>
    <summary class="button primary">${words.open}</summary>
    <div class="form-sheet-in stack">
      <p>${words.question}</p>
      ${
        isPublic
          ? textField({
              name: correctionField,
              label: approveWords.correction,
              hint: approveWords.correctionHint,
              value: "",
              error: errors.correction,
              rows: 2,
            })
          : null
      }
      <p>
        <button class="primary" type="submit" name="act" value="approve">${words.now}</button>
      </p>
    </div>
  </details>`;
}

/**
 * Publishes the version that an editor has just saved, by the checks of every approval: the editor typed it, so it was on screen.
 * `correction` is added for readers, if it is not empty. AppErrors as submit, publish and correctArticle.
 */
export async function approveSaved(
  c: AppContext,
  by: ActContext,
  { id, version, state }: Article,
  correction: string,
): Promise<void> {
  const viewer = { articleId: id, personId: by.actor.id };
  await writeWithRight(by, [recordView(by.db, viewer, by.now)]);
  if (state !== "submitted") await submit(by, id);
  await publish(by, id, { version, at: null });
  if (correction !== "") await correctArticle(by, id, correction);
  await purgeDue(by.db, c.executionCtx, by.now);
  notifySoon(c);
  await checkDeliveryAfterAct(c, id);
}
