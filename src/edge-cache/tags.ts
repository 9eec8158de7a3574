/** A purge of this tag purges every entry. No answer has it. */
export const everything = "everything";

/** The platform drops tags that are not printable ASCII, have a space or a comma, or are longer than this. */
const validTag = /^[!-+\--~]{1,1024}$/;

export function isValidTag(tag: string): boolean {
  return validTag.test(tag);
}

/** Cache tags: printable ASCII without spaces, ids and slugs only. */
export const tags = {
  /** A page that shows or links this article. */
  article: (id: string) => `article-${id}`,
  section: (slug: string) => `section-${slug}`,
  /** Whatever lists the articles of a tag: its page, its topic's, the pages that show that topic. */
  tag: (slug: string) => `tag-${slug}`,
  author: (slug: string) => `author-${slug}`,
  /** The index of all tags or of all authors. */
  labels: (kind: "tag" | "author") => `labels-${kind}`,
  /** What lists a month, as "2021-01": its page and its sitemap. */
  month: (key: string) => `month-${key}`,
  /** What counts the months. */
  months: "months",
  photo: (id: string) => `photo-${id}`,
  file: (id: string) => `file-${id}`,
  /** What lists documents. */
  documents: "documents",
  /** What shows the most read articles. */
  mostRead: "most-read",
  /** Every list of articles. */
  lists: "lists",
  feeds: "feeds",
  /** The list of all corrections. */
  corrections: "corrections",
  /** Every list of standing pages. */
  pages: "pages",
  /** The answer that `npm run verify` caches and purges. */
  probe: "probe",
  /** Pages that show the site's name, sections or settings: all of them. */
  site: "site",
} as const;
