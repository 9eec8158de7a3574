import * as v from "valibot";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import { ArticleInput } from "../../article/article-input.ts";
import { genres } from "../../article/article.ts";
import type { Article, ArticleContent } from "../../article/article.ts";
import { saveWorkingCopy } from "../../article/working-copy-store.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { refuseForeignPhotos } from "../../publishing/photo-right.ts";

const { entries } = ArticleInput;

/** A valid part of the article JSON, or `halfTyped` while it is not valid yet. */
const lenient = <const Schema extends v.GenericSchema>(
  schema: Schema,
  halfTyped: v.InferOutput<Schema>,
) => v.fallback(schema, halfTyped);

const halfLine = v.optional(v.pipe(v.string(), v.maxLength(2000)), "");

/**
 * An article while it is typed. Any part may be missing or empty, even the title; an incomplete URL is left out. Only a text
 * that is too long is refused.
 */
export const WorkingInput = v.object({
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ""),
  lede: entries.lede,
  body: entries.body,
  section: entries.section,
  tags: lenient(entries.tags, []),
  genre: v.fallback(v.picklist(genres), "tin"),
  byline: lenient(entries.byline, { authors: [], unit: "" }),
  source: v.optional(
    v.nullable(
      v.object({
        name: halfLine,
        url: v.fallback(v.nullable(v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//i))), null),
      }),
    ),
    null,
  ),
  leadPhoto: lenient(entries.leadPhoto, null),
  english: v.optional(v.nullable(v.object({ title: halfLine, summary: halfLine })), null),
});

/** The text as a version may hold it: without a source or an English summary that is incomplete. */
export function removeIncompleteParts(content: ArticleContent): ArticleContent {
  const { source, english } = content;
  return {
    ...content,
    source: source !== null && source.name.trim() !== "" ? source : null,
    english:
      english !== null && english.title.trim() !== "" && english.summary.trim() !== ""
        ? english
        : null,
  };
}

/**
 * Saves the fields of a form as the working copy of the signed-in user. A text that is too long is not kept. AppError invalid
 * for a photo that the user may not use.
 */
export async function saveTypedWorkingCopy(
  act: ActContext,
  article: Article,
  { baseVersion, values }: { baseVersion: number; values: FormValues },
): Promise<void> {
  const parsed = v.safeParse(WorkingInput, valuesToJson(values));
  if (!parsed.success) return;
  const { db, actor, now } = act;
  await refuseForeignPhotos(act, article.id, parsed.output);
  const desk = { articleId: article.id, personId: actor.id };
  const copy = { baseVersion: Math.max(baseVersion, 1), content: parsed.output, savedAt: now };
  await saveWorkingCopy(db, desk, copy, "on purpose").run();
}
