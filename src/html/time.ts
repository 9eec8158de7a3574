import { html } from "./template.ts";
import type { Html } from "./template.ts";
import { displayDateTime, isoWithOffset, shortDate, shortDateTime } from "../vietnamese/dates.ts";

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

/** `<time>` that reads "28/01/2021 10:05". `at` is in ms since the epoch. */
export function shortTime(at: number): Html {
  const date = new Date(at);
  return html`<time datetime="${isoWithOffset(date)}">${shortDateTime(date)}</time>`;
}
