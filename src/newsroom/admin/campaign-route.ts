import { campaignPath } from "../../addresses/newsroom.ts";
import { campaignSettings, readCampaign } from "../../campaign.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import {
  campaignFields,
  parseCampaign,
  purgeAtTurns,
  purgeFormerPhoto,
  readTypedCampaign,
} from "../../publishing/campaign.ts";
import { readForm } from "../../request/read-body.ts";
import { clearSetting, readSettings, writeSetting } from "../../settings-store.ts";
import { seeOther } from "../answer.ts";
import { readRaw } from "../form-data.ts";
import { staff } from "../guard.ts";
import { campaignPage, fillCampaignForm } from "./campaign-page.ts";
import { changeSite } from "./site-change.ts";

/** The text fields of the form. */
export const campaignFormFields = new RegExp(`^(?:step|${campaignFields.join("|")})$`);

/** GET /toa-soan/quan-tri/chien-dich: the form; `?photo=` names the photo of a new banner. */
export function getCampaign(c: AppContext): Response {
  const typed = fillCampaignForm(c.var.site.campaign, c.req.query("photo") ?? null, Date.now());
  return campaignPage(c, { typed, errors: [] });
}

/** POST: saves the banner and mourning, and requests the purges of the moments when they begin and end. Step "show" only shows the form. */
export async function postCampaign(c: AppContext): Promise<Response> {
  const now = Date.now();
  const form = await readForm(c);
  const typed = readTypedCampaign(form);
  if (readRaw(form, "step") === "show") return campaignPage(c, { typed, errors: [] });
  const db = c.env.DB;
  try {
    const campaign = await parseCampaign(db, typed, now);
    const parts = Object.values(campaignSettings).map((name) => ({ name, value: campaign[name] }));
    await changeSite(
      c,
      [
        ...parts.map(({ name, value }) =>
          value === null
            ? clearSetting(db, name)
            : writeSetting(db, { name, value, at: now, by: staff(c).id }),
        ),
        ...purgeAtTurns(db, campaign, now),
        ...purgeFormerPhoto(db, readCampaign(await readSettings(db)), now),
      ],
      {
        act: "campaign.changed",
        subject: parts.flatMap(({ name, value }) => (value === null ? [] : [name])).join(", "),
        detail: Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "")),
      },
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return campaignPage(c, { typed, errors: error.errors });
  }
  return seeOther(`${campaignPath}?done=saved`);
}
