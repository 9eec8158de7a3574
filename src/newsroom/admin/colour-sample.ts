import { colourPattern, measureContrast } from "../../colour.ts";
import type { Colour } from "../../colour.ts";
import { html, type Html } from "../../html/template.ts";
import { headerInk, linkGround } from "../../site.ts";
import type { SiteSetting } from "../../site.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";

/** What each of the site's colours stands beside. */
export const companions: Partial<Record<SiteSetting, Colour>> = {
  HEADER_COLOUR: headerInk,
  ACCENT_COLOUR: linkGround,
};

/** A sample of a colour beside its companion. Null if the setting or its value is not a colour. */
export function renderColourSample(name: SiteSetting, colour: string): Html | null {
  const beside = companions[name];
  if (beside === undefined || !colourPattern.test(colour)) return null;
  const [ground, ink] = name === "HEADER_COLOUR" ? [colour, beside] : [beside, colour];
  return html`${renderLetters(ground, ink)}
    <span class="soft">${settingsWords.ratio(measureContrast(colour, beside))}</span>`;
}

/** Letters of one colour on a ground of another: an SVG, because the policy allows no style of an element's own. */
function renderLetters(ground: Colour, ink: Colour): Html {
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
