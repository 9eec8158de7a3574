import { html, raw, type Html } from "./template.ts";

/** The mark of the site: terraces on a hillside that are also the waves of a transmitter. */
const strokes =
  '<path d="M6 40c9-7 27-7 36 0M11 32c7-5.5 19-5.5 26 0M16 24c4.5-3.5 11.5-3.5 16 0"/>';

const spark = '<circle cx="24" cy="13" r="4.5"/>';

export function siteMark(): Html {
  return html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
    <g class="mark-waves">${raw(strokes)}</g>
    <g class="mark-spark">${raw(spark)}</g>
  </svg>`;
}

/** The icon of the site as a file of its own, for `/favicon.svg`. */
export const faviconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="#0c3558"/>' +
  `<g fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round">${strokes}</g><g fill="#f2b134">${spark}</g></svg>`;
