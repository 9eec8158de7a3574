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

export function sectionPath(slug: string): string {
  return `/chuyen-muc/${slug}`;
}

/** A tag's page is named by its slug, so that spellings that differ in case or marks only share one. */
export function tagPath(tag: string): string {
  return `/the/${slugify(tag)}`;
}

export const searchPath = "/tim-kiem";

/** `variant` is a name such as "960.webp", or "goc.jpg" (by its type) for the stripped upload. */
export function photoPath(id: string, variant: string): string {
  return `/anh/${id}/${variant}`;
}
