import { Plugin, type PluginView } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Shows where dragged text or photos would be dropped. The code is loaded when something is first dragged. */
export function dropCursorOnDemand(): Plugin {
  return new Plugin({
    view: (view) => {
      let cursor: PluginView | undefined;
      const load = (): void => {
        void loadCursor(view).then((loaded) => {
          if (!view.isDestroyed) cursor = loaded;
        });
      };
      view.dom.addEventListener("dragenter", load, { once: true });
      return {
        update: (current, before) => cursor?.update?.(current, before),
        destroy: () => {
          view.dom.removeEventListener("dragenter", load);
          cursor?.destroy?.();
        },
      };
    },
  });
}

async function loadCursor(view: EditorView): Promise<PluginView | undefined> {
  try {
    const { showDropCursor } = await import("./drop-cursor.ts");
    return showDropCursor(view);
  } catch {
    // Text can be dropped without it.
    return undefined;
  }
}
