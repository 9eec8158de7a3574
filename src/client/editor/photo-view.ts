import type { Node } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import { keydownHandler } from "prosemirror-keymap";
import type { Decoration, EditorView, NodeView, NodeViewConstructor } from "prosemirror-view";
import { editorWords } from "../../vietnamese/words/editor.ts";
import type { EditorOptions, PhotoBlock } from "./editor-handle.ts";
import { element, iconButton, icons, textButton } from "./element.ts";
import { listPhotoFindings, type PhotoField } from "./finding-marks.ts";
import {
  isShownAfter,
  makePhotoCommand,
  photoTools,
  showTools,
  makeToolRow,
} from "./photo-tools.ts";
import type { PhotoAct, PhotoTools } from "./photo-tools.ts";
import { schema } from "./schema.ts";
import { isStoredAs, listPhotos } from "./stored-photos.ts";
import { splitLines } from "./text-lines.ts";
import { undoKeys } from "./undo.ts";
import { VideoView } from "./video-view.ts";

type PhotoOptions = Pick<EditorOptions, "photoUrl" | "onPhotoShown" | "onPhotoFindings"> & {
  /** True for a photo of a text whose submission was refused. */
  isRefused: (id: string) => boolean;
  /** Called before another photo becomes the lead photo. */
  beforeLead: () => void;
};

/** A photo, and the marks of its findings. */
type MarkedPhoto = { node: Node; marks: readonly Decoration[] };

/** The options of all photos of a document when it is opened. `beforeLead` is called before another photo becomes the lead photo. */
export function optionsOfPhotos(
  options: EditorOptions,
  doc: Node,
  beforeLead: () => void,
): PhotoOptions {
  const photos = options.wasRefused === true ? listPhotos(doc) : [];
  const refused = new Set(photos.map(({ photo }) => String(photo.attrs["id"])));
  return { ...options, isRefused: (id) => refused.has(id), beforeLead };
}

/** The views of the blocks that have fields. */
export function blockViews(
  options: EditorOptions,
  photoOptions: PhotoOptions,
): Record<string, NodeViewConstructor> {
  return {
    photo: (node, view, position, marks) =>
      new PhotoView({ node, marks }, view, position, photoOptions),
    video: (node, view, position) => new VideoView(node, view, position, options),
  };
}

const pressUndoKey = keydownHandler(undoKeys);

let photosMade = 0;

