import type { Article } from "../../article/article.ts";
import { hasRole } from "../../people/person.ts";
import type { Person } from "../../people/person.ts";

/** The acts that a person may do with an article now. src/publishing/ checks them again. */
export type PossibleActs = {
  submit: boolean;
  giveBack: boolean;
  /** The version that would be approved, or null if there is none. */
  approve: number | null;
  withdraw: boolean;
  correct: boolean;
  correctDate: boolean;
};

export function possibleActs(person: Person, article: Article): PossibleActs {
  const editor = hasRole(person, "editor");
  const { state } = article;
  return {
    submit: maySubmit(article),
    giveBack: editor && (state === "submitted" || state === "scheduled"),
    approve: editor ? approvableVersion(article) : null,
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
function approvableVersion(article: Article): number | null {
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
