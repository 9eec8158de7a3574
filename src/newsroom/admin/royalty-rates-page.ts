import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import { royaltyWords } from "../../vietnamese/words/royalties.ts";
import { findError, renderFormFaults, renderInputField } from "../fields.ts";
import { royaltiesPath, royaltyRatesPath } from "../../addresses/newsroom.ts";
import { renderAdminPage } from "./admin-page.ts";
import { paidKinds } from "./royalty-rates.ts";
import type { PaidKind } from "./royalty-rates.ts";

/** What the fields hold. */
export type TypedRates = Record<PaidKind | "unit", string>;

const labels: Record<string, string> = {
  ...royaltyWords.kinds,
  unit: royaltyWords.unit,
  photo: royaltyWords.eachPhoto,
};

export function renderRoyaltyRatesPage(
  c: AppContext,
  typed: TypedRates,
  faults: readonly FieldError[],
): Response {
  const number = (name: PaidKind | "unit") =>
    renderInputField({
      name,
      label: labels[name] ?? name,
      value: typed[name],
      error: findError(faults, name),
      required: true,
      more: html`inputmode="decimal" autocomplete="off"`,
    });
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${royaltyWords.ratesLead}</p>
    ${renderFormFaults(
      faults.map(({ path, message }) => ({ path, message: `${labels[path] ?? path}: ${message}` })),
      ["unit", ...paidKinds],
    )}
    <form method="post" action="${royaltyRatesPath}" class="stack">
      ${number("unit")}
      <fieldset>
        <legend>${royaltyWords.coefficients}</legend>
        <div class="admin-filters">${paidKinds.map((kind) => number(kind))}</div>
      </fieldset>
      <p class="row">
        <button class="primary" type="submit">${royaltyWords.save}</button>
        <a href="${royaltiesPath}">${royaltyWords.show}</a>
      </p>
    </form>
  </div>`;
  const status = faults.length > 0 ? 422 : 200;
  return renderAdminPage(c, { title: royaltyWords.ratesTitle, main, status });
}
