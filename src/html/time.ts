import { html } from "./template.ts";
import type { Html } from "./template.ts";
import {
  formatClockAndDay,
  describeDistance,
  displayDateTime,
  formatIsoWithOffset,
  formatShortDate,
  formatShortDateTime,
} from "../vietnamese/dates.ts";

/** `<time>` that reads "Thứ Năm, 28/01/2021 10:05". `at` is in ms since the epoch. */
export function renderFullTime(at: number): Html {
  const date = new Date(at);
  return html`<time datetime="${formatIsoWithOffset(date)}">${displayDateTime(date)}</time>`;
}

/** `<time>` that reads "28/01/2021". */
export function renderDayTime(at: number): Html {
  const date = new Date(at);
  return html`<time datetime="${formatIsoWithOffset(date)}">${formatShortDate(date)}</time>`;
}

/** `<time>` that reads "28/01/2021 10:05". `at` is in ms since the epoch. */
export function renderShortTime(at: number): Html {
  const date = new Date(at);
  return html`<time datetime="${formatIsoWithOffset(date)}">${formatShortDateTime(date)}</time>`;
}

/**
 * `<time>` that reads "2 giờ trước · 14:05, 30/11/2026". Both times in ms. Only true at `now`: pages with it are never cached,
 * and load again when the browser shows them from its memory.
 */
export function renderRelativeTime(at: number, now: number): Html {
  const date = new Date(at);
  const distance = describeDistance(at, now);
  return html`<time datetime="${formatIsoWithOffset(date)}" data-relative
    >${distance === null ? null : `${distance} · `}${formatClockAndDay(date)}</time
  >`;
}
