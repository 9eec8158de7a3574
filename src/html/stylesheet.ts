import { createHash } from "node:crypto";
import { raw, type Html } from "./template.ts";

/** The style of one kind of page, inlined into it. */
export type Stylesheet = {
  /** `<style>`. No template makes it: one added space would change its hash, and the policy would refuse it. */
  element: Html;
  /** The source by which the content security policy allows it: `'sha256-…'`, quotes included. */
  hash: string;
};

/** Joins CSS texts, in order. The build has already compacted the text of files: see scripts/css-as-text.ts. */
export function stylesheet(...texts: string[]): Stylesheet {
  const css = texts.join("");
  const hash = createHash("sha256").update(css).digest("base64");
  return { element: raw(`<style>${css}</style>`), hash: `'sha256-${hash}'` };
}
