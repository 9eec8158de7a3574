import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { frontWords } from "../../vietnamese/words/front.ts";

/** The first button of a form. It is hidden; Enter in a one-line field presses it. */
export function renderDefaultButton(step: "find" | "show"): Html {
  return html`<button
    class="default-button"
    type="submit"
    name="step"
    value="${step}"
    tabindex="-1"
    aria-hidden="true"
  ></button>`;
}

/** The handle for the mouse and the buttons that move a place by one. The labels are for screen readers. */
export function renderMoveButtons(
  place: number,
  labels: { drag: string; up: string; down: string },
): Html {
  const move = (by: -1 | 1, word: string, label: string) =>
    html`<button type="submit" name="step" value="${place}:${by}" aria-label="${label}">
      ${word}
    </button>`;
  return html`<button class="scripted front-handle" type="button" aria-label="${labels.drag}">
      ${frontWords.handle}
    </button>
    ${move(-1, frontWords.up, labels.up)} ${move(1, frontWords.down, labels.down)}`;
}

/** Saves the form, or shows in a new tab what the page would become. */
export function renderSaveAndPreview(previewPath: string): Html {
  return html`<div class="row">
    <button class="primary" type="submit" name="step" value="save">${frontWords.save}</button>
    <button type="submit" formmethod="get" formaction="${previewPath}" formtarget="_blank">
      ${frontWords.preview}
    </button>
  </div>`;
}
