import { checkWords } from "../../vietnamese/words/check.ts";
import { block, warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

const writtenReference = /\[\^([^\]\n]{1,100})\]/g;

/** Blocks a label that is defined twice, because readers see the first note only, or never, because they see the label. */
export function footnoteLabel({ footnotes, body, article }: ReadArticle): Finding[] {
  const repeated = footnotes
    .filter(({ isRepeated }) => isRepeated)
    .map(({ label, start, end }) =>
      block("footnote-label", { field: "body", start, end }, checkWords.footnoteRepeated(label)),
    );
  const labels = new Set(footnotes.map(({ label }) => label));
  const undefinedLabels = body.flatMap((passage) =>
    [...passage.text.matchAll(writtenReference)]
      .map(({ 0: text, 1: label = "", index }) => ({
        label,
        where: locate(passage, index, index + text.length),
      }))
      // A bracket behind a backslash is meant as a bracket.
      .filter(({ where }) => !isEscaped(article.body, where.start ?? 0))
      .filter(({ label }) => !labels.has(label))
      .map(({ label, where }) =>
        block("footnote-label", where, checkWords.footnoteUndefined(label)),
      ),
  );
  return [...repeated, ...undefinedLabels];
}

function isEscaped(source: string, at: number): boolean {
  const backslashes = /\\*$/.exec(source.slice(Math.max(0, at - 10), at))?.[0].length ?? 0;
  return backslashes % 2 === 1;
}

/** A note that nothing refers to: readers never see it, so the other rules do not read it either. */
export function footnoteUnused({ footnotes }: ReadArticle): Finding[] {
  return footnotes
    .filter(({ isShown, isRepeated }) => !isShown && !isRepeated)
    .map(({ label, start, end }) =>
      warn("footnote-unused", { field: "body", start, end }, checkWords.footnoteUnused(label)),
    );
}
