import { insertDismissal } from "../article/dismissal-store.ts";
import type { Dismissal, DismissedFinding } from "../article/dismissal-store.ts";
import { commit } from "../article/commit.ts";
import { excerptOf } from "../check/excerpt.ts";
import type { ExcerptedArticle } from "../check/excerpt.ts";
import type { Finding } from "../check/finding.ts";
import { recordAct } from "../people/log-store.ts";
import type { ActContext } from "./permission.ts";

/** Findings of a text: those to look at, and those that somebody let stand. */
export type SortedFindings = {
  open: Finding[];
  dismissed: { finding: Finding; dismissal: Dismissal }[];
};

/** Parts what soát bài finds in a text by what was dismissed in its article. What blocks cannot be dismissed. */
export function separateDismissed(
  content: ExcerptedArticle,
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
): SortedFindings {
  const parted: SortedFindings = { open: [], dismissed: [] };
  for (const finding of findings) {
    const dismissal = findDismissal(content, finding, dismissals);
    if (dismissal === null) parted.open.push(finding);
    else parted.dismissed.push({ finding, dismissal });
  }
  return parted;
}

/** Lets a finding stand, for a reason, and logs it. Repeatable. */
export async function dismissFinding(
  { db, actor, now }: ActContext,
  articleId: string,
  dismissed: DismissedFinding & { reason: string },
): Promise<void> {
  const { rule, field, excerpt, reason } = dismissed;
  await commit(db, [
    insertDismissal(db, articleId, dismissed, { reason, personId: actor.id, at: now }),
    recordAct(db, {
      at: now,
      actorId: actor.id,
      act: "finding.dismissed",
      subject: articleId,
      detail: { rule, field, excerpt, reason },
    }),
  ]);
}

function findDismissal(
  content: ExcerptedArticle,
  { rule, severity, where }: Finding,
  dismissals: readonly Dismissal[],
): Dismissal | null {
  if (severity === "block") return null;
  const excerpt = excerptOf(content, where);
  const isSame = (one: Dismissal) =>
    one.rule === rule && one.field === where.field && one.excerpt === excerpt;
  return dismissals.find(isSame) ?? null;
}
