import { html, type Html } from "../../html/template.ts";
import { formatShortDate } from "../../vietnamese/dates.ts";
import { royaltyWords } from "../../vietnamese/words/royalties.ts";
import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import type { PersonSum, RoyaltyLine, RoyaltyReport } from "./royalties.ts";

/** What each person gets, and the sum. */
export function renderSumTable({ sums, total }: RoyaltyReport): Html {
  return renderTable(
    royaltyWords.sums,
    royaltyWords.sumColumns,
    1,
    html`<tbody>
        ${sums.map(renderSumRow)}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="5">${royaltyWords.total}</th>
          <td class="number">${royaltyWords.money(total)}</td>
        </tr>
      </tfoot>`,
  );
}

/** Every article and the photos of it, a line a person. */
export function renderLineTable({ lines }: RoyaltyReport): Html {
  return renderTable(
    royaltyWords.lines,
    royaltyWords.lineColumns,
    4,
    html`<tbody>
      ${lines.map(renderLineRow)}
    </tbody>`,
  );
}

/** A table that scrolls by itself; the columns from `numbers` on hold numbers. */
function renderTable(name: string, columns: readonly string[], numbers: number, rows: Html): Html {
  return html`<div class="table stacked" tabindex="0" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${columns.map(
            (column, n) =>
              html`<th scope="col" class="${n < numbers ? "text" : "number"}">${column}</th>`,
          )}
        </tr>
      </thead>
      ${rows}
    </table>
  </div>`;
}

function renderSumRow({
  person,
  articles,
  forArticles,
  photos,
  forPhotos,
  total,
}: PersonSum): Html {
  const numbers = [
    articles,
    royaltyWords.money(forArticles),
    photos,
    royaltyWords.money(forPhotos),
    royaltyWords.money(total),
  ];
  return html`<tr>
    <th scope="row">${person}</th>
    ${numbers.map(
      (value, n) =>
        html`<td class="number" data-label="${royaltyWords.sumColumns[n + 1] ?? ""}">${value}</td>`,
    )}
  </tr>`;
}

function renderLineRow({
  person,
  kind,
  article,
  coefficient,
  sharers,
  count,
  amount,
}: RoyaltyLine): Html {
  const { id, title, publishedAt, isWithdrawn } = article;
  const [date, , type, receiver, factor, number, sum] = royaltyWords.lineColumns;
  return html`<tr>
    <td data-label="${date}">${formatShortDate(new Date(publishedAt))}</td>
    <td class="long">
      <a href="${newsroomArticlePath(id)}">${title}</a>
      ${isWithdrawn ? html`<span class="state state-withdrawn">${royaltyWords.withdrawn}</span>` : null}
    </td>
    <td data-label="${type}">${royaltyWords.kinds[kind]}</td>
    <td data-label="${receiver}">
      <span
        >${person}
        ${sharers > 1 ? html`<span class="soft">(${royaltyWords.sharedBy(sharers)})</span>` : null}</span
      >
    </td>
    <td class="number" data-label="${factor}">${royaltyWords.coefficient(coefficient)}</td>
    <td class="number" data-label="${number}">${count}</td>
    <td class="number" data-label="${sum}">${royaltyWords.money(amount)}</td>
  </tr>`;
}
