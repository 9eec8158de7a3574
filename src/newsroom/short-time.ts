import { html, type Html } from "../html/template.ts";
import { isoWithOffset, shortDateTime } from "../vietnamese/dates.ts";

/** `<time>` that reads "28/01/2021 10:05". `at` is in ms since the epoch. */
export function shortTime(at: number): Html {
  const date = new Date(at);
  return html`<time datetime="${isoWithOffset(date)}">${shortDateTime(date)}</time>`;
}
