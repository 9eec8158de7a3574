import {
  campaignPath,
  campaignPreviewPath,
  mediaPath,
  mediaPhotoPath,
} from "../../addresses/newsroom.ts";
import type { Campaign, Period } from "../../campaign.ts";
import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { isMourning, renderBanner } from "../../html/campaign.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import type { TypedCampaign } from "../../publishing/campaign.ts";
import { campaignFields } from "../../publishing/campaign.ts";
import { campaignWords } from "../../vietnamese/words/campaign.ts";
import { toWallClock } from "../article/schedule-presets.ts";
import { fieldId, findError, renderFormFaults, renderInputField } from "../fields.ts";
import type { InputField } from "../fields.ts";
import { renderAdminPage } from "./admin-page.ts";

/** The form as it was typed, and what is wrong with it. */
export type CampaignForm = { typed: TypedCampaign; errors: readonly FieldError[] };

/** The page on which an admin sets the banner and mourning. */
export function campaignPage(c: AppContext, { typed, errors }: CampaignForm): Response {
  const field = (name: keyof TypedCampaign, more: Partial<InputField>): Html =>
    renderInputField({
      label: "",
      ...more,
      name,
      value: typed[name],
      error: findError(errors, name),
    });
  const time = (name: keyof TypedCampaign, label: string, hint: string): Html =>
    field(name, { label, type: "datetime-local", hint });
  const main = html`<div class="sheet-wide stack">
    <p class="soft">${campaignWords.lead}</p>
    ${renderPresent(c.var.site.campaign, Date.now())} ${renderFormFaults(errors, campaignFields)}
    <form method="post" action="${campaignPath}" class="stack">
      <fieldset class="stack">
        <legend>${campaignWords.banner}</legend>
        ${renderTick("banner", campaignWords.showBanner, typed)}
        <div data-photo-field="${fieldId("alt")}">
          ${field("photo", { label: campaignWords.photo, hint: campaignWords.photoHint })}
        </div>
        <p><a class="button" href="${mediaPath}">${campaignWords.library}</a></p>
        ${field("alt", { label: campaignWords.alt, hint: campaignWords.altHint })}
        ${field("link", { label: campaignWords.link, hint: campaignWords.linkHint })}
        ${time("bannerFrom", campaignWords.from, campaignWords.fromHint)}
        ${time("bannerUntil", campaignWords.until, campaignWords.untilHint)}
      </fieldset>
      <fieldset class="stack">
        <legend>${campaignWords.mourning}</legend>
        ${renderTick("mourning", campaignWords.showMourning, typed)}
        ${time("mourningFrom", campaignWords.from, campaignWords.fromHint)}
        ${time("mourningUntil", campaignWords.until, campaignWords.untilHint)}
      </fieldset>
      <p class="row">
        <button class="primary" type="submit">${campaignWords.save}</button>
        <button type="submit" formaction="${campaignPreviewPath}" formtarget="_blank">
          ${campaignWords.preview}
        </button>
      </p>
    </form>
  </div>`;
  return renderAdminPage(c, {
    title: campaignWords.title,
    main,
    status: errors.length > 0 ? 422 : 200,
  });
}

/** What readers see now, and the banner as they see it. */
function renderPresent(campaign: Campaign, now: number): Html {
  const banner = renderBanner({ ...campaign, isPreview: true }, now);
  const said = [
    ...(banner === null ? [] : [campaignWords.bannerNow]),
    ...(isMourning(campaign, now) ? [campaignWords.mourningNow] : []),
  ];
  return html`<section aria-labelledby="bay-gio">
    <h2 id="bay-gio">${campaignWords.current}</h2>
    <p>${said.length === 0 ? campaignWords.nothingNow : said.join(" ")}</p>
    ${banner}
  </section>`;
}

function renderTick(name: "banner" | "mourning", label: string, typed: TypedCampaign): Html {
  return html`<label class="tick"
    ><input
      type="checkbox"
      name="${name}"
      value="on"
      ${typed[name] === "" ? null : html`checked`}
    />
    ${label}</label
  >`;
}

/** The form of the stored campaign. What has ended is no longer ticked. `photo` is the id of another photo for the banner. */
export function fillCampaignForm(
  { banner, mourning }: Campaign,
  photo: string | null,
  now: number,
): TypedCampaign {
  const tick = (period: Period | null) => (period !== null && now < period.until ? "on" : "");
  const time = (at: number | undefined) => (at === undefined ? "" : toWallClock(at));
  const id = photo ?? banner?.photo.id ?? null;
  return {
    banner: photo === null ? tick(banner) : "on",
    mourning: tick(mourning),
    photo: id === null ? "" : mediaPhotoPath(id),
    alt: photo === null ? (banner?.alt ?? "") : "",
    link: banner?.link ?? "",
    bannerFrom: time(banner?.from),
    bannerUntil: time(banner?.until),
    mourningFrom: time(mourning?.from),
    mourningUntil: time(mourning?.until),
  };
}
