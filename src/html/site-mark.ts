import { html, raw, type Html } from "./template.ts";

/** The mark of the site: the sun over terraced fields, which are also waves of a signal. */
const strokes = '<path d="M7 25c9-7 15 6 34-2M7 33c9-7 15 6 34-2M7 41c9-7 15 6 34-2"/>';

const spark = '<circle cx="32" cy="13" r="5"/>';

export function renderSiteMark(): Html {
  return html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
    <g class="mark-waves">${raw(strokes)}</g>
    <g class="mark-spark">${raw(spark)}</g>
  </svg>`;
}

/** The icon of the site as a file of its own; `ground` is its colour, `#rrggbb`, and `corner` how round it is, of 48. */
export function iconSvg(ground: string, corner: number): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="${corner}" fill="${ground}"/>` +
    `<g fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round">${strokes}</g><g fill="#f2b134">${spark}</g></svg>`
  );
}

/** The picture of a shared link to a page without a photo, 1200 × 630: the mark on the site's colour. */
export function shareSvg(ground: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="${ground}"/>` +
    `<g transform="translate(384 99) scale(9)"><g fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round">${strokes}</g>` +
    `<g fill="#f2b134">${spark}</g></g></svg>`
  );
}
