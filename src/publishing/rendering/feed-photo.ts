import { digitalSourceTypes } from "../../ai-label.ts";
import type { AiLabel } from "../../ai-label.ts";
import type { SiteOrigin } from "./absolute-address.ts";
import { photoPath, siteSharePath } from "../../addresses/public.ts";
import { makeAbsoluteUrl } from "./absolute-address.ts";
import { fallbackPath, sharePath } from "../../html/picture.ts";
import { xml } from "../../html/xml.ts";
import type { Xml } from "../../html/xml.ts";
import { nameLargestFile, namePlainFile } from "../../photo/photo.ts";
import type { PublishedPhoto, WholeArticle } from "../../published/published.ts";

/** A photo of an article as an integrator takes it over: one absolute address, its size in pixels, its words. */
export type FeedPhoto = {
  url: string;
  width: number;
  height: number;
  alt: string;
  caption: string | null;
  credit: string | null;
  madeByAi: AiLabel | null;
  /** The IPTC term for the same; null for a picture that no AI made or altered. */
  digitalSourceType: string | null;
};

/** The article's photos, each in its largest file: the lead photo first, then the others of the body in their order. */
export function listFeedPhotos(
  site: SiteOrigin,
  { leadPhoto, photos }: Pick<WholeArticle, "leadPhoto" | "photos">,
): FeedPhoto[] {
  const others = photos.filter(({ id }) => id !== leadPhoto?.id);
  const all = leadPhoto === null ? photos : [leadPhoto, ...others];
  return all.map((photo) => describeFeedPhoto(site, photo));
}

function describeFeedPhoto(site: SiteOrigin, photo: PublishedPhoto): FeedPhoto {
  const { alt, caption, credit, madeByAi = null } = photo;
  const { variant, width, height } = nameLargestFile(photo);
  const url = makeFileUrl(site, photo, variant);
  const digitalSourceType = madeByAi === null ? null : digitalSourceTypes[madeByAi];
  return { url, width, height, alt, caption, credit, madeByAi, digitalSourceType };
}

/** The picture that stands for the article in a list: the crop for sharing, else the whole photo, else the site's own. */
export function coverUrl(site: SiteOrigin, photo: PublishedPhoto | null): string {
  const path = photo === null ? siteSharePath : (sharePath(photo) ?? fallbackPath(photo));
  return makeAbsoluteUrl(site, path);
}

/** The same as a file that a feed encloses: the plain photo, else the site's own picture. */
export function coverFile(
  site: SiteOrigin,
  photo: PublishedPhoto | null,
): { url: string; type: string } {
  if (photo === null) return { url: makeAbsoluteUrl(site, siteSharePath), type: "image/jpeg" };
  const { variant, type } = namePlainFile(photo);
  return { url: makeFileUrl(site, photo, variant), type };
}

export function makeFileUrl(site: SiteOrigin, photo: PublishedPhoto, variant: string): string {
  return makeAbsoluteUrl(site, photoPath(photo.id, variant));
}

/** Photos in Media RSS 1.5.1 (https://www.rssboard.org/media-rss), for RSS and Atom alike: namespace `media`. */
export function writeMediaContents(photos: readonly FeedPhoto[]): Xml[] {
  return photos.map(
    ({ url, width, height, alt, caption, credit, digitalSourceType }) => xml`
<media:content url="${url}" medium="image" width="${width}" height="${height}">
<media:description type="plain">${caption ?? alt}</media:description>${
      credit === null
        ? null
        : xml`
<media:credit role="photographer" scheme="urn:ebu">${credit}</media:credit>`
    }${
      digitalSourceType === null
        ? null
        : xml`
<media:category scheme="https://cv.iptc.org/newscodes/digitalsourcetype/">${digitalSourceType}</media:category>`
    }
</media:content>`,
  );
}
