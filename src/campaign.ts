import * as v from "valibot";
import type { PhotoFiles } from "./photo/photo.ts";
import type { Override } from "./site.ts";

/** A time with its end, in ms since the epoch: from `from` on, until before `until`. */
const Period = v.object({ from: v.number(), until: v.number() });

export type Period = v.InferOutput<typeof Period>;

const size = v.object({ width: v.number(), height: v.number() });

/** The files of a photo, as src/photo/photo.ts lists them. They are stored with the banner, so that no page reads them. */
const BannerPhoto = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  type: v.picklist(["image/jpeg", "image/png", "image/webp", "image/gif"]),
  width: v.number(),
  height: v.number(),
  variants: v.record(v.string(), size),
  revision: v.exactOptional(v.string()),
});

/** A picture with a link above the content of every page for readers. `link` is a path of the site or a web address. */
const Banner = v.object({
  ...Period.entries,
  photo: BannerPhoto,
  alt: v.string(),
  link: v.string(),
});

export type Banner = Period & { photo: PhotoFiles & { id: string }; alt: string; link: string };

/** What the site shows for a time: a banner, and grey pages in mourning. */
export type Campaign = {
  banner: Banner | null;
  mourning: Period | null;
  /** Whether staff look at it, who see the photo before it is public. */
  isPreview?: boolean;
};

export const noCampaign: Campaign = { banner: null, mourning: null };

/** The names of the settings that hold them. */
export const campaignSettings = { banner: "banner", mourning: "mourning" } as const;

/** What the banner keeps of a photo. */
export function keepBannerPhoto(photo: Banner["photo"]): Banner["photo"] {
  return v.parse(BannerPhoto, photo) as Banner["photo"];
}

/** The stored campaign. A part that is invalid, after an edit by hand for example, is left out. */
export function readCampaign(overrides: readonly Override[]): Campaign {
  return {
    banner: parseSetting<unknown>(Banner, campaignSettings.banner, overrides) as Banner | null,
    mourning: parseSetting(Period, campaignSettings.mourning, overrides),
  };
}

function parseSetting<Output>(
  schema: v.GenericSchema<unknown, Output>,
  name: string,
  overrides: readonly Override[],
): Output | null {
  const stored = overrides.find((override) => override.name === name);
  if (stored === undefined) return null;
  const parsed = v.safeParse(schema, JSON.parse(stored.value));
  return parsed.success ? parsed.output : null;
}

/** Whether a moment lies in a time. */
export function isDuring({ from, until }: Period, now: number): boolean {
  return from <= now && now < until;
}
