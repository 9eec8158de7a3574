import type { Tokens } from "marked";
import { readBodyTokens, listChildTokens, type BodyToken } from "../../markdown/body-token.ts";
import { lexBody } from "../../markdown/markdown.ts";
import { findSourceRange } from "../../markdown/placed-text.ts";
import type { SourceRange } from "../../markdown/placed-text.ts";
import { html, raw, type Html } from "../../html/template.ts";
import type { StoredFile } from "../../file/file.ts";
import type { PublishedBody } from "../../published/published.ts";
import type { BodyMarks } from "./place-marks.ts";
import { placeMarks } from "./place-marks.ts";
import { renderHeading } from "./render-heading.ts";
import { renderInline } from "./render-inline.ts";
import { renderNotes } from "./render-notes.ts";
import { renderPhotoParagraph } from "./render-photos.ts";
import type { BodyRendering, PhotoToShow } from "./render-notes.ts";
import { renderTable } from "./render-table.ts";
import { renderVideoParagraph } from "./render-video.ts";

/**
 * The safe HTML of a body in Markdown, with the places of its photos and addresses. `photos` and `files` are the stored ones by id.
 * Every token of the lexer has a template of ours, which escapes its values. So nothing an author writes reaches the page
 * as markup. `marks` adds what an editor sees beside the words; readers get none.
 */
export function renderBody(
  markdown: string,
  photos: ReadonlyMap<string, PhotoToShow>,
  files: ReadonlyMap<string, StoredFile> = new Map(),
  marks: BodyMarks | null = null,
): PublishedBody {
  const { tokens, footnotes } = lexBody(markdown);
  const rendering: BodyRendering = {
    photos,
    files,
    recordings: [],
    footnotes,
    notes: new Map(),
    headings: new Map(),
    level: 1,
    outer: new Set(tokens),
    tables: 0,
    mark: placeMarks(),
    marks,
  };
  const body = renderOuterBlocks(tokens, rendering);
  const marked = html`${body}${renderNotes(rendering, renderBlocks)}`.toString();
  return { ...rendering.mark.takeOut(marked), recordings: rendering.recordings };
}

/** The blocks that stand in no other block, each with what the marks add to it. */
function renderOuterBlocks(tokens: BodyToken[], rendering: BodyRendering): Html[] {
  const { marks } = rendering;
  if (marks === null) return renderBlocks(tokens, rendering);
  return tokens.flatMap((token) => {
    const made = renderBlocks([token], rendering);
    return made.length === 0 ? [] : [marks.block(readPlace(token), html`${made}`), lineEnd];
  });
}

/** Stands between blocks, so that their words stay separate when a program strips the tags. */
const lineEnd = raw("\n");

function renderBlocks(tokens: BodyToken[], rendering: BodyRendering): Html[] {
  const shown = tokens
    .map((token) => renderMarkedBlock(token, rendering))
    .filter((made) => made !== null);
  return shown.flatMap((made, place) => (place === 0 ? [made] : [lineEnd, made]));
}

/** The marks of an inner block come first: what stands before it does not stand before the outer block. */
function renderMarkedBlock(token: BodyToken, rendering: BodyRendering): Html | null {
  const made = renderBlock(token, rendering);
  if (made === null || rendering.marks === null) return made;
  return html`${rendering.marks.before(readPlace(token), "block")}${made}`;
}

function readPlace(token: BodyToken): SourceRange {
  return findSourceRange(token.pieces, 0, token.raw.length);
}

function renderBlock(token: BodyToken, rendering: BodyRendering): Html | null {
  switch (token.type) {
    case "paragraph":
      return renderParagraph(token, rendering);
    case "heading":
      return renderHeading(token, rendering);
    case "list":
      return renderList(token, rendering);
    case "blockquote":
      return html`<blockquote>${renderBlocks(listChildTokens(token), rendering)}</blockquote>`;
    case "table":
      return renderTable(token, rendering);
    case "code":
      return html`<pre><code>${token.text}</code></pre>`;
    case "hr":
      return html`<hr />`;
    case "space":
    case "def":
    case "footnote":
      return null;
    case "list_item":
      return html`${renderBlocks(listChildTokens(token), rendering)}`;
    case "text":
    case "html":
    case "br":
    case "checkbox":
    case "codespan":
    case "del":
    case "em":
    case "escape":
    case "footnoteReference":
    case "image":
    case "link":
    case "strong":
      return renderInline([token], rendering);
  }
}

function renderParagraph(token: Tokens.Paragraph, rendering: BodyRendering): Html | null {
  const tokens = readBodyTokens(token.tokens);
  return (
    renderPhotoParagraph(tokens, rendering) ??
    (rendering.outer.has(token) ? renderVideoParagraph(token, rendering) : null) ??
    html`<p>${renderInline(tokens, rendering)}</p>`
  );
}

function renderList(token: Tokens.List, rendering: BodyRendering): Html {
  const items = token.items.map((item) => {
    const before = rendering.marks?.before(readPlace(item as BodyToken), "item") ?? null;
    return html`${before}
      <li>${renderBlocks(readBodyTokens(item.tokens), rendering)}</li>`;
  });
  if (!token.ordered)
    return html`<ul>
      ${items}
    </ul>`;
  const start = typeof token.start === "number" && token.start !== 1 ? token.start : null;
  return start === null
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ol start="${start}">
        ${items}
      </ol>`;
}
