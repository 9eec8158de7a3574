import { html, type Html } from "../../html/template.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import { choiceField } from "../fields.ts";
import { compareVersionsPath } from "../../addresses/newsroom.ts";
import type { VersionLine } from "./version-store.ts";

/** Two versions to choose, and how to see what changed between them. */
export function compareForm(
  articleId: string,
  versions: readonly VersionLine[],
  { from, to }: { from: number; to: number },
): Html {
  const choices = versions.map(({ number }) => ({
    value: String(number),
    label: reviewWords.version(number),
  }));
  return html`<form class="row compare-form" action="${compareVersionsPath(articleId)}">
    ${choiceField({ name: "from", label: reviewWords.from, value: String(from), choices })}
    ${choiceField({ name: "to", label: reviewWords.to, value: String(to), choices })}
    <button type="submit">${reviewWords.compareNow}</button>
  </form>`;
}
