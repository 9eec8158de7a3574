import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { siteSettings } from "../../site.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";
import { settingsPath } from "../../addresses/newsroom.ts";
import { renderColourSample } from "./colour-sample.ts";
import { renderAdminPage } from "./admin-page.ts";
import { settingText } from "./settings-page.ts";
import type { SettingChange, SettingValues } from "./settings.ts";

/** The page that shows the changes before they are saved. */
export function settingsReview(
  c: AppContext,
  values: SettingValues,
  changes: readonly SettingChange[],
): Response {
  const main = html`<div class="sheet-wide stack">
    <p>${changes.length === 0 ? settingsWords.onlyIgnored : settingsWords.reviewLead}</p>
    ${changes.length === 0 ? null : renderTable(changes)}
    <form method="post" action="${settingsPath}" class="row">
      ${siteSettings.map(
        (name) => html`<input type="hidden" name="${name}" value="${values[name]}" />`,
      )}
      <button class="primary" type="submit" name="step" value="save">${settingsWords.save}</button>
      <button type="submit" name="step" value="edit">${settingsWords.editMore}</button>
    </form>
  </div>`;
  return renderAdminPage(c, { title: settingsWords.reviewTitle, main });
}

function renderTable(changes: readonly SettingChange[]): Html {
  return html`<div
    class="table"
    tabindex="0"
    role="region"
    aria-label="${settingsWords.reviewLead}"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${settingsWords.setting}</th>
          <th scope="col">${settingsWords.before}</th>
          <th scope="col">${settingsWords.after}</th>
        </tr>
      </thead>
      <tbody>
        ${changes.map(
          ({ name, from, to }) =>
            html`<tr>
              <th scope="row">${settingsWords.fields[name].label}</th>
              <td>${renderSettingValue(name, from)}</td>
              <td>${renderSettingValue(name, to)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderSettingValue(name: SettingChange["name"], value: string): Html {
  if (value === "") return html`<span class="soft">${settingsWords.none}</span>`;
  return html`${settingText(name, value)} ${renderColourSample(name, value)}`;
}
