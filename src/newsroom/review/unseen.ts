import { html, raw, type Html } from "../../html/template.ts";

/** Words for screen readers only: few of them tell `<del>` from `<ins>`. */
export function renderUnseen(words: string): Html {
  return html`<span class="unseen">${raw(" [")}${words}${raw("] ")}</span>`;
}
