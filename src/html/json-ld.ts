import { html, raw, type Html } from "./template.ts";

/** Plain JSON: what schema.org vocabularies are made of. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [name: string]: JsonValue };

/**
 * A block of linked data. It is data, never run, so a content security policy without inline script lets it be.
 * `<` is written as an escape, or a title with `</script>` would end the block.
 */
export function jsonLd(value: JsonValue): Html {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return html`<script type="application/ld+json">
    ${raw(json)}
  </script>`;
}
