/** The button that turns the dark theme on and off. A choice that equals the setting of the system is not stored. */
export function offerThemes(): void {
  const button = document.querySelector(".theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean =>
    readChoice("theme") ? readChoice("theme") === "dark" : system.matches;
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

/** Colours the browser's own bars: the head names two colours, light first, and one of them is made valid. */
function colourBrowser(dark: boolean): void {
  document.querySelectorAll<HTMLMetaElement>("[name=theme-color]").forEach((meta, place) => {
    meta.media = Boolean(place) === dark ? "all" : "not all";
  });
}

/** Three buttons. The `value` of each is its size: empty, "large" or "largest". */
export function offerTextSizes(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(".sizes button");
  const show = (): void =>
    buttons.forEach((button) =>
      button.setAttribute("aria-pressed", String(button.value === readChoice("size"))),
    );
  buttons.forEach((button) =>
    button.addEventListener("click", () => {
      choose("size", button.value);
      show();
    }),
  );
  keepShowing(show);
}

/** What a reader chooses for every page: the attributes `data-theme` and `data-size` of <html>, which the stylesheets read. */
type Choice = "theme" | "size";

const { dataset } = document.documentElement;

function readChoice(choice: Choice): string {
  return dataset[choice] ?? "";
}

/** Shows a choice, and stores it if the browser allows that. An empty value removes the choice. */
function choose(choice: Choice, value: string): void {
  if (value) dataset[choice] = value;
  else delete dataset[choice];
  try {
    if (value) localStorage.setItem(choice, value);
    else localStorage.removeItem(choice);
  } catch {
    // The choice then lasts as long as this page.
  }
}

/** Calls `show` now, and again when a choice was made in another tab or on another page. */
function keepShowing(show: () => void): void {
  const readAgain = (): void => {
    for (const choice of ["theme", "size"]) {
      try {
        dataset[choice] = localStorage.getItem(choice) ?? "";
      } catch {
        // As above.
      }
    }
    show();
  };
  addEventListener("storage", readAgain);
  // After "back" the browser may show this page as it was, without loading it again.
  addEventListener("pageshow", (event) => event.persisted && readAgain());
  show();
}
