import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";

/** A text that is selected whole by one click. Script adds a button that copies it. */
export function renderCopyBox(text: string): Html {
  return html`<div class="copy-box" data-copy>
    <p class="once">${text}</p>
    <p class="row">
      <button type="button" hidden>${newsroomWords.copy}</button> <span role="status"></span>
    </p>
  </div>`;
}
