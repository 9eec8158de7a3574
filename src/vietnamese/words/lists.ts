/** What lists of articles say: by tag, author and month, and the topics. */
export const listWords = {
  tag: "Từ khóa",
  author: "Tác giả",
  archive: "Lưu trữ",
  topic: "Dòng sự kiện",
  month: (month: number, year: number) => `Tháng ${month}/${year}`,
  monthOfYear: (month: number) => `Tháng ${month}`,
  year: (year: number) => `Năm ${year}`,
  articles: (count: number) => `${count} bài`,

  tagDescription: (name: string, site: string) => `Tin, bài có từ khóa “${name}” trên ${site}.`,
  authorDescription: (name: string, site: string) => `Tin, bài của ${name} trên ${site}.`,
  monthDescription: (month: number, year: number, site: string) =>
    `Tin, bài đăng trong tháng ${month} năm ${year} trên ${site}.`,
  archiveDescription: (site: string) => `Tất cả tin, bài trên ${site}, theo tháng.`,

  indexDescription: {
    tag: (site: string) => `Mọi từ khóa của tin, bài trên ${site}, xếp theo chữ cái.`,
    author: (site: string) => `Mọi tác giả có tin, bài trên ${site}, xếp theo chữ cái.`,
  },
  emptyIndex: {
    tag: "Chưa có bài nào mang từ khóa.",
    author: "Chưa có bài nào ghi tác giả.",
  },
  groups: "Theo chữ cái",
  groupNames: { so: "0–9", khac: "Khác" } as Record<string, string>,
  indexStart: "Đầu danh sách",
  indexNext: "Tiếp theo",

  mostRead: "Đọc nhiều",
  inSevenDays: "trong 7 ngày qua",
  mostReadDescription: (site: string) =>
    `Những bài được đọc nhiều nhất trong 7 ngày qua trên ${site}.`,

  newestPage: "Bài mới nhất",
  nothingOlder: "Không còn bài nào cũ hơn.",
  emptyTopic: "Dòng sự kiện này chưa có bài viết nào.",
  otherMonths: "Tháng khác",
  allMonths: "Tất cả các tháng",
  nextInTopic: "Tiếp theo:",
  previousInTopic: "Trước đó:",
  topicOf: (topic: string) => `Theo dõi dòng sự kiện: ${topic}`,
  since: "Từ ngày",
  newestFirst: "Bài mới nhất ở trên cùng.",
} as const;

/** The page that lists every correction. */
export const correctionWords = {
  title: "Đính chính",
  lead: "Những chỗ sai trong bài đã đăng mà tòa soạn đã sửa, mới nhất trước. Mỗi đính chính cũng ghi ở cuối bài có chỗ sai.",
  none: "Chưa có bài nào phải đính chính.",
  nothingOlder: "Không còn đính chính nào cũ hơn.",
  older: "Đính chính cũ hơn",
  newest: "Đính chính mới nhất",
  description: (site: string) => `Các đính chính của ${site}, theo ngày.`,
} as const;

/** Sentences of the feeds. */
export const feedWords = {
  sectionTitle: (section: string, site: string) => `${section} – ${site}`,
  sectionDescription: (section: string, site: string) =>
    `Tin, bài mới của chuyên mục ${section} trên ${site}`,
  notFound: "Không có nguồn tin này.",
  noSitemap: "Không có sơ đồ trang này.",
};
