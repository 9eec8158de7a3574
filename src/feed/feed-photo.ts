import type { PublishedArticle, PublishedPhoto } from "../article/published.ts";
import { photoPath } from "../html/addresses.ts";
import { uploadName, variantNames, variantType } from "../photo/photo.ts";
import type { PhotoSource } from "../photo/photo.ts";
import type { Site } from "../site.ts";
import { absoluteUrl } from "./address.ts";
import { photosInHtml } from "./photos-in-html.ts";

/** A photo of an article as an integrator takes it over: one absolute address, its size in pixels, its words. */
export type FeedPhoto = {
  url: string;
  width: number;
  height: number;
  alt: string;
  caption: string | null;
  credit: string | null;
};

/** The article's photos, each as large as it is kept: the lead first, then those of the body in their order. */
export function feedPhotos(site: Site, article: PublishedArticle): FeedPhoto[] {
  const inBody = photosInHtml(site, article.html);
  return article.leadPhoto === null ? inBody : [largestPhoto(site, article.leadPhoto), ...inBody];
}

/** The file that every reader of feeds can show: the JPEG, or the stripped upload where none was made. */
export function plainFile(photo: PublishedPhoto): PhotoSource {
  const jpeg = photo.variants["960.jpg"];
  if (jpeg !== undefined) return { variant: "960.jpg", type: "image/jpeg", ...jpeg };
  const { type, width, height } = photo;
  return { variant: uploadName(type), type, width, height };
}

/** The picture that stands for the article in a list: the crop for sharing, else the whole photo. */
export function coverUrl(site: Site, photo: PublishedPhoto): string {
  const crop = photo.variants["share.jpg"];
  return fileUrl(site, photo, crop === undefined ? plainFile(photo).variant : "share.jpg");
}

export function fileUrl(site: Site, photo: PublishedPhoto, variant: string): string {
  return absoluteUrl(site, photoPath(photo.id, variant));
}

function largestPhoto(site: Site, photo: PublishedPhoto): FeedPhoto {
  const { alt, caption, credit } = photo;
  const { variant, width, height } = largestFile(photo);
  return { url: fileUrl(site, photo, variant), width, height, alt, caption, credit };
}

/** The widest file of the whole photo; of equally wide ones the plain one. */
function largestFile(photo: PublishedPhoto): PhotoSource {
  let largest = plainFile(photo);
  for (const variant of variantNames) {
    const size = photo.variants[variant];
    if (size === undefined || variant === "share.jpg" || size.width <= largest.width) continue;
    largest = { variant, type: variantType(variant), ...size };
  }
  return largest;
}
