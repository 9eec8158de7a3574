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
  return html`${joined(changes.filter(({ removed }) => !removed)).map(({ value, added }) =>
    added ? marked(value) : html`${value}`,
  )}`;
}

type Piece = { value: string; added: boolean };

/** Words that are new one after another are one piece, with the spaces between them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  pieces.forEach(({ value, added }, n) => {
    const between = value.trim() === "" && pieces[n - 1]?.added && pieces[n + 1]?.added;
    const isNew = added || between === true;
    const last = result.at(-1);
    if (last !== undefined && last.added === isNew) last.value += value;
    else result.push({ value, added: isNew });
  });
  return result;
}

/** Told, and not only coloured. */
function marked(text: string): Html {
  return html`<mark
    ><span class="told"> ${formWords.onlyHere} </span>${text}<span class="told">
      ${formWords.endOnlyHere}
    </span></mark
  >`;
}
