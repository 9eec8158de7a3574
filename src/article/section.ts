/** A category of the site (chuyên mục). */
export type Section = { slug: string; name: string };
