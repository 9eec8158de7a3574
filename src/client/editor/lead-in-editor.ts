import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { editorWords } from "../../vietnamese/words/editor.ts";
import type { EditorOptions } from "./editor-handle.ts";
import { element } from "./element.ts";
import { readLead } from "./lead-attribute.ts";
import { copyCaptions, countBareAlts, takeOverLead } from "./lead-commands.ts";

/**
 * Keeps the document and the form at the same lead photo. It also has the button below the text that copies the captions of all
 * photos, with the lead photo, into their empty alt texts. The button is shown if this is more than one photo.
 */
export class LeadInEditor {
  readonly #count = element("span", { role: "status" });
  readonly dom = element("p", { class: "editor-captions", hidden: true }, this.#count, " ");
  readonly #view: () => EditorView;
  readonly #form: EditorOptions["lead"];

  constructor(view: () => EditorView, form: EditorOptions["lead"]) {
    this.#view = view;
    this.#form = form;
    const button = element("button", { type: "button" }, editorWords.copyAllCaptions);
    button.addEventListener("click", () => this.#copyCaptions());
    this.dom.append(button);
  }

  /** Takes over the lead photo of the form. */
  readonly read = (): void => {
    const view = this.#view();
    const lead = this.#form?.read();
    const change = lead === undefined ? null : takeOverLead(view.state, lead);
    if (change !== null) view.dispatch(change);
    this.#showButton(view.state);
  };

  /** Shows which photo is the lead photo now, and tells the form if the change did not come from there. */
  show(state: EditorState, former: Node, change: Transaction): void {
    this.#showButton(state);
    const lead = readLead(state.doc);
    if (lead === readLead(former)) return;
    for (const button of this.#view().dom.querySelectorAll<HTMLElement>("[data-act=lead]")) {
      const isLead = button.closest<HTMLElement>("[data-photo]")?.dataset["photo"] === lead.photo;
      button.setAttribute("aria-pressed", String(isLead));
    }
    if (change.getMeta("addToHistory") !== false) this.#form?.write(lead);
  }

  #copyCaptions(): void {
    this.read();
    const view = this.#view();
    view.dispatch(copyCaptions(view.state));
    view.focus();
  }

  #showButton(state: EditorState): void {
    const bare = countBareAlts(state);
    this.dom.hidden = bare < 2;
    this.#count.textContent = this.dom.hidden ? "" : editorWords.bareAlts(bare);
  }
}
