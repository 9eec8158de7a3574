import type { Html } from "../../html/template.ts";
import type { PlacedText, SourceRange } from "../../markdown/placed-text.ts";

/**
 * What is added to a rendered body for an editor. Places are those of the Markdown source. The methods are called in the order
 * of the page.
 */
export type BodyMarks = {
  /** Writes words of the text. */
  words: (words: PlacedText) => Html;
  /** What stands before a block or an item of a list. Called for inner blocks first. */
  before: (place: SourceRange, element: "block" | "item") => Html | null;
  /** Writes a block that stands in no other block. */
  block: (place: SourceRange, element: Html) => Html;
};
