import { noteWords } from "../../vietnamese/words/notes.ts";
import {
  readChosenRange,
  findElement,
  NoteComposer,
  placeAround,
  quoteIn,
} from "./note-composer.ts";

/** How long a selection must rest before a note is offered, in ms. */
const rest = 200;

/** Most characters of the chosen words that the offer repeats. */
const maxShown = 24;

/** Offers a note about chosen words, by a button and by Ctrl+Alt+M, and opens the links beside the blocks in place. */
export function offerNotes(template: HTMLTemplateElement): void {
  const composer = new NoteComposer(template);
  const offer = document.createElement("div");
  offer.className = "note-offer";
  offer.hidden = true;
  const button = document.createElement("button");
  button.type = "button";
  offer.append(button);
  document.querySelector(".decision-bar")?.before(offer);

  const openChosen = (): void => {
    const range = readChosenRange();
    const place = range === null ? null : placeAround(findElement(range.startContainer));
    if (range === null || place === null) return;
    offer.hidden = true;
    getSelection()?.removeAllRanges();
    composer.open(place, range);
  };
  // Pressing the button must not take the selection away.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", openChosen);
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const range = readChosenRange();
      offer.hidden = range === null || placeAround(findElement(range.startContainer)) === null;
      if (range !== null && !offer.hidden) {
        const words = quoteIn(range) || noteWords.aboutPhoto;
        button.textContent = noteWords.offer(
          words.length > maxShown ? `${words.slice(0, maxShown)}…` : words,
        );
      }
    }, rest);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.altKey && event.code === "KeyM") openChosen();
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("a.add-note");
    const place = placeAround(link);
    if (link === null || place === null) return;
    event.preventDefault();
    composer.open(place, null);
  });
}
