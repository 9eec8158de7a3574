import { choose, chosen, keepShowing } from "./choice.ts";

/** The button that turns the dark theme on and off. What the system asks for anyway is not kept as a choice. */
export function offerThemes(): void {
  const button = document.querySelector(".theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean => (chosen("theme") ? chosen("theme") === "dark" : system.matches);
  const show = (): void => {
    button?.setAttribute("aria-pressed", String(isDark()));
    colourBrowser(isDark());
  };
  button?.addEventListener("click", () => {
    const dark = !isDark();
    choose("theme", dark === system.matches ? "" : dark ? "dark" : "light");
    show();
  });
  system.addEventListener("change", show);
  keepShowing(show);
}

/** The browser's own bars: of the two colours in the head, light first, one holds. */
function colourBrowser(dark: boolean): void {
  document.querySelectorAll<HTMLMetaElement>("[name=theme-color]").forEach((meta, place) => {
    meta.media = Boolean(place) === dark ? "all" : "not all";
  });
}
