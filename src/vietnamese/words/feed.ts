/** Sentences of the feeds. */
export const feedWords = {
  sectionTitle: (section: string, site: string) => `${section} – ${site}`,
  sectionDescription: (section: string, site: string) =>
    `Tin, bài mới của chuyên mục ${section} trên ${site}`,
  notFound: "Không có nguồn tin này.",
  noSitemap: "Không có sơ đồ trang này.",
};
