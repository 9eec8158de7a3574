/** Tab comes to a group once; within it the arrows, Home and End move. */
export function moveFocusByArrows(group: HTMLElement, buttons: HTMLButtonElement[]): void {
  const come = (place: number): void => {
    buttons.forEach((button, index) => (button.tabIndex = index === place ? 0 : -1));
  };
  group.addEventListener("focusin", ({ target }) => {
    const place = buttons.findIndex((button) => button === target);
    if (place >= 0) come(place);
  });
  group.addEventListener("keydown", (event) => {
    const here = buttons.findIndex((button) => button === document.activeElement);
    const next = placeAfter(event.key, here, buttons.length);
    if (here < 0 || next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  });
  come(0);
}

function placeAfter(key: string, here: number, count: number): number | null {
  if (key === "ArrowRight") return (here + 1) % count;
  if (key === "ArrowLeft") return (here - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
