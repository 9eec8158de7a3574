import { dragWords } from "../../vietnamese/words/calendar.ts";

/** The hours that a day offers to a dragged article, besides the article's own time. */
const offeredHours = [6, 9, 12, 15, 17, 20];

/**
 * Lets editors drag a scheduled article to another time. Dropping it only fills in its form and opens that: the person
 * confirms with its button. The form alone does the same by keyboard and without script.
 */
export function offerDragging(calendar: HTMLElement): void {
  for (const item of calendar.querySelectorAll<HTMLElement>(".calendar-item")) {
    const field = item.querySelector<HTMLInputElement>("input[type=datetime-local]");
    if (field === null) continue;
    item.draggable = true;
    item.addEventListener("dragstart", (event) => {
      event.dataTransfer?.setData("text/plain", item.id);
      dragged = field;
      // Chromium ends a drag whose page changes before it has begun.
      setTimeout(() => showSlots(calendar, field));
    });
    item.addEventListener("dragend", () => {
      dragged = null;
      hideSlots(calendar);
    });
  }
  for (const link of document.querySelectorAll<HTMLElement>("[data-shift]")) takeDrops(link);
}

/** The field of the article that is being dragged. */
let dragged: HTMLInputElement | null = null;

/** An article that is dropped on the link of another week keeps its weekday and its hour there. */
function takeDrops(link: HTMLElement): void {
  const shiftTime = (): string | null => {
    const value = dragged === null ? "" : shiftDays(dragged.defaultValue, link.dataset["shift"]);
    return value > formatVietnamNow() ? value : null;
  };
  link.addEventListener("dragover", (event) => {
    if (shiftTime() === null) return;
    event.preventDefault();
    link.classList.add("over");
  });
  link.addEventListener("dragleave", () => link.classList.remove("over"));
  link.addEventListener("drop", (event) => {
    event.preventDefault();
    link.classList.remove("over");
    const value = shiftTime();
    if (dragged !== null && value !== null) proposeTime(dragged, value);
  });
}

/** "2026-12-07T17:05" for "2026-11-30T17:05" and "7". */
function shiftDays(time: string, days: string | undefined): string {
  const shifted = new Date(`${time}Z`).getTime() + Number(days) * 24 * 60 * 60 * 1000;
  return new Date(shifted).toISOString().slice(0, 16);
}

function showSlots(calendar: HTMLElement, field: HTMLInputElement): void {
  hideSlots(calendar);
  const own = field.defaultValue.slice(11);
  const now = formatVietnamNow();
  for (const day of calendar.querySelectorAll<HTMLElement>("[data-day]")) {
    const slots = document.createElement("ul");
    slots.className = "calendar-slots";
    const times = offeredHours.map((hour) => `${String(hour).padStart(2, "0")}:00`);
    for (const time of [...new Set([own, ...times])].sort()) {
      const value = `${day.dataset["day"]}T${time}`;
      if (value <= now || value === field.defaultValue) continue;
      const name =
        time === own ? dragWords.sameTime(time) : dragWords.hour(Number(time.slice(0, 2)));
      slots.append(dropSlot(name, () => proposeTime(field, value)));
    }
    if (slots.childElementCount > 0) day.append(slots);
  }
}

function hideSlots(calendar: HTMLElement): void {
  for (const slots of calendar.querySelectorAll(".calendar-slots")) slots.remove();
}

function dropSlot(name: string, drop: () => void): HTMLLIElement {
  const slot = document.createElement("li");
  slot.textContent = name;
  slot.addEventListener("dragover", (event) => {
    event.preventDefault();
    slot.classList.add("over");
  });
  slot.addEventListener("dragleave", () => slot.classList.remove("over"));
  slot.addEventListener("drop", (event) => {
    event.preventDefault();
    drop();
  });
  return slot;
}

function proposeTime(field: HTMLInputElement, value: string): void {
  field.value = value;
  const fold = field.closest("details");
  if (fold !== null) fold.open = true;
  fold?.querySelector("button")?.focus();
}

/** "2026-11-30T17:05": the time in Vietnam, as the fields have it. */
function formatVietnamNow(): string {
  return new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 16);
}
