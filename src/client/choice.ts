/** What a reader may choose for good: attributes `data-theme` and `data-size` of <html>, which the stylesheets know. */
type Choice = "theme" | "size";

const { dataset } = document.documentElement;

export function chosen(choice: Choice): string {
  return dataset[choice] ?? "";
}

/** Shows a choice, and remembers it where the browser lets us. An empty value takes it back. */
export function choose(choice: Choice, value: string): void {
  if (value) dataset[choice] = value;
  else delete dataset[choice];
  try {
    if (value) localStorage.setItem(choice, value);
    else localStorage.removeItem(choice);
  } catch {
    // It lasts as long as this page.
  }
}

/** Shows the choices as `show` does, now and whenever they were made elsewhere: in another tab, or on another page. */
export function keepShowing(show: () => void): void {
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
  // The browser may show this page again as it was left.
  addEventListener("pageshow", (event) => event.persisted && readAgain());
  show();
}
