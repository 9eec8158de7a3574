import type { Tokens } from "marked";
import { photoReference } from "../../markdown/body-text.ts";
import { childTokens, type BodyToken } from "../../markdown/body-token.ts";
import { decodeCharacterReferences } from "../../markdown/character-references.ts";
import { html, type Html } from "../../html/template.ts";
import { noteReference } from "./render-notes.ts";
import { photoInText } from "./render-photos.ts";
import type { BodyRendering } from "./render-notes.ts";
import { safeLink } from "../../html/safe-link.ts";

export function inline(tokens: BodyToken[], rendering: BodyRendering): Html {
  return html`${tokens.map((token) => inlineElement(token, rendering))}`;
}

function inlineElement(token: BodyToken, rendering: BodyRendering): Html | string {
  const content = (): Html => inline(childTokens(token), rendering);
  switch (token.type) {
    case "text":
      return childTokens(token).length > 0 ? content() : decodeCharacterReferences(token.text);
    case "escape":
      return token.text;
    case "strong":
      return html`<strong>${content()}</strong>`;
    case "em":
      return html`<em>${content()}</em>`;
    case "del":
      return html`<del>${content()}</del>`;
    case "codespan":
      return html`<code>${token.text}</code>`;
    case "br":
      return html`<br />`;
    case "link":
      return link(token, content(), rendering);
    case "image":
      return photoInText(token, rendering) ?? photoReference(token).alt;
    case "footnoteReference":
      return noteReference(token, rendering);
    case "html":
    case "blockquote":
    case "checkbox":
    case "code":
    case "def":
    case "footnote":
    case "heading":
    case "hr":
    case "list":
    case "list_item":
    case "paragraph":
    case "space":
    case "table":
      return token.raw;
  }
}

/** A link that an article may not have leaves its text. */
function link(token: Tokens.Link, content: Html, { mark }: BodyRendering): Html {
  const safe = safeLink(token.href);
  if (safe === null) return content;
  const place = safe.address.startsWith("/") ? mark.address : null;
  const attributes = html`href="${place}${safe.address}"${safe.isExternal ? html` rel="noopener"` : null}`;
  const title = decodeCharacterReferences(token.title ?? "");
  return title === ""
    ? html`<a ${attributes}>${content}</a>`
    : html`<a ${attributes} title="${title}">${content}</a>`;
}
