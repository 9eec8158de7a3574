/** Sentences of the site map for readers. */
export const siteMapWords = {
  title: "Sơ đồ trang",
  description: (site: string) => `Mọi trang, chuyên mục và nguồn tin của ${site}.`,
  pages: "Trang",
  front: "Trang chủ",
  sections: "Chuyên mục",
  topics: "Dòng sự kiện",
  lookUp: "Tra cứu",
  search: "Tìm kiếm",
  archive: "Lưu trữ theo tháng",
  documents: "Văn bản, tài liệu",
  tags: "Từ khóa",
  authors: "Tác giả",
  corrections: "Đính chính",
  feeds: "Nguồn tin",
} as const;
