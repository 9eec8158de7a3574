import { campaignPath } from "../addresses/newsroom.ts";
import type { AppContext } from "../context.ts";
import { readFrontPage } from "../published/front-page-store.ts";
import { parseCampaign, readTypedCampaign } from "../publishing/campaign.ts";
import { readForm } from "../request/read-body.ts";
import { withoutMeasurement } from "../site.ts";
import { renderFrontPage } from "./front-page.ts";
import { answerUnsaved, renderUnsavedFrame } from "./unsaved-preview.ts";

const always = { from: 0, until: Number.MAX_SAFE_INTEGER };

/**
 * POST /toa-soan/quan-tri/chien-dich/xem-truoc: the front page with the typed banner and in mourning, whatever their times.
 * AppError invalid, with every wrong field.
 */
export async function postCampaignPreview(c: AppContext): Promise<Response> {
  const typed = readTypedCampaign(await readForm(c));
  const { banner, mourning } = await parseCampaign(c.env.DB, typed, Date.now());
  const campaign = {
    banner: banner === null ? null : { ...banner, ...always },
    mourning: mourning === null ? null : always,
    isPreview: true,
  };
  const { sections, front } = await readFrontPage(c.env.DB);
  const site = { ...withoutMeasurement(c.var.site), campaign };
  const frame = renderUnsavedFrame(campaignPath, typed);
  return answerUnsaved(site, renderFrontPage(site, sections, front, frame));
}
