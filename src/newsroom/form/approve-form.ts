import type { Article } from "../../article/article.ts";
import { readArticle } from "../../article/article-store.ts";
import { recordView } from "../../article/version-view-store.ts";
import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { AppError } from "../../errors.ts";
import { hasRole } from "../../people/person.ts";
import type { Person } from "../../people/person.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import { readCorrections } from "../../published/correction-store.ts";
import { correctArticle } from "../../publishing/correction.ts";
import { notifySoon } from "../../publishing/notifications.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { publish, republish } from "../../publishing/publication.ts";
import { approveWords } from "../../vietnamese/words/form.ts";
import { checkDeliveryAfterAct } from "../article/delivery.ts";
import { renderTextField } from "../fields.ts";

/** The field for a correction, which the form of a public article asks for. */
export const correctionField = "correction";

/** Whether the form of an article saves and approves in one act: for editors, while it waits or readers see it. */
export function mayApproveInForm(person: Person, article: Article | null): boolean {
  const isOffered = article?.state === "submitted" || article?.state === "published";
  return isOffered && hasRole(person, "editor");
}

/** The button that opens the question, with the question and, for a public article, the field for a correction. */
export function renderApproveSheet(
  { isPublic }: Article,
  correction: { typed: string; error: string | null },
): Html {
  const words = isPublic ? approveWords.again : approveWords.first;
  const isUsed = correction.typed !== "" || correction.error !== null;
  return html`<details class="form-sheet" ${isUsed ? html`open` : null}>
    <summary class="button primary">${words.open}</summary>
    <div class="form-sheet-in stack">
      <p>${words.question}</p>
      ${
        isPublic
          ? renderTextField({
              name: correctionField,
              label: approveWords.correction,
              hint: approveWords.correctionHint,
              value: correction.typed,
              error: correction.error,
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
 * `correction` is added for readers, if it is not empty. Sending the same form twice publishes once. AppErrors as publish,
 * republish and correctArticle.
 */
export async function approveSaved(
  c: AppContext,
  by: ActContext,
  article: Article,
  correction: string,
): Promise<void> {
  const { id } = article;
  const viewer = { articleId: id, personId: by.actor.id };
  await writeWithRight(by, [recordView(by.db, viewer, by.now)]);
  await publishOnce(by, article);
  if (correction !== "" && !(await isNewestCorrection(by, id, correction))) {
    await correctArticle(by, id, correction);
  }
  await purgeDue(by.db, c.executionCtx, by.now);
  notifySoon(c);
  await checkDeliveryAfterAct(c, id);
}

async function publishOnce(by: ActContext, { id, version, state }: Article): Promise<void> {
  try {
    if (state === "submitted") await publish(by, id, { version, at: null });
    else await republish(by, id, version);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    // A second click may have published it in this moment.
    const now = await readArticle(by.db, id);
    if (now?.state !== "published" || now.approvedVersion !== version) throw error;
  }
}

async function isNewestCorrection({ db }: ActContext, id: string, text: string): Promise<boolean> {
  const corrections = await readCorrections(db, id);
  return corrections.at(-1)?.text === text;
}
