import type { Colour } from "../../colour.ts";
import { html, type Html } from "../../html/template.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";

/** Letters of one colour on a ground of another: an SVG, because the policy allows no style of an element's own. */
export function colourSample(ground: Colour, ink: Colour): Html {
  return html`<svg
    class="colour-sample"
    viewBox="0 0 120 40"
    width="120"
    height="40"
    aria-hidden="true"
  >
    <rect width="120" height="40" rx="4" fill="${ground}" />
    <text x="60" y="26" font-size="17" text-anchor="middle" fill="${ink}">
      ${settingsWords.sample}
    </text>
  </svg>`;
}
