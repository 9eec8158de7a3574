import type { EditorView } from "prosemirror-view";
import type { LinkForm } from "./link-form.ts";

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
