/**
 * Loads a page again that the browser shows from its memory after "back": it may be another user's by now, and its text and
 * times are old. Until then it is hidden.
 */
export function loadAgainAfterBack(): void {
  const root = document.documentElement;
  addEventListener("pagehide", ({ persisted }) => (root.hidden = persisted));
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
