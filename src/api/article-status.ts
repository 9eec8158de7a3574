import type { Article } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { purgeDue } from "../publishing/outbox.ts";
import { notifySoon } from "../publishing/notifications.ts";
import { publish } from "../publishing/publication.ts";
import { readArticleToEdit } from "../publishing/permission.ts";
import { returnToReporter, submit, maxReasonLength, takeBack } from "../publishing/submission.ts";
import { withdraw } from "../publishing/withdrawal.ts";
import { startAct } from "./authenticate.ts";
import { toStatus, formatVersionTag } from "./article-answer.ts";
import { parseJson, parseWith } from "../request/parse.ts";
import { readArticleId } from "./query.ts";
import { readBody } from "../request/read-body.ts";
import * as v from "valibot";
import { parseMoment } from "../request/read-value.ts";
import { normaliseText } from "../vietnamese/normalise.ts";

/** A reason or an approval. */
export const statusBody = { bytes: 20_000, parts: 0 };

/** PUT /api/articles/:id/submission: submits the article. */
export async function putSubmission(c: AppContext): Promise<Response> {
  return answerStatus(c, await submit(startAct(c), readArticleId(c)));
}

/**
 * DELETE /api/articles/:id/submission: with `{reason}`, an editor returns it to the reporter; without a body, its reporter
 * takes it back, as long as no editor has opened it.
 */
export async function deleteSubmission(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const id = readArticleId(c);
  const body = await readOptionalJson(c);
  const isEmpty = JSON.stringify(body) === "{}";
  const { ownerId } = await readArticleToEdit(act, id);
  if (isEmpty && ownerId === act.actor.id) return answerStatus(c, await takeBack(act, id));
  const { reason } = parseWith(Reason, body);
  return answerStatus(c, await returnToReporter(act, id, reason));
}

/** PUT /api/articles/:id/publication `{version?, at?}`: publishes or schedules it. The answer waits for the purge. */
export async function putPublication(c: AppContext): Promise<Response> {
  const approval = parseWith(Approval, await readOptionalJson(c));
  const act = startAct(c);
  const article = await publish(act, readArticleId(c), approval);
  await purgeDue(act.db, c.executionCtx, act.now);
  return answerStatus(c, article);
}

/** DELETE /api/articles/:id/publication `{reason}`: withdraws it. The answer waits for the purge. */
export async function deletePublication(c: AppContext): Promise<Response> {
  const { reason } = parseWith(Reason, await readOptionalJson(c));
  const act = startAct(c);
  const article = await withdraw(act, readArticleId(c), reason);
  await purgeDue(act.db, c.executionCtx, act.now);
  return answerStatus(c, article);
}

function answerStatus(c: AppContext, article: Article): Response {
  notifySoon(c);
  return c.json(toStatus(c.var.site, article), 200, { etag: formatVersionTag(article.version) });
}

/** Reads a JSON body that may be missing: then it is `{}`. AppErrors too-large and malformed. */
export async function readOptionalJson(c: AppContext): Promise<unknown> {
  const bytes = await readBody(c);
  return bytes.byteLength === 0 ? {} : parseJson(bytes);
}

/** Why an article is returned or withdrawn. */
export const Reason = v.strictObject({
  reason: v.pipe(
    v.string(),
    v.transform((raw) => normaliseText(raw).text.trim()),
    v.nonEmpty(),
    v.maxLength(maxReasonLength),
  ),
});

/** The body of a publication. `version` defaults to the submitted or approved version, `at` to now. */
export const Approval = v.strictObject({
  version: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  at: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.isoTimestamp(),
        v.transform(parseMoment),
        v.check((moment) => moment !== null),
      ),
    ),
    null,
  ),
});
