import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import type { OpenForm } from "./open-form.ts";

/** Delay after the last change, in ms, so that counting never slows a key down. */
const delay = 250;

/** A longer title is cut off in search results and shared links. */
const maxTitle = 70;

/** Shows the length of the title, the lede and the body below their fields. */
export function showCounters(page: OpenForm): void {
  const [title, lede, body] = (["title", "lede", "body"] as const).map((name) => {
    const line = make("p", { className: "field-count" });
    page.control(name).closest(".field")?.append(line);
    return line;
  });
  let timer = 0;
  const count = (): void => {
    timer = 0;
    const { length } = page.title;
    if (title !== undefined) {
      title.textContent = formScriptWords.titleLength(length, maxTitle);
      title.classList.toggle("too-long", length > maxTitle);
    }
    if (lede !== undefined) lede.textContent = wordsOf(page.control("lede").value);
    if (body !== undefined) body.textContent = wordsOf(page.body.markdown());
  };
  const countSoon = (): void => {
    timer ||= window.setTimeout(count, delay);
  };
  for (const event of ["input", "filled"]) page.form.addEventListener(event, countSoon);
  count();
}

function wordsOf(text: string): string {
  return formScriptWords.words(countWords(text));
}

/** The words that a reader sees: without the addresses and descriptions of photos and links. */
export function countWords(markdown: string): number {
  const shown = markdown
    .replace(/!\[[^\]\n]{0,600}\]\([^)\n]{0,1200}\)/g, " ")
    .replace(/\]\([^)\n]{0,2000}\)/g, " ");
  return shown.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,:/'’&%-]*/gu)?.length ?? 0;
}
