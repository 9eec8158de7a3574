import css from "./intake.css" with { type: "text" };

let isThere = false;

/** Gives the page the dialogs' style, once. As a sheet of its own: the page's policy lets no style element in. */
export function adoptIntakeStyle(): void {
  // Safari before 16.4 cannot; the dialogs are plain there.
  if (isThere || !("replaceSync" in CSSStyleSheet.prototype)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  isThere = true;
}
