import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { make } from "../intake/make-element.ts";
import { afterPause } from "./after-pause.ts";
import type { OpenForm } from "./open-form.ts";

/** Delay after the last change, in ms: a new number lays the page out again, which must not slow down the next word. */
const delay = 1000;

/** A longer title is cut off in search results and shared links. */
const maxTitle = 70;

/** Shows the length of the title, the lede and the body below their fields. */
export function showCounters(page: OpenForm): void {
  const [title, lede, body] = (["title", "lede", "body"] as const).map((name) => {
    const line = make("p", { className: "field-count" });
    page.control(name).closest(".field")?.append(line);
    return line;
  });
  const counter = new WordCounter();
  const count = (): void => {
    const { length } = page.title;
    showText(title, formScriptWords.titleLength(length, maxTitle));
    title?.classList.toggle("too-long", length > maxTitle);
    showText(lede, formScriptWords.words(countWords(page.control("lede").value)));
    showText(body, formScriptWords.words(counter.count(page.body.markdown())));
  };
  const countSoon = afterPause(count, delay);
  for (const event of ["input", "filled"]) page.form.addEventListener(event, countSoon);
  count();
}

/** Leaves a line alone that already says so, because setting it would lay the page out again. */
function showText(line: HTMLElement | undefined, text: string): void {
  if (line !== undefined && line.textContent !== text) line.textContent = text;
}

/** Counts the words of a text again and again. Only lines that changed are read. */
class WordCounter {
  #counts = new Map<string, number>();

  count(markdown: string): number {
    const former = this.#counts;
    this.#counts = new Map();
    let sum = 0;
    for (const line of markdown.split("\n")) {
      const words = former.get(line) ?? countWords(line);
      this.#counts.set(line, words);
      sum += words;
    }
    return sum;
  }
}

/** The words that a reader sees: without the addresses and descriptions of photos and links. */
export function countWords(markdown: string): number {
  const shown = markdown
    .replace(/!\[[^\]\n]{0,600}\]\([^)\n]{0,1200}\)/g, " ")
    .replace(/\]\([^)\n]{0,2000}\)/g, " ");
  return shown.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,:/'’&%-]*/gu)?.length ?? 0;
}
