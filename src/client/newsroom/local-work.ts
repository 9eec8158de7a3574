import { endSavedCopy } from "./saved-copies.ts";

/** The name under which this browser stores who is signed in. */
const marker = "nguoi";

/**
 * Looks after what this browser stores of the user, and keeps a page to the user it was made for. When somebody else has signed in
 * with this browser, or the user has signed out in another tab, the page loads again, so that nobody reads on in it.
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
  let isReloading = false;
  const check = (): void => {
    // A second event must not break off the loading that the first began.
    if (isSigningOut || isReloading || localStorage.getItem(marker) === person) return;
    isReloading = true;
    location.reload();
  };
  addEventListener("storage", ({ key }) => (key === marker || key === null) && check());
  addEventListener("focus", () => {
    // The user has stayed to keep unsaved text.
    isReloading = false;
    check();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") check();
  });
}

let isSigningOut = false;

/** The user signs out in this tab. It goes to the page that the server names; their other tabs load again when it has gone. */
export function leaveBySigningOut(form: HTMLFormElement): void {
  // The server's answer makes many browsers delete the marker while this page is still open.
  isSigningOut = true;
  addEventListener("pagehide", () => localStorage.removeItem(marker));
  form.submit();
}
