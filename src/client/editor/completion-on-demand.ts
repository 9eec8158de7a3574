import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { EditorOptions } from "./editor-handle.ts";

/** Loads the completion of the handbook's forms when the handbook is there and has entries. */
export function completionOnDemand({ handbookForms }: EditorOptions): Plugin {
  let isWanted = handbookForms !== undefined;
  return new Plugin({
    view: (view) => {
      // A new plugin gives all plugins a new view.
      if (isWanted) void handbookForms?.then((forms) => add(view, forms)).catch(() => null);
      isWanted = false;
      return {};
    },
  });
}

async function add(view: EditorView, forms: readonly string[]): Promise<void> {
  if (forms.length === 0) return;
  const { completion } = await import("./completion.ts");
  while (view.composing) await new Promise((resolve) => setTimeout(resolve, 100));
  if (view.isDestroyed) return;
  const plugins = [completion(forms), ...view.state.plugins];
  view.updateState(view.state.reconfigure({ plugins }));
}
