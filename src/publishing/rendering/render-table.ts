import type { Tokens } from "marked";
import { readBodyTokens } from "../../markdown/body-token.ts";
import { readDirectoryColumns } from "../../markdown/directory.ts";
import { renderDirectoryRows } from "./render-directory.ts";
import { html, type Html } from "../../html/template.ts";
import { readingWords } from "../../vietnamese/words/reading.ts";
import { renderInline } from "./render-inline.ts";
import type { BodyRendering } from "./render-notes.ts";

/** A wide table scrolls by itself. It is a named region that takes the focus, so it scrolls by keyboard, too. */
export function renderTable(token: Tokens.Table, rendering: BodyRendering): Html {
  rendering.tables++;
  const head = token.header.map((cell) => renderCell(cell, rendering));
  const columns = readDirectoryColumns(token.header.map(({ text }) => text));
  const rows =
    columns === null
      ? token.rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => renderCell(cell, rendering))}
            </tr>`,
        )
      : renderDirectoryRows(token, columns, rendering);
  return html`<section
    class="table${columns === null ? "" : " directory"}"
    aria-label="${readingWords.table(rendering.tables)}"
    tabindex="0"
  >
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      ${
        rows.length === 0
          ? null
          : html`<tbody>
              ${rows}
            </tbody>`
      }
    </table>
  </section>`;
}

function renderCell(cell: Tokens.TableCell, rendering: BodyRendering): Html {
  const content = renderInline(readBodyTokens(cell.tokens), rendering);
  const align = cell.align === null ? null : html` class="${cell.align}"`;
  // An empty corner is not a heading.
  return cell.header && cell.text.trim() !== ""
    ? html`<th scope="col" ${align}>${content}</th>`
    : html`<td${align}>${content}</td>`;
}
