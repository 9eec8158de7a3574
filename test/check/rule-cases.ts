import { describe, expect, test } from "vitest";
import { checkArticle } from "../../src/check/check-article.ts";
import type { CheckedArticle } from "../../src/check/checked-article.ts";
import type { Finding } from "../../src/check/finding.ts";
import { articleWith, markedText } from "./article-builder.ts";

/** What differs from the article without a fault; a string is its body. */
type Changes = string | Partial<CheckedArticle>;

/** The texts a rule must point at (null: the field as a whole), each with its suggestion. */
type Marks = [marked: string | null, suggestion: string | null][];

/** One rule's table: where it must speak and what it marks; where it must stay silent. */
export function testRule(
  rule: string,
  severity: Finding["severity"],
  fires: [name: string, changes: Changes, marks: Marks][],
  silent: [name: string, changes: Changes][],
): void {
  describe(rule, () => {
    test.each(fires)("speaks on %s", (_name, changes, marks) => {
      const article = articleFrom(changes);
      const findings = findingsOf(rule, article);
      expect(findings.map((finding) => [markedText(article, finding), finding.suggestion])).toEqual(
        marks,
      );
      expect(findings.every((finding) => finding.severity === severity)).toBe(true);
    });

    test.each(silent)("is silent on %s", (_name, changes) => {
      expect(findingsOf(rule, articleFrom(changes))).toEqual([]);
    });
  });
}

function findingsOf(rule: string, article: CheckedArticle): Finding[] {
  return checkArticle(article).filter((finding) => finding.rule === rule);
}

function articleFrom(changes: Changes): CheckedArticle {
  return articleWith(typeof changes === "string" ? { body: changes } : changes);
}
