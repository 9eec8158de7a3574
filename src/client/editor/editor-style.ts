import sheet from "./editor.css";

let isAdded = false;

/**
 * Adds the editor's rules to the page's own stylesheet, once: a `<style>` of ours would need a hash in the content security
 * policy. One rule around all, because that is what can be inserted.
 */
export function addEditorStyle(): void {
  const [page] = document.styleSheets;
  if (isAdded || page === undefined) return;
  page.insertRule(`@media all {${sheet}}`, page.cssRules.length);
  isAdded = true;
}
