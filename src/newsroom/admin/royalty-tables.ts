import { html, type Html } from "../../html/template.ts";
import { shortDate } from "../../vietnamese/dates.ts";
import { royaltyWords } from "../../vietnamese/words/royalties.ts";
import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import type { PersonSum, RoyaltyLine, RoyaltyReport } from "./royalties.ts";

/** What each person gets, and the sum. */
export function sumTable({ sums, total }: RoyaltyReport): Html {
  return table(
    royaltyWords.sums,
    royaltyWords.sumColumns,
    1,
    html`<tbody>
        ${sums.map(sumRow)}
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
export function lineTable({ lines }: RoyaltyReport): Html {
  return table(
    royaltyWords.lines,
    royaltyWords.lineColumns,
    4,
    html`<tbody>
      ${lines.map(lineRow)}
    </tbody>`,
  );
}

/** A table that scrolls by itself; the columns from `numbers` on hold numbers. */
function table(name: string, columns: readonly string[], numbers: number, rows: Html): Html {
  return html`<div class="table" tabindex="0" role="region" aria-label="${name}">
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

function sumRow({ person, articles, forArticles, photos, forPhotos, total }: PersonSum): Html {
  return html`<tr>
    <th scope="row">${person}</th>
    <td class="number">${articles}</td>
    <td class="number">${royaltyWords.money(forArticles)}</td>
    <td class="number">${photos}</td>
    <td class="number">${royaltyWords.money(forPhotos)}</td>
    <td class="number">${royaltyWords.money(total)}</td>
  </tr>`;
}

function lineRow({
  person,
  kind,
  article,
  coefficient,
  sharers,
  count,
  amount,
}: RoyaltyLine): Html {
  const { id, title, publishedAt, isWithdrawn } = article;
  return html`<tr>
    <td>${shortDate(new Date(publishedAt))}</td>
    <td class="long">
      <a href="${newsroomArticlePath(id)}">${title}</a>
      ${isWithdrawn ? html`<span class="state state-withdrawn">${royaltyWords.withdrawn}</span>` : null}
    </td>
    <td>${royaltyWords.kinds[kind]}</td>
    <td>
      ${person}
      ${sharers > 1 ? html`<span class="soft">(${royaltyWords.sharedBy(sharers)})</span>` : null}
    </td>
    <td class="number">${royaltyWords.coefficient(coefficient)}</td>
    <td class="number">${count}</td>
    <td class="number">${royaltyWords.money(amount)}</td>
  </tr>`;
}
