import { createHash } from "node:crypto";
import { raw, type Html } from "./template.ts";

/** The style of one kind of page, inlined into it. */
export type Stylesheet = {
  /** `<style>`, made without a template: one space more, and the hash would not allow it. */
  element: Html;
  /** The source by which the content security policy allows it: `'sha256-…'`, quotes included. */
  hash: string;
};

/** Joins CSS files, in order, and takes their comments and spare white space away. */
export function stylesheet(...files: string[]): Stylesheet {
  const css = compact(files.join("\n"));
  const hash = createHash("sha256").update(css).digest("base64");
  return { element: raw(`<style>${css}</style>`), hash: `'sha256-${hash}'` };
}

/** Enough for our own files: no string in them holds a brace, a semicolon, a comma or a comment. */
function compact(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replaceAll(";}", "}")
    .trim();
}
