import { mayDismiss, needsEditor } from "../../check/dismissal.ts";
import type { Finding } from "../../check/finding.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import { makeDismissalForm } from "./dismissal-form.ts";

/** What can be done with a finding. */
export type FindingActs = {
  apply: (finding: Finding) => void;
  dismiss: (finding: Finding, reason: string) => Promise<boolean>;
  /** Only a saved article can store dismissals. */
  isSaved: () => boolean;
  /** Whether the signed-in user is an editor. */
  isEditor: boolean;
};

/** A finding with its message, its correction and its dismissal. */
export function makeFindingItem(finding: Finding, actions: FindingActs): HTMLElement {
  const acts = make("div", { className: "finding-acts" }, ...describeCorrection(finding, actions));
  if (actions.isSaved() && mayDismiss(finding, actions.isEditor)) {
    const dismiss = (reason: string) => actions.dismiss(finding, reason);
    acts.append(makeDismissalForm(needsEditor(finding.rule), dismiss));
  }
  const className = `finding-item finding-${finding.severity}`;
  const item = make("div", { className }, make("p", {}, finding.message));
  if (acts.childElementCount > 0) item.append(acts);
  return item;
}

function describeCorrection(finding: Finding, { apply }: FindingActs): Node[] {
  const { suggestion, where } = finding;
  const { start, end } = where;
  if (suggestion === null || start === null || end === null) return [];
  const text =
    suggestion.trim() === "" && suggestion.length < 2
      ? formScriptWords.remove
      : start === end
        ? formScriptWords.applyEnd(suggestion)
        : formScriptWords.apply(suggestion);
  const button = make("button", { type: "button" }, text);
  button.addEventListener("click", () => {
    // A note in which somebody works stays as it is.
    button.blur();
    apply(finding);
  });
  return [button];
}
