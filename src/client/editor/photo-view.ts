import type { Node } from "prosemirror-model";
import { NodeSelection, type Command } from "prosemirror-state";
import { keydownHandler } from "prosemirror-keymap";
import type { Decoration, EditorView, NodeView } from "prosemirror-view";
import { editorWords } from "../../vietnamese/words/editor.ts";
import type { EditorOptions } from "./editor-handle.ts";
import { element, iconButton, icons } from "./element.ts";
import { photoFindings, type PhotoField } from "./finding-marks.ts";
import { groupPhoto, movePhoto, removePhoto, ungroupPhoto } from "./photo-commands.ts";
import { schema } from "./schema.ts";
import { isStoredAs } from "./stored-photos.ts";
import { undoKeys } from "./undo.ts";

type PhotoOptions = Pick<EditorOptions, "photoUrl" | "onPhotoShown" | "onPhotoFindings">;

/** A photo, and the marks of its findings. */
type MarkedPhoto = { node: Node; marks: readonly Decoration[] };

const pressUndoKey = keydownHandler(undoKeys);

let photosMade = 0;

/** A photo in the text, with fields for its alt text and its caption. */
export class PhotoView implements NodeView {
  readonly dom = element("figure", { class: "editor-photo", contenteditable: "false" });
  readonly #view: EditorView;
  readonly #position: () => number | undefined;
  readonly #options: PhotoOptions;
  readonly #upload = element("div", { class: "editor-photo-upload" });
  readonly #image: HTMLImageElement;
  readonly #alt: HTMLTextAreaElement;
  readonly #caption: HTMLTextAreaElement;
  readonly #missing: HTMLElement;
  readonly #notes = { alt: element("div"), caption: element("div") };
  readonly #buttons: Record<string, HTMLButtonElement>;

