import { html } from "../html/template.ts";
import type { Html } from "../html/template.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";

/** The filters of a list: folded on a narrow screen, unless one of them is in use (`isActive`). */
export function renderFilterFold(form: Html, isActive: boolean): Html {
  return html`<details class="filter-fold" ${isActive ? html`open` : null}>
    <summary>${newsroomWords.filters}</summary>
    ${form}
  </details>`;
}
