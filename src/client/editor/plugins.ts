import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import type { Plugin } from "prosemirror-state";
import { acrossCells } from "./across-cells.ts";
import { clipboard } from "./clipboard.ts";
import type { EditorOptions } from "./editor-handle.ts";
import { findingMarks } from "./finding-marks.ts";
import { keys } from "./keys.ts";
import { pendingPhotos } from "./pending-photos.ts";
import { tidyDocument } from "./tidy-document.ts";

export function plugins(options: EditorOptions, openLink: () => void): Plugin[] {
  return [
    acrossCells(),
    ...keys(openLink),
    history(),
    clipboard(options),
    pendingPhotos(),
    findingMarks((finding) => options.onFindingClick?.(finding)),
    tidyDocument(),
    dropCursor({ class: "editor-drop-cursor", color: false }),
    gapCursor(),
  ];
}
