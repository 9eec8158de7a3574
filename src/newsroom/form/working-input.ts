import * as v from "valibot";
import { ArticleInput } from "../../article/article-input.ts";
import { genres } from "../../article/article.ts";
import type { ArticleContent } from "../../article/article.ts";

const { entries } = ArticleInput;

/** A part as the article JSON wants it, or what stands for it while it is half typed. */
const lenient = <const Schema extends v.GenericSchema>(
  schema: Schema,
  halfTyped: v.InferOutput<Schema>,
) => v.fallback(schema, halfTyped);

const halfLine = v.optional(v.pipe(v.string(), v.maxLength(2000)), "");

/**
 * An article while it is typed: any part may be missing or empty, the title, too; an address that is none yet is left
 * out. Only what is too long is refused.
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

/** What of a half-typed text a version may hold: it lacks source and English until they have what they need. */
export function finishedPart(content: ArticleContent): ArticleContent {
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
