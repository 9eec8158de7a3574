/** The menus below entries of the header. Without script they open and close by a press of their entry. */
export function foldMenus(): void {
  addEventListener("keydown", walk);
  addEventListener("keyup", leave);
  addEventListener("click", leave);
}

/** Up and down go through an open menu. Escape closes it, or the folded menu of a phone, and returns to its entry. */
function walk(event: KeyboardEvent): void {
  const by = { Escape: 0, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const menu =
    findTarget(event)?.closest<HTMLDetailsElement>(by ? opened : ".sections [open]") ??
    document.querySelector<HTMLDetailsElement>(opened);
  if (by === undefined || !menu) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll<HTMLElement>("summary, a")];
  if (!by) menu.open = false;
  const here = by ? items.indexOf(document.activeElement as HTMLElement) : 0;
  items.at((here + by) % items.length)?.focus();
}

/** A press or the focus outside of an open menu closes it, because it covers what is below. */
function leave(event: Event): void {
  const menu = document.querySelector<HTMLDetailsElement>(opened);
  if (menu && !menu.contains(findTarget(event))) menu.open = false;
}

const opened = ".menu-more[open]";

function findTarget({ target }: Event): Element | null {
  return target instanceof Element ? target : null;
}
