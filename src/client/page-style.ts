const added = new Set<string>();

/**
 * Adds rules to the page's own stylesheet, once: a `<style>` of ours would need a hash in the content security policy. One
 * rule around all, because that is what can be inserted.
 */
export function addRules(css: string): void {
  const [page] = document.styleSheets;
  if (added.has(css) || page === undefined) return;
  page.insertRule(`@media all {${css}}`, page.cssRules.length);
  added.add(css);
}
