import { insertDismissal } from "../article/dismissal-store.ts";
import type { Dismissal, DismissedFinding } from "../article/dismissal-store.ts";
import { commit } from "../article/commit.ts";
import { readExcerpt } from "../check/excerpt.ts";
import type { ExcerptedArticle } from "../check/excerpt.ts";
import type { Finding } from "../check/finding.ts";
import { recordAct } from "../people/log-store.ts";
import type { ActContext } from "./permission.ts";

/** The findings of a text, separated: open ones, and those that somebody dismissed. */
export type SortedFindings = {
  open: Finding[];
  dismissed: { finding: Finding; dismissal: Dismissal }[];
};

/** Separates the findings of a text by the dismissals of its article. A blocking finding cannot be dismissed. */
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

/** Dismisses a finding with a reason, and logs it. Repeating it changes nothing. */
export async function dismissFinding(
  act: ActContext,
  articleId: string,
  dismissed: DismissedFinding & { reason: string },
): Promise<void> {
  const { db, actor, now } = act;
  const { rule, field, excerpt, reason } = dismissed;
  await commit(act, [
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
  const excerpt = readExcerpt(content, where);
  const isSame = (one: Dismissal) =>
    one.rule === rule && one.field === where.field && one.excerpt === excerpt;
  return dismissals.find(isSame) ?? null;
}
