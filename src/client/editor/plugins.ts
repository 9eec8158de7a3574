import { dropCursor } from "prosemirror-dropcursor";
import type { Plugin } from "prosemirror-state";
import { acrossCells } from "./across-cells.ts";
import { clipboard } from "./clipboard.ts";
import type { EditorOptions } from "./editor-handle.ts";
import { emptyHeads } from "./empty-heads.ts";
import { findingMarks } from "./finding-marks.ts";
import { keys } from "./keys.ts";
import { pendingPhotos } from "./pending-photos.ts";
import { keepSelectedPhoto } from "./selected-photo.ts";
import { tidyDocument } from "./tidy-document.ts";
import { undoHistory } from "./undo.ts";

export function plugins(options: EditorOptions, openLink: () => void): Plugin[] {
  return [
    acrossCells(),
    keepSelectedPhoto(),
    ...keys(openLink),
    undoHistory(),
    clipboard(options),
    pendingPhotos(),
    findingMarks((finding) => options.onFindingClick?.(finding)),
    tidyDocument(),
    emptyHeads(),
    dropCursor({ class: "editor-drop-cursor", color: false }),
  ];
}
