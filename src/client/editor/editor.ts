import { addRules } from "../page-style.ts";
import css from "./editor.css";
import type { EditorHandle, EditorOptions } from "./editor-handle.ts";
import { MountedEditor } from "./mounted-editor.ts";

export type { EditorFinding, EditorHandle, EditorOptions, EditorPhoto } from "./editor-handle.ts";

/**
 * Puts an editor in the place of a textarea that holds Markdown. The textarea stays in its form, hidden, and always has the
 * body as it stands, so the form is submitted as it would be without script.
 */
export function mountEditor(textarea: HTMLTextAreaElement, options: EditorOptions): EditorHandle {
  addRules(css);
  const editor = new MountedEditor(textarea, options);
  return {
    markdown: () => editor.markdown(),
    setMarkdown: (markdown) => editor.setMarkdown(markdown),
    insertMarkdown: (markdown) => editor.insertMarkdown(markdown),
    insertPhotos: (photos) => editor.insertPhotos(photos),
    insertPending: (key, at) => editor.insertPending(key, at),
    resolvePending: (key, photo) => editor.resolvePending(key, photo),
    dropPending: (key) => editor.dropPending(key),
    showFindings: (findings) => editor.showFindings(findings),
    focusFinding: (finding) => editor.focusFinding(finding),
    applySuggestion: (finding) => editor.applySuggestion(finding),
    onChange: (callback) => editor.onChange(callback),
    focus: () => editor.focus(),
    destroy: () => editor.destroy(),
  };
}
