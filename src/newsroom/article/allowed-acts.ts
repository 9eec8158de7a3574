import type { Article } from "../../article/article.ts";
import { hasRole } from "../../people/person.ts";
import type { Person } from "../../people/person.ts";

/** The acts that a person may do with an article now. src/publishing/ checks them again. */
export type PossibleActs = {
  submit: boolean;
  /** Takes back a submission that no editor has opened. */
  takeBack: boolean;
  discard: boolean;
  restore: boolean;
  giveBack: boolean;
  /** The version that would be approved, or null if there is none. */
  approve: number | null;
  withdraw: boolean;
  correct: boolean;
  correctDate: boolean;
};

/** What happened to the article that decides what its owner may do. */
type ActFacts = { wasSubmitted: boolean; wasOpened: boolean };

/** Without `facts`, the acts that depend on them are left out. */
export function findPossibleActs(
  person: Person,
  article: Article,
  facts: ActFacts = { wasSubmitted: true, wasOpened: true },
): PossibleActs {
  const editor = hasRole(person, "editor");
  const isOwner = article.ownerId === person.id;
  const { state, discardedAt } = article;
  const isDiscarded = discardedAt !== null;
  return {
    submit: !isDiscarded && maySubmit(article),
    takeBack: isOwner && state === "submitted" && !facts.wasOpened,
    discard: isOwner && state === "draft" && !isDiscarded && !facts.wasSubmitted,
    restore: isOwner && isDiscarded,
    giveBack: editor && (state === "submitted" || state === "scheduled"),
    approve: editor ? findApprovableVersion(article) : null,
    withdraw: editor && (article.isPublic || state === "scheduled"),
    correct: editor && article.isPublic,
    correctDate: hasRole(person, "admin") && article.isPublic,
  };
}

function maySubmit({ state, version, approvedVersion }: Article): boolean {
  switch (state) {
    case "draft":
    case "returned":
    case "withdrawn":
      return true;
    case "published":
      return version !== approvedVersion;
    case "submitted":
    case "scheduled":
      return false;
  }
}

/** The version that an editor could publish now. */
function findApprovableVersion(article: Article): number | null {
  switch (article.state) {
    case "submitted":
      return article.version;
    case "scheduled":
      return article.scheduledVersion;
    case "withdrawn":
      return article.approvedVersion;
    case "draft":
    case "returned":
    case "published":
      return null;
  }
}
