import { icon } from "../html/icons.ts";
import { html, type Html } from "../html/template.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** Listening and the size of letters. Both need script (src/client/), and show only with it. */
export function readingTools(): Html {
  return html`<div class="tools scripted">
    <div class="listen" hidden>
      <button type="button">${icon("listen")}<span>${readingWords.listen}</span></button>
      <button type="button" hidden>${readingWords.stopListening}</button>
    </div>
    <div class="sizes" role="group" aria-label="${readingWords.textSize}">
      ${readingWords.textSizes.map(
        ({ size, name }) =>
          html`<button
            type="button"
            value="${size}"
            aria-pressed="${size === ""}"
            aria-label="${name}"
          >
            A
          </button>`,
      )}
    </div>
  </div>`;
}
