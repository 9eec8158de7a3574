import { readExcerpt } from "./excerpt.ts";
import type { ExcerptedArticle } from "./excerpt.ts";
import type { Finding } from "./finding.ts";

/** Blocking rules whose findings an editor may dismiss: personal data is published only for a stated reason. */
const editorsRules = ["citizen-id"];

/** Identifies a finding: its rule, its field and the text that it is about. */
type FindingKey = { rule: string; field: string; excerpt: string };

/** Whether a person may dismiss a finding with a reason. Most blocking findings must be corrected instead. */
export function mayDismiss({ rule, severity }: Finding, isEditor: boolean): boolean {
  return needsEditor(rule) ? isEditor : severity === "warn";
}

/** Whether only an editor may dismiss the findings of a rule. */
export function needsEditor(rule: string): boolean {
  return editorsRules.includes(rule);
}

/** The dismissal of a finding; null if there is none. It is valid only while the finding's text stays the same. */
export function findDismissal<Dismissal extends FindingKey>(
  content: ExcerptedArticle,
  finding: Finding,
  dismissals: readonly Dismissal[],
): Dismissal | null {
  if (!mayDismiss(finding, true)) return null;
  const { rule, where } = finding;
  const excerpt = readExcerpt(content, where);
  const isSame = (one: Dismissal) =>
    one.rule === rule && one.field === where.field && one.excerpt === excerpt;
  return dismissals.find(isSame) ?? null;
}
