/** Where this browser remembers which parts of the form are closed: a list of their ids. */
const storageName = "phan-da-gap";

/** Closes the parts of the form that were closed last time, except where something is wrong. Links open their part. */
export function rememberParts(form: HTMLFormElement): void {
  const parts = [...form.querySelectorAll<HTMLDetailsElement>("details.form-part")];
  const closed = readClosed();
  for (const part of parts) {
    if (closed.includes(part.id) && part.querySelector(".field-wrong") === null) part.open = false;
    part.addEventListener("toggle", () =>
      writeClosed(parts.filter(({ open }) => !open).map(({ id }) => id)),
    );
  }
  form.addEventListener("click", ({ target }) => {
    const link =
      target instanceof Element ? target.closest<HTMLAnchorElement>("a[href^='#']") : null;
    if (link !== null) openPartsAround(document.getElementById(link.hash.slice(1)));
  });
}

/** Opens everything folded that holds an element. */
export function openPartsAround(element: Element | null): void {
  for (
    let part = element?.closest("details");
    part;
    part = part.parentElement?.closest("details")
  ) {
    part.open = true;
  }
}

function readClosed(): string[] {
  try {
    return JSON.parse(localStorage.getItem(storageName) ?? "[]") as string[];
  } catch {
    return [];
  }
}

function writeClosed(ids: readonly string[]): void {
  try {
    localStorage.setItem(storageName, JSON.stringify(ids));
  } catch {
    // The browser stores nothing.
  }
}
