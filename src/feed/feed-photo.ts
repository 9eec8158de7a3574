import type { PublishedArticle, PublishedPhoto } from "../published/published.ts";
import { photoPath } from "../addresses/public.ts";
import { uploadName, variantNames, variantType } from "../photo/photo.ts";
import type { PhotoSource } from "../photo/photo.ts";
import type { Site } from "../site.ts";
import { absoluteUrl } from "./address.ts";
import { decodeCharacterReferences } from "../markdown/character-references.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/**
 * The photos of an article's body, in their order, read back from the HTML that our own renderer made at publication
 * (attributes in double quotes, `<` only in tags, figures not nested): each with the widest of its files.
 */
export function photosInHtml(site: Site, html: string): FeedPhoto[] {
  return [...html.matchAll(photoMarkup)].flatMap(([markup]) => photoOf(site, markup) ?? []);
}

/** A figure, or a picture or an image that stands amid text. */
const photoMarkup =
  /<figure\b[^]*?<\/figure>|<picture\b[^]*?<\/picture>|<img\b(?:[^"<>]|"[^"]*")*>/g;

function photoOf(site: Site, markup: string): FeedPhoto | null {
  const tag = /<img\b(?:[^"<>]|"[^"]*")*>/.exec(markup)?.[0];
  if (tag === undefined) return null;
  const attributes = [...tag.matchAll(/\s([^\s"=<>]+)="([^"]*)"/g)];
  const image = new Map(
    attributes.map(([, name, value]) => [name, decodeCharacterReferences(value ?? "")]),
  );
  const whole = { width: Number(image.get("width")), height: Number(image.get("height")) };
  const words = /<figcaption\b[^>]*>([^]*?)<\/figcaption>/.exec(markup)?.[1] ?? "";
  const credit = creditSpan.exec(words)?.[1] ?? "";
  return {
    ...widestFile(site, [image.get("src") ?? "", ...filesInSets(markup)], whole),
    alt: image.get("alt") ?? "",
    caption: textOf(words.replace(creditSpan, "")),
    credit: textOf(credit.replace(readingWords.photoBy(""), "")),
  };
}

/** The addresses in every `srcset`. */
function filesInSets(markup: string): string[] {
  const sets = [...markup.matchAll(/\ssrcset="([^"]*)"/g)].map(([, set]) => set ?? "");
  return sets.flatMap((set) =>
    set.split(",").map((candidate) => candidate.trim().split(" ")[0] ?? ""),
  );
}

type Size = { width: number; height: number };

/** Of equally wide files the first. `whole` is the size of the whole photo. */
function widestFile(site: Site, paths: string[], whole: Size): Size & { url: string } {
  const files = paths.map((path) => ({
    url: absoluteUrl(site, path),
    width: widthOf(path, whole),
  }));
  const widest = files.reduce((best, file) => (file.width > best.width ? file : best));
  return { ...widest, height: Math.round((whole.height * widest.width) / whole.width) };
}

/** A variant's name tells its width, "960.webp", unless the photo itself is narrower; "goc" is the whole photo. */
function widthOf(path: string, whole: Size): number {
  const named = /\/(\d+)\.[a-z]+$/.exec(path)?.[1];
  return named === undefined ? whole.width : Math.min(whole.width, Number(named));
}

const creditSpan = /<span class="credit">([^]*?)<\/span>/;

/** The words of inline markup, or null where there are none. */
function textOf(markup: string): string | null {
  const text = decodeCharacterReferences(markup.replace(/<(?:[^"<>]|"[^"]*")*>/g, "")).trim();
  return text === "" ? null : text;
}

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
