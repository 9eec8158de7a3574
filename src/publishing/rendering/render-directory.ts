import type { Tokens } from "marked";
import { readInlineText } from "../../markdown/body-text.ts";
import { readBodyTokens } from "../../markdown/body-token.ts";
import type { DirectoryColumn } from "../../markdown/directory.ts";
import { html, type Html } from "../../html/template.ts";
import { renderInline } from "./render-inline.ts";
import type { BodyRendering } from "./render-notes.ts";
import { renderPhotoInText } from "./render-photos.ts";

/** The rows of a staff directory. Each cell names its column, because a narrow screen shows every person as a card. */
export function renderDirectoryRows(
  { header, rows }: Tokens.Table,
  columns: readonly DirectoryColumn[],
  rendering: BodyRendering,
): Html[] {
  const labels = header.map((cell) => readText(cell));
  return rows.map(
    (row) =>
      html`<tr>
        ${row.map((cell, n) => renderDirectoryCell(cell, { column: columns[n] ?? "other", label: labels[n] ?? "" }, rendering))}
      </tr>`,
  );
}

function renderDirectoryCell(
  cell: Tokens.TableCell,
  { column, label }: { column: DirectoryColumn; label: string },
  rendering: BodyRendering,
): Html {
  const content = renderContent(cell, column, rendering);
  if (column === "name") return html`<th scope="row">${content}</th>`;
  return column === "photo" || readText(cell) === ""
    ? html`<td>${content}</td>`
    : html`<td data-label="${label}">${content}</td>`;
}

/** A number is a link, and is read in one piece. The lexer makes a link of an e-mail address itself. */
function renderContent(
  cell: Tokens.TableCell,
  column: DirectoryColumn,
  rendering: BodyRendering,
): (Html | string | null)[] {
  const tokens = readBodyTokens(cell.tokens);
  if (column === "photo") {
    return tokens.map((token) =>
      token.type === "image"
        ? renderPhotoInText(token, rendering, "5rem")
        : renderInline([token], rendering),
    );
  }
  const text = readText(cell);
  const isPlain = tokens.every(({ type }) => type === "text");
  if (column !== "phone" || !isPlain) return [renderInline(tokens, rendering)];
  if (rendering.marks !== null) return [renderInline(tokens, rendering)];
  return text.split(/(\s*[;,/]\s*)/).map((part) => {
    const number = part.replace(/[^+\d]/g, "");
    return /^[+\d][\d .()-]*$/.test(part.trim()) && number.length >= 3
      ? html`<a href="tel:${number}">${part.replaceAll(" ", "\u00a0")}</a>`
      : part;
  });
}

function readText(cell: Tokens.TableCell): string {
  return readInlineText(readBodyTokens(cell.tokens), () => "").trim();
}
