import * as v from "valibot";
import { readArticle } from "../../article/article-store.ts";
import { WorkingInput } from "../../article/article-input.ts";
import type { Article, ArticleContent } from "../../article/article.ts";
import {
  saveWorkingCopy,
  recordPresence,
  presenceTimeout,
  readOtherWriters,
} from "../../article/working-copy-store.ts";
import type { AppContext } from "../../context.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { writeWithRight } from "../../people/requirement-store.ts";
import { createDraft } from "../../publishing/draft.ts";
import { readArticleToEdit } from "../../publishing/permission.ts";
import { refuseForeignPhotos } from "../../publishing/photo-right.ts";
import { parseWith, readJson } from "../../request/parse.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { idParam, startAct } from "../guard.ts";
import { makeArticleId, kindOfKey } from "./typed-form.ts";
import { contentToValues, hasText } from "../../article/article-fields.ts";
import { proofreadValues } from "./proofread-values.ts";
import { refuseOtherPerson, removeIncompleteParts } from "./working-copy.ts";
import { AppError } from "../../errors.ts";

const KeptInput = v.strictObject({
  baseVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Null if nothing was typed since the last request: it only says that the form is open. */
  content: v.nullable(WorkingInput),
  /** The user who opened the form. */
  person: v.optional(v.string(), ""),
});

const FirstInput = v.strictObject({
  key: v.string(),
  content: WorkingInput,
  person: v.optional(v.string(), ""),
});

/**
 * PUT /toa-soan/bai/:id/nhap, JSON: saves the working copy of the signed-in user and records that they have the form
 * open. Answers `{savedAt, findings, others, newest}`. `savedAt` is null if no text was sent, or if this user has saved
 * a newer version since; `findings` is null if no text was sent; `newest` is the number of the newest version.
 */
export async function putWorkingCopy(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { db, actor, now } = act;
  const article = await readArticleToEdit({ db, actor }, idParam(c));
  const sent = await readJson(c);
  const { baseVersion, content, person } = parseWith(KeptInput, sent);
  refuseOtherPerson(actor, person);
  if (content !== null) await refuseForeignPhotos({ db, actor }, article.id, content);
  const desk = { articleId: article.id, personId: actor.id };
  const kept = await writeWithRight({ db, actor }, [
    recordPresence(db, desk, baseVersion, now),
    ...(content === null
      ? []
      : [saveWorkingCopy(db, desk, { baseVersion, content, savedAt: now })]),
  ]);
  const others = await readOtherWriters(db, desk, now - presenceTimeout);
  const findings = content === null ? null : await findFindings(act, article, { content, sent });
  const isKept = (kept[1]?.meta.changes ?? 0) > 0;
  return c.json({ savedAt: isKept ? now : null, findings, others, newest: article.version });
}

/**
 * POST /toa-soan/bai/nhap, JSON: creates an article as soon as something is typed. The same key again is the same article.
 */
export async function postFirstCopy(c: AppContext): Promise<Response> {
  const act = startAct(c);
  const { db, actor, now } = act;
  const { key, content, person } = parseWith(FirstInput, await readJson(c));
  refuseOtherPerson(actor, person);
  const id = makeArticleId(key, actor, c.env.TOKEN_KEY);
  if (!hasText(contentToValues(content))) {
    const errors = [{ path: "title", message: formWords.nothingTyped }];
    throw new AppError("invalid", formWords.nothingTyped, errors);
  }
  await refuseForeignPhotos(act, id, content);
  // The form began without a version, so that it counts as based on the first, whatever was saved since.
  if ((await readArticle(c.env.DB, id)) !== null) return c.json({ id, version: 1 });
  const desk = { articleId: id, personId: actor.id };
  const also = () => [saveWorkingCopy(db, desk, { baseVersion: 1, content, savedAt: now })];
  const create = (input: ArticleContent) => {
    const submission = { input, raw: input, photos: new Map() };
    return createDraft(c.env, act, submission, {
      id,
      kind: kindOfKey(key),
      submitted: false,
      also,
    });
  };
  try {
    await createWithoutMissingParts(create, removeIncompleteParts(content));
    return c.json({ id, version: 1 }, 201);
  } catch (error) {
    if (error instanceof AppError || (await readArticle(c.env.DB, id)) === null) throw error;
    return c.json({ id, version: 1 });
  }
}

/**
 * Creates the first version. If it is refused, leaves out the parts that may refer to photos still on their way; the
 * working copy has them.
 */
async function createWithoutMissingParts(
  create: (input: ArticleContent) => Promise<unknown>,
  content: ArticleContent,
): Promise<void> {
  try {
    await create(content);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    await create({ ...content, body: "", leadPhoto: null, section: null });
  }
}

type Kept = { content: ArticleContent; sent: unknown };

async function findFindings(act: ActContext, article: Article, { content, sent }: Kept) {
  const { content: raw } = v.parse(v.object({ content: v.unknown() }), sent);
  const proof = await proofreadValues(
    act,
    { article, key: "", values: contentToValues(content) },
    act.now,
    raw,
  );
  return proof?.findings.open ?? [];
}
