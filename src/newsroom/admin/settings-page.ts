import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { isMenu, siteSettings } from "../../site.ts";
import type { SiteSetting } from "../../site.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";
import {
  findError,
  renderChoiceField,
  renderFormFaults,
  renderInputField,
  renderTextField,
} from "../fields.ts";
import { settingsPath } from "../../addresses/newsroom.ts";
import { renderColourSample } from "./colour-sample.ts";
import { renderAdminPage } from "./admin-page.ts";
import type { SettingValues, Standing } from "./settings.ts";

const groups: { name: keyof typeof settingsWords.groups; fields: SiteSetting[] }[] = [
  { name: "site", fields: ["SITE_NAME", "SITE_TAGLINE"] },
  {
    name: "agency",
    fields: [
      ...(["AGENCY_NAME", "AGENCY_PARENT", "AGENCY_RESPONSIBLE"] as const),
      ...(["AGENCY_ADDRESS", "AGENCY_PHONE", "AGENCY_EMAIL"] as const),
    ],
  },
  { name: "portal", fields: ["PORTAL_NAME", "PORTAL_URL"] },
  { name: "colours", fields: ["HEADER_COLOUR", "ACCENT_COLOUR"] },
  { name: "measurement", fields: ["VIEW_SAMPLING", "MEASUREMENT_SCRIPT"] },
  { name: "menus", fields: ["HEADER_MENU", "FOOTER_MENU"] },
  { name: "videos", fields: ["VIDEO_CARDS"] },
];

export type SettingsForm = {
  standing: Standing;
  /** What the fields hold. */
  values: SettingValues;
  faults: readonly FieldError[];
  /** The message above the form, or null. */
  note: string | null;
};

/** The form of the site's settings. */
export function settingsPage(c: AppContext, form: SettingsForm): Response {
  const { standing, faults, note } = form;
  const known = groups.flatMap(({ fields }) => fields);
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${settingsWords.lead}</p>
    ${note === null ? null : html`<p class="note" role="status">${note}</p>`}
    ${
      standing.ignored.length === 0
        ? null
        : html`<p class="faults">${settingsWords.ignored(standing.ignored.join(", "))}</p>`
    }
    ${renderFormFaults(
      faults.map(({ path, message }) => ({ path, message: named(path, message) })),
      known,
    )}
    <form method="post" action="${settingsPath}" class="stack">
      ${groups.map(
        ({ name, fields }) =>
          html`<fieldset class="stack">
            <legend>${settingsWords.groups[name]}</legend>
            ${fields.map((field) => renderSettingField(field, form))}
            ${name === "menus" ? renderMenuLines(standing.menuLines) : null}
          </fieldset>`,
      )}
      ${renderDeployment(c)}
      <button class="primary" type="submit" name="step" value="review">
        ${settingsWords.review}
      </button>
    </form>
  </div>`;
  return renderAdminPage(c, {
    title: settingsWords.title,
    main,
    status: faults.length > 0 ? 422 : 200,
  });
}

/** Above the form a fault needs the name of its field. */
function named(path: string, message: string): string {
  const setting = siteSettings.find((name) => name === path);
  return setting === undefined ? message : `${settingsWords.fields[setting].label}: ${message}`;
}

function renderSettingField(name: SiteSetting, { standing, values, faults }: SettingsForm): Html {
  const { label, hint } = settingsWords.fields[name];
  const deployed = standing.deployed[name];
  const hints = [
    ...(hint === null ? [] : [hint]),
    ...(standing.current[name] === deployed
      ? []
      : [settingsWords.deployedAs(settingText(name, deployed))]),
  ];
  const shown = {
    name,
    label,
    value: values[name],
    hint: hints.length === 0 ? null : hints.join(" "),
    error: findError(faults, name),
  };
  const choices = listChoices(name);
  if (choices.length > 0) return renderChoiceField({ ...shown, choices });
  if (isMenu(name)) return renderTextField({ ...shown, rows: 8 });
  const field = renderInputField({ ...shown, required: name !== "MEASUREMENT_SCRIPT" });
  const sample = renderColourSample(name, values[name]);
  return html`${field} ${sample === null ? null : html`<p class="row">${sample}</p>`}`;
}

/** Lines to choose from: every public page and section. */
function renderMenuLines(lines: readonly string[]): Html {
  return html`<details>
    <summary>${settingsWords.menuLines}</summary>
    <ul>
      ${lines.map((line) => html`<li><code>${line}</code></li>`)}
    </ul>
  </details>`;
}

/** A value as the form says it. */
export function settingText(name: SiteSetting, value: string): string {
  return listChoices(name).find((choice) => choice.value === value)?.label ?? value;
}

/** The values of a setting that has only a few; none for other settings. */
function listChoices(name: SiteSetting): readonly { value: string; label: string }[] {
  if (name === "VIDEO_CARDS") return settingsWords.videoCards;
  return name === "VIEW_SAMPLING" ? settingsWords.viewSampling : [];
}

function renderDeployment(c: AppContext): Html {
  const values: Record<string, string> = {
    BASE_URL: c.env.BASE_URL,
    TOKEN_KEY: settingsWords.secret,
  };
  return html`<fieldset>
    <legend>${settingsWords.groups.deployment}</legend>
    <dl>
      ${settingsWords.deployment.map(
        ({ name, what }) =>
          html`<dt>${what} (${name})</dt>
            <dd>${values[name] ?? ""}</dd>`,
      )}
    </dl>
  </fieldset>`;
}
