import { describe, expect, test } from "vitest";
import { checkArticle } from "../../src/check/check-article.ts";
import type { CheckedArticle } from "../../src/check/checked-article.ts";
import type { Finding } from "../../src/check/finding.ts";
import { handbookRules, serverRules } from "../../src/check/server-rules.ts";
import { applyRules, textRules } from "../../src/check/text-rules.ts";
import { articleWith, markedText } from "./article-builder.ts";

/** The changes to an article without findings. A string changes the body. */
type Changes = string | Partial<CheckedArticle>;

/** The texts that a rule must mark (null for the whole field), each with its suggestion. */
type Marks = [marked: string | null, suggestion: string | null][];

/** Tests one rule: the texts that it must report, with the marked parts, and the texts that it must not report. */
export function testRule(
  rule: string,
  severity: Finding["severity"],
  reported: [name: string, changes: Changes, marks: Marks][],
  unreported: [name: string, changes: Changes][],
): void {
  describe(rule, () => {
    test.each(reported)("reports %s", (_name, changes, marks) => {
      const article = articleFrom(changes);
      const findings = findOfRule(rule, article);
      expect(findings.map((finding) => [markedText(article, finding), finding.suggestion])).toEqual(
        marks,
      );
      expect(findings.every((finding) => finding.severity === severity)).toBe(true);
      // The form takes from the server what the browser cannot find.
      const isOfServer = serverRules.includes(rule) || handbookRules.includes(rule);
      expect(findingsInBrowser(rule, article)).toEqual(isOfServer ? [] : findings);
    });

    test.each(unreported)("does not report %s", (_name, changes) => {
      expect(findOfRule(rule, articleFrom(changes))).toEqual([]);
    });
  });
}

function findOfRule(rule: string, article: CheckedArticle): Finding[] {
  return checkArticle(article).filter((finding) => finding.rule === rule);
}

/** What the rules find that need no data of the server. */
function findingsInBrowser(rule: string, article: CheckedArticle): Finding[] {
  const known = { ...article, photos: new Map(), publishedTitles: [], knownLabels: [] };
  const findings = applyRules({ ...known, handbook: [], normalised: [] }, textRules);
  return findings.filter((finding) => finding.rule === rule);
}

function articleFrom(changes: Changes): CheckedArticle {
  return articleWith(typeof changes === "string" ? { body: changes } : changes);
}
