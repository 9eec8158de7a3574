import { displayDateTime, isoWithOffset, shortDate } from "../vietnamese/dates.ts";
import { html, type Html } from "./template.ts";

/** `<time>` that reads "Thứ Năm, 28/01/2021 10:05". `at` is in ms since the epoch. */
export function fullTime(at: number): Html {
  const date = new Date(at);
  return html`<time datetime="${isoWithOffset(date)}">${displayDateTime(date)}</time>`;
}

/** `<time>` that reads "28/01/2021". */
export function dayTime(at: number): Html {
  const date = new Date(at);
  return html`<time datetime="${isoWithOffset(date)}">${shortDate(date)}</time>`;
}
