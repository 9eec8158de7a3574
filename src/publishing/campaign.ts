import { keepBannerPhoto } from "../campaign.ts";
import type { Banner, Campaign, Period } from "../campaign.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { checkLink } from "../html/safe-link.ts";
import { findStaffPhoto } from "../photo/photo-store.ts";
import { parseMoment } from "../request/read-value.ts";
import { campaignWords } from "../vietnamese/words/campaign.ts";
import { normaliseLine } from "../vietnamese/normalise.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import { showPhoto } from "./rendering/render-photos.ts";

/** The form of the campaign as it was typed. Times are local times of Vietnam. */
export type TypedCampaign = Record<(typeof campaignFields)[number], string>;

/** The fields of the form. The first two are ticked ("on") where there shall be such a thing. */
export const campaignFields = [
  "banner",
  "mourning",
  "photo",
  "alt",
  "link",
  "bannerFrom",
  "bannerUntil",
  "mourningFrom",
  "mourningUntil",
] as const;

/** The fields of a sent form, normalised. A missing one is empty. */
export function readTypedCampaign(form: FormData): TypedCampaign {
  const given = campaignFields.map((name) => {
    const value = form.get(name);
    return [name, typeof value === "string" ? normaliseLine(value).text : ""];
  });
  return Object.fromEntries(given) as TypedCampaign;
}

const maxAltLength = 300;
const year = 366 * 24 * 60 * 60 * 1000;

/** Reads a campaign from its form. An empty beginning means now. Throws AppError invalid, which names every wrong field. */
export async function parseCampaign(
  db: D1Database,
  typed: TypedCampaign,
  now: number,
): Promise<Campaign> {
  const errors: FieldError[] = [];
  const banner = typed.banner === "" ? null : await parseBanner(db, typed, now, errors);
  const mourning =
    typed.mourning === ""
      ? null
      : parsePeriod(typed, ["mourningFrom", "mourningUntil"], now, errors);
  if (errors.length > 0) throw new AppError("invalid", campaignWords.refused, errors);
  return { banner, mourning };
}

async function parseBanner(
  db: D1Database,
  typed: TypedCampaign,
  now: number,
  errors: FieldError[],
): Promise<Banner | null> {
  const period = parsePeriod(typed, ["bannerFrom", "bannerUntil"], now, errors);
  const id = /[0-9a-f]{64}/.exec(typed.photo)?.[0] ?? "";
  const photo = id === "" ? null : await findStaffPhoto(db, id, null);
  if (photo === null) errors.push({ path: "photo", message: campaignWords.noPhoto });
  if (typed.alt === "") errors.push({ path: "alt", message: campaignWords.noAlt });
  if (typed.alt.length > maxAltLength) {
    errors.push({ path: "alt", message: campaignWords.tooLong(maxAltLength) });
  }
  const link = checkLink(typed.link);
  const isPage = link !== null && /^(?:https?:|\/)/i.test(link.address);
  if (!isPage) errors.push({ path: "link", message: campaignWords.noLink });
  if (period === null || photo === null || link === null) return null;
  return {
    ...period,
    photo: keepBannerPhoto(showPhoto(photo)),
    alt: typed.alt,
    link: link.address,
  };
}

function parsePeriod(
  typed: TypedCampaign,
  [begin, end]: readonly [keyof TypedCampaign, keyof TypedCampaign],
  now: number,
  errors: FieldError[],
): Period | null {
  const from = typed[begin] === "" ? now : parseMoment(`${typed[begin]}+07:00`);
  const until = parseMoment(`${typed[end]}+07:00`);
  if (from === null) errors.push({ path: begin, message: campaignWords.noTime });
  if (until === null) errors.push({ path: end, message: campaignWords.noTime });
  if (from === null || until === null) return null;
  if (until <= Math.max(from, now)) errors.push({ path: end, message: campaignWords.endsTooEarly });
  else if (until > now + year) errors.push({ path: end, message: campaignWords.endsTooLate });
  return { from, until };
}

/**
 * The statements that purge every page when a part of the campaign begins and ends. They are outbox rows that are due then, so
 * the clock does them within that minute and repeats what fails, as it does after a scheduled publication. When the campaign is
 * changed before, they purge once too often.
 */
export function purgeAtTurns(
  db: D1Database,
  { banner, mourning }: Campaign,
  now: number,
): D1PreparedStatement[] {
  const periods = [banner, mourning].filter((period) => period !== null);
  const turns = new Set(periods.flatMap(({ from, until }) => [from, until]));
  const photos = banner === null ? [] : [tags.photo(banner.photo.id)];
  return [...turns]
    .filter((at) => at > now)
    .map((at) => requestPurge(db, { tags: [tags.site, ...photos], rounds: purgeRounds, at }));
}

/** The statements that purge the photo of a banner that is replaced, because it may no longer be public. */
export function purgeFormerPhoto(
  db: D1Database,
  { banner }: Campaign,
  now: number,
): D1PreparedStatement[] {
  if (banner === null) return [];
  const photo = [tags.photo(banner.photo.id)];
  return [requestPurge(db, { tags: photo, rounds: purgeRounds, at: now })];
}
