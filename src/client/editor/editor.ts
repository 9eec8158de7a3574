import { Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import type { EditorState, Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { EditorView } from "prosemirror-view";
import { insertSlice } from "./clipboard.ts";
import { positionAt, type BodyMarkdown } from "./body-map.ts";
import { CoveredArea } from "./covered-area.ts";
import { FindOnDemand } from "./find-on-demand.ts";
import type {
  EditorFinding,
  EditorHandle,
  EditorOptions,
  EditorPhoto,
  EditorVideo,
  PhotoFact,
} from "./editor-handle.ts";
import { editorPlugins } from "./editor-plugins.ts";
import { element } from "./element.ts";
import {
  applySuggestion,
  findingBox,
  markFindings,
  scrollToFinding,
  selectFinding,
} from "./finding-marks.ts";
import { LeadInEditor } from "./lead-in-editor.ts";
import { linkOnDemand } from "./on-demand.ts";
import { MarkdownBridge } from "./markdown-bridge.ts";
import { MarkdownField } from "./markdown-field.ts";
import { makePhotoNode, findPhotoPlace, removePhoto } from "./photo-commands.ts";
import { recordFact } from "./photo-facts.ts";
import { blockViews, optionsOfPhotos } from "./photo-view.ts";
import { RemovedPhotoNotice } from "./removed-photo-notice.ts";
import { listPhotoPositions, storePhoto } from "./stored-photos.ts";
import { readPlainText, startState } from "./start-state.ts";
import { makeToolbar, type Toolbar } from "./toolbar.ts";
import { isTyping, UndoGroups } from "./undo.ts";

/**
 * Puts an editor in the place of a textarea that holds Markdown. The textarea stays in its form, hidden, and always holds the
 * current body. So the form is submitted as it would be without script.
 */
export function mountEditor(textarea: HTMLTextAreaElement, options: EditorOptions): EditorHandle {
  return new MountedEditor(textarea, options);
}

class MountedEditor implements EditorHandle {
  readonly #textarea: HTMLTextAreaElement;
  readonly #field: MarkdownField;
  readonly #bridge = new MarkdownBridge();
  readonly #root: HTMLElement;
  readonly #view: EditorView;
  readonly #toolbar: Toolbar;
  readonly #covered: CoveredArea;
  readonly #photoNotice = new RemovedPhotoNotice(() => this.#view);
  readonly #find: FindOnDemand;
  readonly #lead: LeadInEditor;
  readonly #undoGroups = new UndoGroups();
  readonly #callbacks = new Set<() => void>();
  #body: BodyMarkdown;
  /** The body that `markdown()` returned last, its state, and the changes since. Findings arrive later and use its offsets. */
  #given: { body: BodyMarkdown; state: EditorState; since: Mapping };
  #waiting: readonly EditorFinding[] | null = null;
  #isTelling = false;

  constructor(textarea: HTMLTextAreaElement, options: EditorOptions) {
    this.#textarea = textarea;
    this.#lead = new LeadInEditor(() => this.#view, options.lead);
    this.#field = new MarkdownField(textarea, () => this.#tell());
    const openLink = linkOnDemand(() => this.#view, this.#photoNotice.dom);
    this.#toolbar = makeToolbar({
      view: () => this.#view,
      openLink,
      onFiles: (files) => options.onFiles(files, this.#view.state.selection.to),
      switchMarkdown: () => this.#switchMarkdown(),
    });
    this.#toolbar.dom.append(this.#photoNotice.dom);
    this.#root = element("div", { class: "editor" }, this.#toolbar.dom);
    this.#find = new FindOnDemand(() => this.#view, this.#toolbar.dom);
    this.#root.addEventListener("keydown", (event) => this.#find.onKey(event));
    const isTyping = document.activeElement === textarea;
    const state = startState(
      this.#bridge,
      readPlainText(textarea, options.formerTexts ?? []),
      editorPlugins(options, openLink),
    );
    this.#body = this.#bridge.write(state.doc);
    this.#given = { body: this.#body, state, since: new Mapping() };
    const photoOptions = optionsOfPhotos(options, state.doc, this.#lead.read);
    textarea.before(this.#root);
    const bar = options.bottomBar ?? null;
    const covered = new CoveredArea(this.#toolbar.dom, bar, () => this.#showCursor());
    this.#covered = covered;
    this.#view = new EditorView(this.#root, {
      state,
      attributes: this.#field.copyAttributes(),
      dispatchTransaction: (transaction) => this.#apply(transaction),
      nodeViews: blockViews(options, photoOptions),
      handleScrollToSelection: (view) => covered.scrollToCursor(view),
      // ProseMirror reads both whenever it scrolls, so that they follow the height of the bars.
      get scrollMargin() {
        return covered.measureDistances();
      },
      get scrollThreshold() {
        return covered.measureDistances();
      },
      handleDOMEvents: {
        compositionend: () => this.#afterComposition(),
        ...covered.inputEvents,
      },
    });
    this.#root.append(textarea);
    // Before the textarea is hidden, so that the focus never leaves the text and a phone keeps its keyboard open.
    if (isTyping) this.#view.focus();
    this.#field.hide(() => this.focus());
    this.#toolbar.show(state);
    this.#root.append(this.#lead.dom);
    this.readLead();
  }

  markdown(): string {
    if (this.#field.isShown) return this.#textarea.value;
    this.#given = { body: this.#body, state: this.#view.state, since: new Mapping() };
    return this.#body.text;
  }

  setMarkdown(markdown: string): void {
    if (this.#field.isShown) {
      this.#textarea.value = markdown;
      return this.#tell();
    }
    const { tr, doc } = this.#view.state;
    const { content } = this.#bridge.read(markdown);
    this.#view.dispatch(tr.replace(0, doc.content.size, new Slice(content, 0, 0)));
  }

  insertMarkdown(markdown: string): void {
    if (this.#field.isShown) return this.#field.insert(markdown);
    const { content } = new MarkdownBridge().read(markdown);
    this.#view.dispatch(insertSlice(Slice.maxOpen(content), this.#view.state));
  }

  insertPhotos(photos: readonly (EditorPhoto | EditorVideo)[], at?: number): void {
    if (this.#field.isShown) return this.#field.insertPhotos(photos);
    const { state } = this.#view;
    const place = findPhotoPlace(state, at ?? state.selection.to);
    this.#view.dispatch(state.tr.insert(place, photos.map(makePhotoNode)));
  }

  storePhoto(name: string, id: string): void {
    if (this.#field.isShown) this.#field.writePhotoId(name, id);
    this.#view.dispatch(storePhoto(this.#view.state, name, id));
  }

  removePhoto(name: string): void {
    if (this.#field.isShown) return this.#field.writePhotoId(name, null);
    for (const position of listPhotoPositions(this.#view.state, name)) {
      removePhoto(position)(this.#view.state, this.#view.dispatch);
    }
  }

  readonly recordFact = (fact: PhotoFact, former: string): void =>
    recordFact(this.#view, fact, former);

  readonly readLead = (): void => this.#lead.read();

  showFindings(findings: readonly EditorFinding[]): void {
    this.#field.findings = findings;
    this.#waiting = findings;
    // A change of the page now would interrupt the input method.
    if (!this.#view.composing) this.#showWaiting();
  }

  focusFinding(finding: number): boolean {
    if (this.#field.isShown) return this.#field.select(finding);
    const isDone = this.#dispatchIf(selectFinding(this.#view.state, finding));
    if (isDone) scrollToFinding(this.#view, finding);
    return isDone;
  }

  selectPlace(start: number, end: number): void {
    if (this.#field.isShown) return this.#field.selectPlace(start, end);
    const { state } = this.#view;
    const [from, to] = [positionAt(this.#body, start), positionAt(this.#body, end)];
    const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
    // ProseMirror scrolls to the selection only while the browser's own is in the text.
    this.#view.focus();
    this.#view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  }

  findingBox(finding: number): DOMRect | null {
    return this.#field.isShown ? null : findingBox(this.#view, finding);
  }

  applySuggestion(finding: number): boolean {
    if (this.#field.isShown) return this.#field.applySuggestion(finding);
    return this.#dispatchIf(applySuggestion(this.#view.state, finding));
  }

  measureLineMiddle(place: number | "cursor"): number {
    const { head } = this.#view.state.selection;
    const position = place === "cursor" ? head : positionAt(this.#body, place);
    const { top, bottom } = this.#view.coordsAtPos(position);
    return (top + bottom) / 2;
  }

  onChange(callback: () => void): () => void {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  focus(): void {
    if (this.#field.isShown) return this.#textarea.focus();
    this.#view.focus();
    this.#showCursor();
  }

  destroy(): void {
    this.#covered.end();
    this.#view.destroy();
    this.#root.replaceWith(this.#textarea);
    this.#field.restore();
  }

  #apply(transaction: Transaction): void {
    // ProseMirror itself does so only if the browser answers the key within 50 ms.
    if (transaction.selectionSet && this.#covered.isByKey) transaction.scrollIntoView();
    const state = this.#undoGroups.apply(this.#view.state, transaction);
    const { doc } = this.#view.state;
    this.#view.updateState(state);
    const isTyped = transaction.docChanged && isTyping(transaction);
    // Text that is typed rarely changes what the tools can do, and never a photo.
    if (isTyped) this.#toolbar.showSoon();
    else this.#toolbar.show(state);
    if (state.doc === doc) return;
    if (!isTyped) this.#lead.show(state, doc, transaction);
    // A photo that got its id is no change that undo would take.
    if (transaction.docChanged) this.#photoNotice.show(doc, transaction);
    this.#given.since.appendMapping(transaction.mapping);
    this.#body = this.#bridge.write(state.doc);
    // The Markdown that is being edited stays. It is read when the editor is shown again.
    if (this.#field.isShown) return;
    this.#textarea.value = this.#body.text;
    this.#tell();
  }

  #showCursor(): void {
    if (this.#view.hasFocus()) this.#view.dispatch(this.#view.state.tr.scrollIntoView());
  }

  /** A callback may itself dispatch "input" on the textarea, which would call back without end. */
  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (const callback of this.#callbacks) callback();
    } finally {
      this.#isTelling = false;
    }
  }

  #dispatchIf(transaction: Transaction | null): boolean {
    if (transaction === null) return false;
    this.#view.dispatch(transaction);
    this.#view.focus();
    return true;
  }

  /** Shows findings that waited. The delay lets the editor read the composed word first. */
  #afterComposition(): boolean {
    setTimeout(() => this.#showWaiting(), 50);
    return false;
  }

  #showWaiting(): void {
    const findings = this.#waiting;
    if (findings === null || this.#view.isDestroyed || this.#view.composing) return;
    this.#waiting = null;
    const { body, state, since } = this.#given;
    const marked = markFindings(this.#view.state, { body, doc: state.doc, since }, findings);
    if (marked !== null) this.#view.dispatch(marked);
  }

  #switchMarkdown(): void {
    if (this.#field.isShown) {
      this.#field.hide(() => this.focus());
      this.#view.dom.hidden = false;
      if (this.#textarea.value !== this.#body.text) this.setMarkdown(this.#textarea.value);
      this.#toolbar.show(this.#view.state);
    } else {
      this.#find.close();
      this.#view.dom.hidden = true;
      this.#field.show();
      this.#toolbar.show(null);
    }
  }
}
