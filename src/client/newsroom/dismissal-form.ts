import { confirmWords, dismissWords } from "../../vietnamese/words/findings.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";

let formsMade = 0;

/** Asks for the reason to dismiss a finding. It is no form element, because it stands within the article's form. */
export function makeDismissalForm(
  isConfirmation: boolean,
  dismiss: (reason: string) => Promise<boolean>,
): HTMLDetailsElement {
  const words = isConfirmation ? confirmWords : dismissWords;
  const id = `vi-sao-${++formsMade}`;
  const reason = make("input", { id, type: "text", maxLength: 500, autocomplete: "off" });
  const message = make("p", { className: "wrong" });
  message.setAttribute("role", "status");
  const button = make("button", { type: "button" }, words.now);
  const act = async (): Promise<void> => {
    if (reason.value.trim() === "") return reason.focus();
    button.disabled = true;
    const isDone = await dismiss(reason.value.trim());
    button.disabled = false;
    message.textContent = isDone ? "" : formScriptWords.dismissFailed;
  };
  button.addEventListener("click", () => void act());
  reason.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    void act();
  });
  const label = make("label", { htmlFor: id }, words.reason);
  return make(
    "details",
    { className: "dismissal" },
    make("summary", {}, words.open),
    make("div", { className: "field" }, label, reason, button, message),
  );
}