/** A photo in the text, with fields for its caption, its alt text and who took it. */
class PhotoView implements NodeView {
  readonly dom = element("figure", { class: "editor-photo", contenteditable: "false" });
  readonly #view: EditorView;
  readonly #position: () => number | undefined;
  readonly #options: PhotoOptions;
  readonly #block: PhotoBlock;
  readonly #alt: HTMLTextAreaElement;
  readonly #caption: HTMLTextAreaElement;
  readonly #missing: HTMLElement;
  readonly #notes = { alt: element("div"), caption: element("div") };
  readonly #copy: HTMLButtonElement;
  readonly #tools: PhotoTools;

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
    this.#block = drawPhotoBlock(`${id}-credit`);
    this.#missing = element("p", { class: "editor-missing", id }, editorWords.altMissing);
    this.#alt = this.#field("alt", { "aria-describedby": id, placeholder: editorWords.altHint });
    this.#caption = this.#field("caption", {});
    this.#copy = textButton(editorWords.copyCaption, () => this.#copyCaption());
    this.#tools = photoTools((act) => this.#act(act));
    const { image, upload, credit, creditFault, crop } = this.#block;
    const { lead, up, down, group, ungroup, remove } = this.#tools;
    const grip = iconButton(icons.grip, editorWords.drag, () => undefined);
    grip.classList.add("editor-grip");
    // The keyboard moves a photo by its other buttons.
    grip.tabIndex = -1;
    grip.addEventListener("pointerdown", (event) => void this.#drag(grip, event));
    this.dom.addEventListener("pointerenter", () => void loadDrag(), { once: true });
    this.dom.append(
      element("div", { class: "editor-photo-frame" }, image, grip),
      upload,
      makeToolRow(lead, crop, up, down, group, ungroup, remove),
      addLabel(editorWords.caption, this.#caption),
      this.#notes.caption,
      addLabel(editorWords.alt, this.#alt),
      this.#missing,
      this.#copy,
      this.#notes.alt,
      addLabel(editorWords.photographer, credit),
      creditFault,
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
      target instanceof Element &&
      target.closest("textarea, input, button, label, .field-note") !== null
    );
  }

  ignoreMutation(): boolean {
    return true;
  }

  #show({ node, marks }: MarkedPhoto): void {
    const { id, alt, caption } = node.attrs;
    if (this.dom.dataset["photo"] !== id) this.#showPhoto(String(id));
    this.#block.image.alt = String(alt);
    setText(this.#alt, String(alt));
    setText(this.#caption, String(caption));
    const isMissing = String(alt).trim() === "";
    const isWrong = isMissing && this.#options.isRefused(String(id));
    this.#missing.hidden = !isWrong;
    this.#alt.setAttribute("aria-invalid", String(isWrong));
    this.#copy.hidden = !isMissing || String(caption).trim() === "";
    for (const field of ["alt", "caption"] as const) {
      this.#options.onPhotoFindings?.(listPhotoFindings(marks, field), this.#notes[field]);
    }
    this.#showButtons();
  }

  #showPhoto(id: string): void {
    this.dom.dataset["photo"] = id;
    this.#block.image.src = this.#options.photoUrl(id);
    this.#block.upload.replaceChildren();
    this.#options.onPhotoShown?.(id, this.#block);
  }

  /** Waits for the whole update, because the buttons depend on the neighbours of the photo. */
  #showButtons(): void {
    queueMicrotask(() => {
      const position = this.#position();
      if (position === undefined || this.#view.isDestroyed) return;
      showTools(this.#tools, this.#view.state, position);
    });
  }

  #field(name: PhotoField, attributes: Record<string, string>): HTMLTextAreaElement {
    const field = element("textarea", { rows: "1", ...attributes });
    field.addEventListener("input", () => {
      fitHeight(field);
      const position = this.#position();
      if (position === undefined) return;
      const text = splitLines(field.value).join(" ").normalize("NFC");
      this.#view.dispatch(this.#view.state.tr.setNodeAttribute(position, name, text));
    });
    return field;
  }

  /** If the pointer is up before the script is loaded, nothing moves. */
  async #drag(grip: HTMLElement, event: PointerEvent): Promise<void> {
    if (event.button !== 0) return;
    grip.setPointerCapture(event.pointerId);
    const loaded = await loadDrag();
    if (loaded === null || !grip.hasPointerCapture(event.pointerId)) return;
    new loaded.PhotoDrag(grip, this.#view, this.#position, event);
  }

  #copyCaption(): void {
    const position = this.#position();
    if (position === undefined) return;
    const { tr, doc } = this.#view.state;
    const caption: unknown = doc.nodeAt(position)?.attrs["caption"];
    this.#view.dispatch(
      tr.setNodeAttribute(position, "alt", caption).setMeta("uiEvent", "copyCaption"),
    );
    this.#alt.focus();
  }

  #act(act: PhotoAct): void {
    const position = this.#position();
    if (position === undefined) return;
    const view = this.#view;
    if (act === "lead") this.#options.beforeLead();
    if (!makePhotoCommand(act, position)(view.state, view.dispatch) || act === "lead") return;
    const button = this.#sameButtonAfter(act);
    if (button === null) view.focus();
    else button.focus();
  }

  /** The same button of the photo where it is now; null if it is hidden there, or the photo is gone. */
  #sameButtonAfter(act: PhotoAct): HTMLElement | null {
    const { state } = this.#view;
    if (!isShownAfter(act, state)) return null;
    const dom = this.#view.nodeDOM(state.selection.from);
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
    else if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
  }

  /**
   * The fields and the text share one history: the browser's own undo knows nothing of moved photos. The focus stays in a
   * field only if its own text was undone.
   */
  #undoes(event: KeyboardEvent): boolean {
    // The photographer is no part of the text, so the browser's own undo serves there.
    if (event.target instanceof HTMLInputElement) return false;
    const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
    const text = field?.value;
    if (!pressUndoKey(this.#view, event)) return false;
    if (field?.isConnected !== true || field.value === text) this.#view.focus();
    return true;
  }
}

/** Loads what moves photos by a pointer. Null if there is no network. */
function loadDrag() {
  return import("./photo-drag.ts").catch(() => null);
}

/** The parts of the block that the form fills. */
function drawPhotoBlock(id: string): PhotoBlock {
  const creditFault = element("p", { class: "editor-missing", id, role: "alert" });
  const attributes = { "aria-describedby": id, autocomplete: "off", maxlength: "200" };
  return {
    image: element("img", { alt: "" }),
    upload: element("div", { class: "editor-photo-upload" }),
    credit: element("input", attributes),
    creditFault,
    crop: textButton(editorWords.crop, () => undefined),
  };
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

function addLabel(name: string, field: HTMLElement): HTMLElement {
  return element("label", {}, element("span", {}, name), field);
}
