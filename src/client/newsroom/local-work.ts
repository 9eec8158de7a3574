import { endSavedCopy } from "./saved-copies.ts";

/** The name under which this browser stores who is signed in. */
const marker = "nguoi";

/**
 * Looks after what this browser stores of the user. Keeps a page to the user it was made for. When somebody else has signed in with this browser, or the user has signed out in
 * another tab, the page loads again, so that nobody reads on in it.
 */
export function guardPage({ dataset: { person = "" } }: HTMLElement): void {
  endSavedCopy();
  const copies = document.querySelector<HTMLElement>("#ban-tren-may");
  if (copies !== null) {
    import("./desk-copies.ts")
      .then(({ listDeskCopies }) => listDeskCopies(copies))
      .catch(() => null);
  }
  try {
    localStorage.setItem(marker, person);
  } catch {
    // The browser stores nothing, so nothing tells this page who is signed in.
    return;
  }
  const check = (): void => {
    if (localStorage.getItem(marker) !== person) location.reload();
  };
  addEventListener("storage", ({ key }) => (key === marker || key === null) && check());
  addEventListener("focus", check);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") check();
  });
}

/** The user has signed out: their other tabs load again. */
export function forgetUser(): void {
  localStorage.removeItem(marker);
}
