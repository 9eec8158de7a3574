import type { Tokens } from "marked";
import { readLeafText, readPhotoReference } from "../../markdown/body-text.ts";
import { listChildTokens, type BodyToken } from "../../markdown/body-token.ts";
import { decodeCharacterReferences } from "../../markdown/character-references.ts";
import { html, type Html } from "../../html/template.ts";
import { renderNoteReference } from "./render-notes.ts";
import { renderPhotoInText } from "./render-photos.ts";
import type { BodyRendering } from "./render-notes.ts";
import { readingWords } from "../../vietnamese/words/reading.ts";
import { checkLink } from "../../html/safe-link.ts";

export function renderInline(tokens: BodyToken[], rendering: BodyRendering): Html {
  return html`${tokens.map((token) => renderInlineToken(token, rendering))}`;
}

function renderInlineToken(token: BodyToken, rendering: BodyRendering): Html | string {
  const content = (): Html => renderInline(listChildTokens(token), rendering);
  switch (token.type) {
    case "text":
    case "escape":
      return renderWords(token, rendering) ?? content();
    case "strong":
      return html`<strong>${content()}</strong>`;
    case "em":
      return html`<em>${content()}</em>`;
    case "del":
      return html`<del>${content()}</del>`;
    case "codespan":
      return html`<code>${renderWords(token, rendering)}</code>`;
    case "br":
      return html`<br />`;
    case "link":
      return renderLink(token, content(), rendering);
    case "image":
      return renderPhotoInText(token, rendering) ?? readPhotoReference(token).alt;
    case "checkbox":
      return renderCheckbox(token);
    case "footnoteReference":
      return renderNoteReference(token, rendering);
    case "html":
    case "blockquote":
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

/** The words of a token that is nothing but text; null for any other token. */
function renderWords(token: BodyToken, { marks }: BodyRendering): Html | string | null {
  const words = readLeafText(token);
  if (words === null) return null;
  return marks === null ? words.text : marks.words(words);
}

/** A box of a task list. It is a sign, because readers cannot tick it. */
function renderCheckbox(token: Tokens.Checkbox): Html {
  const label = token.checked ? readingWords.done : readingWords.notDone;
  return html`<span role="img" aria-label="${label}">${token.checked ? "☑" : "☐"}</span>`;
}

/** Of a link that an article may not have, only the text stays. A link around nothing leaves nothing. */
function renderLink(token: Tokens.Link, content: Html, { mark }: BodyRendering): Html {
  const safe = checkLink(token.href);
  if (safe === null || content.toString().trim() === "") return content;
  const place = safe.address.startsWith("/") ? mark.address : null;
  const attributes = html`href="${place}${safe.address}"${safe.isExternal ? html` rel="noopener"` : null}`;
  const title = decodeCharacterReferences(token.title ?? "");
  return title === ""
    ? html`<a ${attributes}>${content}</a>`
    : html`<a ${attributes} title="${title}">${content}</a>`;
}
