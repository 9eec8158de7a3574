import { createHash } from "node:crypto";
import { findBuiltFile } from "./built-files.ts";
import { html, raw, type Html } from "./template.ts";

/** The style of one kind of page. Pages of readers carry theirs inline; the newsroom links to files, which browsers keep. */
export type Stylesheet = {
  /** `<style>` or `<link>`. */
  element: Html;
  /** The source by which the content security policy allows it: `'sha256-…'` or `'self'`, quotes included. */
  source: string;
};

/**
 * Joins CSS texts, in order, into an inline style. The build has already compacted the text of files: see
 * scripts/css-as-text.ts. No template makes the element: one added space would change the hash.
 */
export function stylesheet(...texts: string[]): Stylesheet {
  const css = texts.join("");
  const hash = createHash("sha256").update(css).digest("base64");
  return { element: raw(`<style>${css}</style>`), source: `'sha256-${hash}'` };
}

/** A link to a stylesheet that scripts/build-client.ts built. */
export function linkStylesheet(name: string): Stylesheet {
  return {
    element: html`<link rel="stylesheet" href="${findBuiltFile("css", name)}" />`,
    source: "'self'",
  };
}
