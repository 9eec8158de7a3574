import { shortcutWords } from "../../vietnamese/words/shortcuts.ts";
import { element } from "./element.ts";

/** Shows the list of keys in a dialog. It is loaded when it is first opened. */
export function showShortcuts(): void {
  const close = element("button", { type: "button" }, shortcutWords.close);
  const dialog = element(
    "dialog",
    { class: "editor-shortcuts", "aria-labelledby": "editor-shortcuts" },
    element("h2", { id: "editor-shortcuts", tabindex: "-1", autofocus: true }, shortcutWords.title),
    element(
      "dl",
      {},
      ...shortcutWords.lines.map(([keys, meaning]) =>
        element("div", {}, element("dt", {}, keys), element("dd", {}, meaning)),
      ),
    ),
    element("p", {}, shortcutWords.mac),
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
