import type { Article } from "../article/article.ts";
import { hasViewed } from "../article/version-view-store.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { act, readNumber } from "../newsroom/article/act-route.ts";
import type { ShowRefusal } from "../newsroom/article/act-route.ts";
import { actFields, readReason, readTime, reviewFields } from "../newsroom/article/act-input.ts";
import { checkDeliveryAfterAct } from "../newsroom/article/delivery.ts";
import { renderOverviewPage } from "../newsroom/article/overview-page.ts";
import { idParam, startAct } from "../newsroom/guard.ts";
import { isShown } from "../newsroom/record-opening.ts";
import { purgeDue } from "../publishing/outbox.ts";
import type { ActContext } from "../publishing/permission.ts";
import { publish } from "../publishing/publication.ts";
import { returnToReporter } from "../publishing/submission.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import { parseNotePlace } from "./note-form.ts";
import { readReview } from "./read-review.ts";
import { reviewPage } from "./review-page.ts";

/**
 * GET /toa-soan/bai/:id/duyet?note=: the article as readers will see it, with its changes, findings, notes and decisions.
 * `note` names a place and opens the form of a note about it.
 */
export async function getReview(c: AppContext): Promise<Response> {
  const by = startAct(c);
  const composer = parseNotePlace(c.req.query("note") ?? "");
  const review = await readReview(by, idParam(c), isShown(c));
  return reviewPage(c, review, { refused: null, composer, now: by.now });
}

/** A refused decision is shown where it was taken. A submitted article is approved on its review page only. */
const showRefusal: ShowRefusal = async (c, overview, refused) => {
  const isApproval = refused.act === "publish" && overview.article.state === "submitted";
  if (!isApproval && !refused.form.has(reviewFields.page))
    return renderOverviewPage(c, overview, refused);
  const by = startAct(c);
  const review = await readReview(by, overview.article.id, true);
  return reviewPage(c, review, { refused, composer: null, now: by.now });
};

/** POST …/tra-lai: returns the article with a reason. */
export const postReturn = act(
  "return",
  async ({ by, article, form }) => {
    await returnToReporter(by, article.id, readReason(form, "returnReason"));
  },
  showRefusal,
);

/** POST …/dang: approves the version that the editor has read, now or for a future time. */
export const postPublication = act(
  "publish",
  async ({ c, by, article, form }) => {
    const version = readNumber(form, "version");
    await requireRead(by, article, { version, read: readNumber(form, reviewFields.read) });
    const at = form.has(actFields.at) ? readTime(form, by.now) : null;
    const { state } = await publish(by, article.id, { version, at });
    await purgeDue(by.db, c.executionCtx, by.now);
    if (state === "published") await checkDeliveryAfterAct(c, article.id);
  },
  showRefusal,
);

/**
 * AppError invalid unless the editor had this version of a submitted article on screen, to its end. What is scheduled or
 * withdrawn was read when it was approved.
 */
async function requireRead(
  { db, actor }: ActContext,
  article: Article,
  { version, read }: { version: number; read: number },
): Promise<void> {
  if (article.state !== "submitted") return;
  if (read === 0) throw new AppError("invalid", reviewPageWords.notRead);
  if (read !== version) {
    throw new AppError("invalid", reviewPageWords.otherVersion(read, version));
  }
  const viewer = { articleId: article.id, personId: actor.id };
  if (!(await hasViewed(db, viewer, version))) {
    throw new AppError("invalid", reviewPageWords.notRead);
  }
}
