/** Cache tags: printable ASCII without spaces, ids and slugs only. */
export const tags = {
  /** A page that shows or links this article. */
  article: (id: string) => `article-${id}`,
  section: (slug: string) => `section-${slug}`,
  photo: (id: string) => `photo-${id}`,
  /** Every list of articles. */
  lists: "lists",
  feeds: "feeds",
  /** Everything that shows the site's name, sections or settings. */
  site: "site",
} as const;
