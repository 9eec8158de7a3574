import { Fragment, Slice, type Node, type NodeType, type ResolvedPos } from "prosemirror-model";
import { Plugin, Selection, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { readClipboardFiles } from "../intake/clipboard-files.ts";
import type { EditorOptions } from "./editor-handle.ts";
import { renameTakenFootnotes } from "./free-footnotes.ts";
import { moveBelowSelectedPhoto, leaveSelectedPhoto } from "./selected-photo.ts";
import { schema } from "./schema.ts";
import { isInTable } from "./table-commands.ts";
import { splitLines } from "./text-lines.ts";
import { pasteAddress } from "./typing-rules.ts";

/** Handles paste and drop. Files go to the form, formatted text goes to its intake, plain text becomes paragraphs. */
export function clipboard(options: EditorOptions): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, event, slice) => {
        leaveSelectedPhoto(view);
        if (takePaste(view, event.clipboardData, options)) return true;
        const isTooWide = isForTop(slice, view.state);
        if (isTooWide) view.dispatch(insertSlice(slice, view.state));
        return isTooWide;
      },
      handleDrop: (view, event) => {
        const { dataTransfer, clientX: left, clientY: top } = event;
        const files = [...(dataTransfer?.files ?? [])];
        const at = view.posAtCoords({ left, top })?.pos ?? view.state.doc.content.size;
        if (files.length === 0) return takeDroppedText(view, dataTransfer, at, options);
        options.onFiles(files, at);
        event.preventDefault();
        return true;
      },
      transformPastedHTML: (html) => html.normalize("NFC"),
      clipboardTextParser: readPlainText,
      transformPasted: (slice, view) => {
        const isCopied = view.dragging?.move === false;
        const { doc, selection } = view.state;
        return fitToPlace(
          renameTakenFootnotes(slice, doc, isCopied ? null : selection),
          view.state,
        );
      },
    },
  });
}

function takePaste(
  view: EditorView,
  data: DataTransfer | null,
  { onFiles, onPasteHtml }: EditorOptions,
): boolean {
  if (data === null) return false;
  const html = data.getData("text/html");
  const files = [...data.files];
  // Text copied from this editor needs no intake.
  if (html !== "" && !html.includes("data-pm-slice") && onPasteHtml !== undefined) {
    return offer(view, html, readClipboardFiles(data), onPasteHtml);
  }
  if (html !== "") return false;
  if (files.length === 0) return pasteAddress(view, data.getData("text/plain"));
  onFiles(files, view.state.selection.to);
  return true;
}

/** Text dragged here from Word or a web page is handled like pasted text. Text moved within the editor is not. */
function takeDroppedText(
  view: EditorView,
  data: DataTransfer | null,
  at: number,
  options: EditorOptions,
): boolean {
  if (view.dragging !== null || !data?.getData("text/html")) return false;
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(at))));
  return takePaste(view, data, options);
}

/** Offers formatted text to the form. Its answer may come later, but the browser's own paste is stopped now. */
function offer(
  view: EditorView,
  html: string,
  files: File[],
  take: NonNullable<EditorOptions["onPasteHtml"]>,
): boolean {
  const taken = take(html, files);
  if (typeof taken === "boolean") return taken;
  const pasteHere = (isTaken: boolean): void => {
    if (!isTaken && !view.isDestroyed) view.pasteHTML(html);
  };
  void taken.then(pasteHere, () => pasteHere(false));
  return true;
}

/** Each line that is not empty becomes a paragraph. A single line goes into the current paragraph. */
function readPlainText(text: string, context: ResolvedPos): Slice {
  const clean = text.normalize("NFC");
  if (context.parent.type.spec.code === true) {
    return new Slice(Fragment.from(schema.text(clean)), 0, 0);
  }
  const lines = splitLines(clean).filter((line) => line.trim() !== "");
  const blocks = lines.map((line) =>
    schema.nodes.paragraph.create(null, schema.text(line, context.marks())),
  );
  return new Slice(Fragment.from(blocks), 1, 1);
}

/** Replaces the selection. Blocks that a list or quotation cannot contain are inserted after it. */
export function insertSlice(slice: Slice, state: EditorState): Transaction {
  const below = moveBelowSelectedPhoto(state);
  if (below !== null) return below.replaceSelection(slice);
  const { tr } = state;
  const fits = fitToPlace(slice, state);
  if (!isForTop(fits, state)) return tr.replaceSelection(fits).scrollIntoView();
  return tr.insert(state.selection.$to.after(1), slice.content).scrollIntoView();
}

function isForTop({ content }: Slice, state: EditorState): boolean {
  if (state.selection.$to.depth < 2 || isInTable(state)) return false;
  const { paragraph, bulletList, orderedList } = schema.nodes;
  const narrow: NodeType[] = [paragraph, bulletList, orderedList];
  return content.content.some(({ type, isInline }) => !isInline && !narrow.includes(type));
}

/** A table cell has one line, so blocks become words of that line. */
function fitToPlace(slice: Slice, state: EditorState): Slice {
  if (!isInTable(state)) return slice;
  const words: Node[] = [];
  slice.content.descendants((node) => {
    if (node.isText && words.length > 0) words.push(schema.text(" "));
    if (node.isText) words.push(node);
    return true;
  });
  return new Slice(Fragment.from(words), 0, 0);
}
