import { dropCursor } from "prosemirror-dropcursor";
import type { PluginView } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Shows where dragged text or photos would be dropped. */
export function showDropCursor(view: EditorView): PluginView | undefined {
  return dropCursor({ class: "editor-drop-cursor", color: false }).spec.view?.(view);
}
