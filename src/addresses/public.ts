import { slugify } from "../vietnamese/slug.ts";

/** Site-relative addresses of everything a reader may open: the one place that spells them. */

export function articlePath(slug: string): string {
  return `/bai-viet/${slug}`;
}

export function printPath(slug: string): string {
  return `${articlePath(slug)}/ban-in`;
}

export function downloadPath(slug: string): string {
  return `${articlePath(slug)}/tai-ve`;
}

/** The article's summary in English, where it has one. */
export function englishPath(slug: string): string {
  return `${articlePath(slug)}/en`;
}

export function sectionPath(slug: string): string {
  return `/chuyen-muc/${slug}`;
}

/** A tag's page is named by its slug, so that spellings that differ in case or marks only share one. */
export function tagPath(tag: string): string {
  return tagListPath(slugify(tag));
}

export function tagListPath(slug: string): string {
  return `/the/${slug}`;
}

/** What somebody wrote, by their name as a byline has it. */
export function authorPath(name: string): string {
  return authorListPath(slugify(name));
}

export function authorListPath(slug: string): string {
  return `/tac-gia/${slug}`;
}

export function topicPath(slug: string): string {
  return `/dong-su-kien/${slug}`;
}

export const archivePath = "/luu-tru";

/** "/luu-tru/2021/01" */
export function monthPath({ year, month }: { year: number; month: number }): string {
  return `${archivePath}/${year}/${String(month).padStart(2, "0")}`;
}

export const searchPath = "/tim-kiem";

/** `variant` is a name such as "960.webp", or "goc.jpg" (by its type) for the stripped upload. */
export function photoPath(id: string, variant: string): string {
  return `/anh/${id}/${variant}`;
}

export const iconPath = "/favicon.svg";
export const touchIconPath = "/apple-touch-icon.png";
export const largeIconPath = "/icon-512.png";
export const manifestPath = "/manifest.webmanifest";
