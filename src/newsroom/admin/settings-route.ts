import type { AppContext } from "../../context.ts";
import { isMenu, siteSettings } from "../../site.ts";
import type { SiteSetting } from "../../site.ts";
import { settingsWords } from "../../vietnamese/words/settings.ts";
import { seeOther } from "../answer.ts";
import { readLine, readRaw, readText } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { settingsPath } from "../../addresses/newsroom.ts";
import { checkSettings } from "./settings-faults.ts";
import { settingsPage } from "./settings-page.ts";
import { settingsReview } from "./settings-review.ts";
import { applySettings, listChanges, readStanding } from "./settings.ts";
import type { SettingValues } from "./settings.ts";

/** GET /toa-soan/quan-tri/thiet-lap. */
export async function getSettings(c: AppContext): Promise<Response> {
  const standing = await readStanding(c.env);
  return settingsPage(c, { standing, values: standing.current, faults: [], note: null });
}

/** The text fields of the settings form. */
export const settingsFields = new RegExp(`^(?:step|${siteSettings.join("|")})$`);

/**
 * POST: checks the typed settings, and shows the changes ("review"), saves them ("save") or opens the form again
 * ("edit").
 */
export async function postSettings(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  const given = readTypedSettings(form);
  const standing = await readStanding(c.env);
  const checked = checkSettings(given);
  if ("faults" in checked) {
    return settingsPage(c, { standing, values: given, faults: checked.faults, note: null });
  }
  const { values } = checked;
  const step = readRaw(form, "step");
  const changes = listChanges(standing.current, values);
  const isSame = changes.length === 0 && standing.ignored.length === 0;
  if (step === "edit" || isSame) {
    const note = isSame ? settingsWords.nothing : null;
    return settingsPage(c, { standing, values, faults: [], note });
  }
  if (step !== "save") return settingsReview(c, values, changes);
  await applySettings(c, standing, changes);
  return seeOther(`${settingsPath}?done=saved`);
}

function readTypedSettings(form: FormData): SettingValues {
  const given = siteSettings.map((name): [SiteSetting, string] => [
    name,
    isMenu(name) ? readText(form, name) : readLine(form, name),
  ]);
  return Object.fromEntries(given) as SettingValues;
}
