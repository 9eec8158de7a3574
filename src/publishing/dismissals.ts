import { insertDismissal } from "../article/dismissal-store.ts";
import type { Dismissal, DismissedFinding } from "../article/dismissal-store.ts";
import { commit } from "../article/commit.ts";
import { findDismissal, needsEditor } from "../check/dismissal.ts";
import type { ExcerptedArticle } from "../check/excerpt.ts";
import type { Finding } from "../check/finding.ts";
import { AppError } from "../errors.ts";
import { recordAct } from "../people/log-store.ts";
import { hasRole } from "../people/person.ts";
import { findingWords } from "../vietnamese/words/findings.ts";
import type { ActContext } from "./permission.ts";

/** The findings of a text, separated: open ones, and those that somebody dismissed. */
export type SortedFindings = {
  open: Finding[];
  dismissed: { finding: Finding; dismissal: Dismissal }[];
  /** All dismissals of the article, also those whose text changed since. */
  dismissals: readonly Dismissal[];
};

/** Separates the findings of a text by the dismissals of its article. */
export function separateDismissed(
  content: ExcerptedArticle,
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
): SortedFindings {
  const sorted: SortedFindings = { open: [], dismissed: [], dismissals };
  for (const finding of findings) {
    const dismissal = findDismissal(content, finding, dismissals);
    if (dismissal === null) sorted.open.push(finding);
    else sorted.dismissed.push({ finding, dismissal });
  }
  return sorted;
}

/**
 * Dismisses a finding with a reason, and logs it. Repeating it changes nothing. AppError forbidden if only an editor may
 * dismiss it.
 */
export async function dismissFinding(
  act: ActContext,
  articleId: string,
  dismissed: DismissedFinding & { reason: string },
): Promise<void> {
  const { db, actor, now } = act;
  const { rule, field, excerpt, reason } = dismissed;
  if (needsEditor(rule) && !hasRole(actor, "editor")) {
    throw new AppError("forbidden", findingWords.editorConfirms);
  }
  await commit(act, [
    insertDismissal(db, articleId, dismissed, { reason, personId: actor.id, at: now }),
    recordAct(act, {
      act: "finding.dismissed",
      subject: articleId,
      detail: { rule, field, excerpt, reason },
    }),
  ]);
}
