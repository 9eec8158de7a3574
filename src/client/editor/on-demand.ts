/*
 * Parts of the editor whose code is loaded on first use.
 */
import { Plugin, type PluginView } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { EditorOptions } from "./editor-handle.ts";
import type { LinkForm } from "./link-form.ts";

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

/** Loads the completion of the handbook's forms when the handbook is there and has entries. */
export function completionOnDemand({ handbookForms }: EditorOptions): Plugin {
  let isWanted = handbookForms !== undefined;
  return new Plugin({
    view: (view) => {
      // A new plugin gives all plugins a new view.
      if (isWanted)
        void handbookForms?.then((forms) => addCompletion(view, forms)).catch(() => null);
      isWanted = false;
      return {};
    },
  });
}

async function addCompletion(view: EditorView, forms: readonly string[]): Promise<void> {
  if (forms.length === 0) return;
  const { completion } = await import("./completion.ts");
  while (view.composing) await new Promise((resolve) => setTimeout(resolve, 100));
  if (view.isDestroyed) return;
  const plugins = [completion(forms), ...view.state.plugins];
  view.updateState(view.state.reconfigure({ plugins }));
}

/** Opens the form of a link before `next`. Its code is loaded on first use; without a network the text stays as it is. */
export function linkOnDemand(view: () => EditorView, next: HTMLElement): () => void {
  let form: LinkForm | null = null;
  return () => {
    import("./link-form.ts")
      .then(({ linkForm }) => {
        form ??= linkForm(view);
        if (!form.dom.isConnected) next.before(form.dom);
        form.open();
      })
      .catch(() => null);
  };
}
