const added = new Set<string>();

/**
 * Adds rules to the page's own stylesheet, once: a new `<style>` would need a hash in the content security policy. One
 * `@media` rule wraps them, because only one rule can be inserted at a time.
 */
export function addRules(css: string): void {
  const [page] = document.styleSheets;
  if (added.has(css) || page === undefined) return;
  page.insertRule(`@media all {${css}}`, page.cssRules.length);
  added.add(css);
}
