import { diffWordsWithSpace } from "diff";
import { html, type Html } from "../../html/template.ts";
import { formWords } from "../../vietnamese/words/form.ts";

/** Texts that differ in more places than this are shown whole: telling them apart would take seconds. */
const mostEdits = 1500;

/** One text as it stands, with what the other one lacks marked. */
export function markedText(text: string, other: string): Html {
  if (text === "") return html`<span class="soft">${formWords.nothing}</span>`;
  const changes = diffWordsWithSpace(other, text, { maxEditLength: mostEdits });
  if (changes === undefined) return html`${text}`;
  return html`${changes
    .filter(({ removed }) => !removed)
    .map(({ value, added }) => (added ? marked(value) : html`${value}`))}`;
}

/** Told, and not only coloured. */
function marked(text: string): Html {
  return html`<mark
    ><span class="told"> ${formWords.onlyHere} </span>${text}<span class="told">
      ${formWords.endOnlyHere}
    </span></mark
  >`;
}
