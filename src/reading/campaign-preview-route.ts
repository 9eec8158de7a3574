import type { AppContext } from "../context.ts";
import { htmlType } from "../html/page.ts";
import { readFrontPage } from "../published/front-page-store.ts";
import { parseCampaign, readTypedCampaign } from "../publishing/campaign.ts";
import { readForm } from "../request/read-body.ts";
import { renderFrontPage } from "./front-page.ts";

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
  const page = renderFrontPage({ ...c.var.site, campaign }, sections, front);
  return new Response(page, { headers: { "content-type": htmlType } });
}
