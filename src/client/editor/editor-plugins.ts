import { gapCursor } from "prosemirror-gapcursor";
import type { Plugin } from "prosemirror-state";
import { clipboard } from "./clipboard.ts";
import { completionOnDemand, dropCursorOnDemand } from "./on-demand.ts";
import type { EditorOptions } from "./editor-handle.ts";
import { findingMarks } from "./finding-marks.ts";
import { keys } from "./keys.ts";
import { photoFacts } from "./photo-facts.ts";
import { keepSelectedPhoto } from "./selected-photo.ts";
import { storedPhotos } from "./stored-photos.ts";
import { emptyHeadCellsPlugin, keepCells } from "./table-cells.ts";
import { tidyDocument } from "./tidy-document.ts";
import { typingRules } from "./typing-rules.ts";
import { undoHistory } from "./undo.ts";

/** What the editor can do, in the order in which keys and input are offered. */
export function editorPlugins(options: EditorOptions, openLink: () => void): Plugin[] {
  return [
    completionOnDemand(options),
    keepCells(),
    keepSelectedPhoto(),
    ...typingRules(),
    ...keys(openLink),
    undoHistory(),
    clipboard(options),
    storedPhotos(),
    photoFacts(options),
    gapCursor(),
    findingMarks(options),
    tidyDocument(),
    emptyHeadCellsPlugin(),
    dropCursorOnDemand(),
  ];
}
