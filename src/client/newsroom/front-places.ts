import { frontWords } from "../../vietnamese/words/front.ts";

/** Lets editors move the articles or blocks of a page by mouse, by touch and by the arrow keys. Nothing is saved before the form is sent. */
export function offerMoves(list: HTMLElement): void {
  for (const handle of list.querySelectorAll<HTMLElement>(".front-handle")) {
    handle.addEventListener("pointerdown", (event) => startDrag(list, handle, event));
    handle.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
      const item = handle.closest("li");
      if (by === undefined || item === null) return;
      event.preventDefault();
      const items = [...list.children];
      const target = items[items.indexOf(item) + by];
      if (target !== undefined) place(list, item, target);
      handle.focus();
    });
  }
  list.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[name=step]") : null;
    const item = button?.closest("li") ?? null;
    if (!(button instanceof HTMLButtonElement) || item === null) return;
    event.preventDefault();
    const isUp = button.value.endsWith(":-1");
    const target = isUp ? item.previousElementSibling : item.nextElementSibling;
    if (target !== null) place(list, item, target);
    // The button of the first or the last place disappears.
    item.querySelector<HTMLElement>(".front-handle")?.focus();
  });
}

/** How near to the edge of the window a drag scrolls it, and how far each time, in px. */
const edge = 70;
const scrollStep = 24;

function startDrag(list: HTMLElement, handle: HTMLElement, start: PointerEvent): void {
  const item = handle.closest("li");
  if (item === null || start.button !== 0) return;
  const stop = new AbortController();
  const { signal } = stop;
  let target: Element | null = null;
  const mark = (next: Element | null) => {
    target?.classList.remove("over");
    target = next === item ? null : next;
    target?.classList.add("over");
  };
  item.classList.add("dragged");
  signal.addEventListener("abort", () => {
    mark(null);
    item.classList.remove("dragged");
  });
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (clientY < edge) scrollBy(0, -scrollStep);
    if (clientY > innerHeight - edge) scrollBy(0, scrollStep);
    const under = document.elementFromPoint(clientX, clientY)?.closest(".front-place") ?? null;
    mark(under !== null && list.contains(under) ? under : null);
  };
  const drop = () => {
    const found = target;
    stop.abort();
    if (found !== null) place(list, item, found);
  };
  document.addEventListener("pointermove", move, { signal });
  document.addEventListener("pointerup", drop, { signal });
  document.addEventListener("pointercancel", () => stop.abort(), { signal });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && stop.abort(), { signal });
  start.preventDefault();
  handle.focus();
}

/** Puts an article or a block at the place of another one, chooses it, and says so. */
function place(list: HTMLElement, item: HTMLLIElement, target: Element): void {
  const isBefore = item.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
  target[isBefore ? "before" : "after"](item);
  const select = item.querySelector("select");
  if (select !== null && select.value === "") select.value = item.dataset["article"] ?? "";
  for (const [number, one] of [...list.children].entries()) {
    numberFields(one, number);
    if (list.dataset["frontPlaces"] === "numbered") numberNames(one, number + 1);
  }
  const summary = item.querySelector("summary");
  if (summary !== null) summary.textContent = frontWords.chosen;
  const title =
    item.querySelector(".front-title")?.textContent ??
    select?.selectedOptions[0]?.text.trim() ??
    "";
  const status = document.querySelector("[data-moved]");
  const at = [...list.children].indexOf(item) + 1;
  if (status !== null) status.textContent = frontWords.movedTo(title, at);
}

/** Gives the fields of an article the names of its present place. Their ids stay. */
function numberFields(item: Element, number: number): void {
  for (const field of item.querySelectorAll<HTMLSelectElement | HTMLInputElement>(
    "select, input",
  )) {
    field.name = field.name.replace(/\d+$/, String(number));
  }
  for (const button of item.querySelectorAll<HTMLButtonElement>("[name=step]")) {
    button.value = button.value.replace(/^\d+/, String(number));
  }
}

/** "Khối 3" and the names of its buttons say where the block stands now. */
function numberNames(item: Element, place: number): void {
  const label = item.querySelector("label");
  if (label?.textContent) label.textContent = label.textContent.replace(/\d+/, String(place));
  for (const button of item.querySelectorAll<HTMLElement>("button[aria-label]")) {
    button.ariaLabel = button.ariaLabel?.replace(/\d+/, String(place)) ?? null;
  }
}