  constructor(
    photo: MarkedPhoto,
    view: EditorView,
    position: () => number | undefined,
    options: PhotoOptions,
  ) {
    this.#view = view;
    this.#position = position;
    this.#options = options;
    const id = `editor-photo-${++photosMade}`;
    this.#image = element("img", { alt: "" });
    this.#missing = element("p", { class: "editor-missing", id }, editorWords.altMissing);
    this.#alt = this.#field("alt", { "aria-describedby": id, placeholder: editorWords.altHint });
    this.#caption = this.#field("caption", {});
    this.#buttons = this.#makeButtons();
    const tools = element(
      "div",
      { class: "editor-photo-tools", role: "group", "aria-label": editorWords.photoTools },
      ...Object.values(this.#buttons),
    );
    this.dom.append(
      element("div", { class: "editor-photo-frame" }, this.#image, tools),
      this.#upload,
      labelled(editorWords.alt, this.#alt),
      this.#missing,
      this.#notes.alt,
      labelled(editorWords.caption, this.#caption),
      this.#notes.caption,
    );
    this.dom.addEventListener("keydown", (event) => this.#onKey(event));
    this.#show(photo);
  }

  update(node: Node, marks: readonly Decoration[]): boolean {
    if (node.type !== schema.nodes.photo) return false;
    const [id, former] = [String(node.attrs["id"]), this.dom.dataset["photo"] ?? ""];
    if (id !== former && !isStoredAs(this.#view.state, former, id)) return false;
    this.#show({ node, marks });
    return true;
  }

  selectNode(): void {
    this.dom.classList.add("is-selected");
  }

  deselectNode(): void {
    this.dom.classList.remove("is-selected");
  }

  /** The editor ignores events of the fields and buttons. */
  stopEvent(event: Event): boolean {
    const { target } = event;
    return (
      target instanceof Element && target.closest("textarea, button, label, .field-note") !== null
    );
  }

  ignoreMutation(): boolean {
    return true;
  }

  #show({ node, marks }: MarkedPhoto): void {
    const { id, alt, caption } = node.attrs;
    if (this.dom.dataset["photo"] !== id) this.#showPhoto(String(id));
    this.#image.alt = String(alt);
    setText(this.#alt, String(alt));
    setText(this.#caption, String(caption));
    const isMissing = String(alt).trim() === "";
    this.#missing.hidden = !isMissing;
    this.#alt.setAttribute("aria-invalid", String(isMissing));
    for (const field of ["alt", "caption"] as const) {
      this.#options.onPhotoFindings?.(photoFindings(marks, field), this.#notes[field]);
    }
    this.#showButtons();
  }

  #showPhoto(id: string): void {
    this.dom.dataset["photo"] = id;
    this.#image.src = this.#options.photoUrl(id);
    this.#upload.replaceChildren();
    this.#options.onPhotoShown?.(id, this.#upload);
  }

  /** Waits for the whole update, because the buttons depend on the neighbours of the photo. */
  #showButtons(): void {
    queueMicrotask(() => {
      const position = this.#position();
      if (position === undefined || this.#view.isDestroyed) return;
      for (const [act, button] of Object.entries(this.#buttons)) {
        const command = photoCommand(act, position);
        const can = command(this.#view.state);
        button.setAttribute("aria-disabled", String(!can));
        if (isHiddenIfUseless(act)) button.hidden = !can;
      }
    });
  }

  #field(name: PhotoField, attributes: Record<string, string>): HTMLTextAreaElement {
    const field = element("textarea", { rows: "1", ...attributes });
    field.addEventListener("input", () => {
      fitHeight(field);
      const position = this.#position();
      if (position === undefined) return;
      const text = field.value.replace(/\s*\n\s*/g, " ").normalize("NFC");
      this.#view.dispatch(this.#view.state.tr.setNodeAttribute(position, name, text));
    });
    return field;
  }

  #makeButtons(): Record<string, HTMLButtonElement> {
    const button = (act: keyof typeof actIcons, label: string): HTMLButtonElement => {
      const made = iconButton(actIcons[act], label, () => this.#act(act));
      made.dataset["act"] = act;
      return made;
    };
    return {
      up: button("up", editorWords.moveUp),
      down: button("down", editorWords.moveDown),
      group: button("group", editorWords.group),
      ungroup: button("ungroup", editorWords.ungroup),
      remove: button("remove", editorWords.removePhoto),
    };
  }

  #act(act: string): void {
    const position = this.#position();
    if (position === undefined) return;
    const view = this.#view;
    if (!photoCommand(act, position)(view.state, view.dispatch)) return;
    const button = this.#sameButtonAfter(act);
    if (button === null) view.focus();
    else button.focus();
  }

  /** The same button of the photo where it is now; null if it is hidden there, or the photo is gone. */
  #sameButtonAfter(act: string): HTMLElement | null {
    const { state } = this.#view;
    const { selection } = state;
    if (!(selection instanceof NodeSelection)) return null;
    if (isHiddenIfUseless(act) && !photoCommand(act, selection.from)(state)) return null;
    const dom = this.#view.nodeDOM(selection.from);
    return dom instanceof HTMLElement ? dom.querySelector(`[data-act=${act}]`) : null;
  }

  #onKey(event: KeyboardEvent): void {
    const position = this.#position();
    if (position === undefined) return;
    if (this.#undoes(event)) return event.preventDefault();
    if (event.key === "Escape") {
      const { tr, doc } = this.#view.state;
      this.#view.dispatch(tr.setSelection(NodeSelection.create(doc, position)));
      this.#view.focus();
    } else if (event.altKey && event.key === "ArrowUp") this.#act("up");
    else if (event.altKey && event.key === "ArrowDown") this.#act("down");
    else if (event.key !== "Enter" || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
  }

  /**
   * The fields and the text share one history: the browser's own undo knows nothing of moved photos. The focus stays in a
   * field only if its own text was undone.
   */
  #undoes(event: KeyboardEvent): boolean {
    const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
    const text = field?.value;
    if (!pressUndoKey(this.#view, event)) return false;
    if (field?.isConnected !== true || field.value === text) this.#view.focus();
    return true;
  }
}

const actIcons = {
  up: icons.up,
  down: icons.down,
  group: icons.group,
  ungroup: icons.ungroup,
  remove: icons.remove,
};

function isHiddenIfUseless(act: string): boolean {
  return act === "group" || act === "ungroup";
}

function photoCommand(act: string, position: number): Command {
  if (act === "up") return movePhoto(position, -1);
  if (act === "down") return movePhoto(position, 1);
  if (act === "group") return groupPhoto(position);
  return act === "ungroup" ? ungroupPhoto(position) : removePhoto(position);
}

/** Leaves a field alone if its text is right, because setting it would move the cursor. */
function setText(field: HTMLTextAreaElement, text: string): void {
  if (field.value !== text && field.value.normalize("NFC") !== text) field.value = text;
  requestAnimationFrame(() => fitHeight(field));
}

/** Makes the field as high as its text. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

function labelled(name: string, field: HTMLElement): HTMLElement {
  return element("label", {}, element("span", {}, name), field);
}
