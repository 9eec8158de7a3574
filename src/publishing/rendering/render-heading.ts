import type { Tokens } from "marked";
import { readInlineText, readPhotoReference } from "../../markdown/body-text.ts";
import { readBodyTokens } from "../../markdown/body-token.ts";
import { html, type Html } from "../../html/template.ts";
import { slugify } from "../../vietnamese/slug.ts";
import { renderInline } from "./render-inline.ts";
import type { BodyRendering } from "./render-notes.ts";

/**
 * The page has one h1, its title. So `#` and `##` become h2, and no level is skipped, whatever the author wrote. An empty
 * heading leaves nothing.
 */
export function renderHeading(token: Tokens.Heading, rendering: BodyRendering): Html | null {
  const tokens = readBodyTokens(token.tokens);
  const content = renderInline(tokens, rendering);
  if (content.toString().trim() === "") return null;
  const text = readInlineText(tokens, (image) => readPhotoReference(image).alt).trim();
  rendering.level = Math.min(Math.max(token.depth, 2), rendering.level + 1);
  return writeHeading(rendering.level, chooseHeadingId(text, rendering), content);
}

/** The prefix keeps headings from taking the id of a part of the page. */
function chooseHeadingId(text: string, rendering: BodyRendering): string {
  const slug = slugify(text);
  for (;;) {
    const count = (rendering.headings.get(slug) ?? 0) + 1;
    rendering.headings.set(slug, count);
    const name = count === 1 ? slug : `${slug}-${count}`;
    if (count === 1) return `muc-${name}`;
    if (rendering.headings.has(name)) continue;
    rendering.headings.set(name, 1);
    return `muc-${name}`;
  }
}

function writeHeading(level: number, id: string, content: Html): Html {
  if (level === 2) return html`<h2 id="${id}">${content}</h2>`;
  if (level === 3) return html`<h3 id="${id}">${content}</h3>`;
  if (level === 4) return html`<h4 id="${id}">${content}</h4>`;
  if (level === 5) return html`<h5 id="${id}">${content}</h5>`;
  return html`<h6 id="${id}">${content}</h6>`;
}
