/** Every sentence the public site shows a reader. */
export const readingWords = {
  home: "Trang chủ",
  breadcrumb: "Đường dẫn",
  search: "Tìm kiếm",
  measurement: "Đo lượt đọc",

  latest: "Mới nhất",
  featured: "Tin nổi bật",
  moreNews: "Tin khác",
  emptySite: "Chưa có bài viết nào được đăng.",
  emptySection: "Chuyên mục này chưa có bài viết nào.",
  sectionDescription: (section: string, site: string) =>
    `Tin, bài trong chuyên mục ${section} của ${site}.`,
  feedOf: (name: string) => `Nguồn tin RSS: ${name}`,
  jsonFeedOf: (name: string) => `Nguồn tin JSON Feed: ${name}`,
  rss: "RSS",
  olderPage: "Bài cũ hơn",
  pages: "Chuyển trang",

  genres: {
    tin: "Tin",
    bai: "Bài",
    "phong-su": "Phóng sự",
    "phong-van": "Phỏng vấn",
    anh: "Phóng sự ảnh",
  },
  aiPhotos: { generated: "(Ảnh do AI tạo)", altered: "(Ảnh có chỉnh sửa bằng AI)" },
  aiArticles: {
    generated: "Bài viết có nội dung do trí tuệ nhân tạo (AI) tạo ra, đã được tòa soạn kiểm tra.",
    altered: "Bài viết có phần được sửa bằng trí tuệ nhân tạo (AI), đã được tòa soạn kiểm tra.",
  },
  photoBy: (credit: string) => `Ảnh: ${credit}`,
  updated: "Cập nhật:",
  corrections: "Đính chính",
  correctedAt: (time: string) => `Đính chính (${time}):`,
  source: "Nguồn:",
  tags: "Từ khóa",
  related: "Bài liên quan",
  neighbours: "Bài trước và bài sau",
  older: "Bài trước",
  newer: "Bài sau",
  authorsJoin: ", ",

  textSize: "Cỡ chữ",
  textSizes: [
    { size: "", name: "Chữ thường" },
    { size: "large", name: "Chữ lớn" },
    { size: "largest", name: "Chữ rất lớn" },
  ],
  listen: "Nghe bài",
  stopListening: "Dừng",

  share: "Chia sẻ bài viết",
  shareAnywhere: "Chia sẻ",
  onFacebook: "Facebook",
  onZalo: "Zalo",
  shareOn: (place: string) => `Chia sẻ lên ${place}`,
  shareAgain: "Chia sẻ bài viết, cuối bài",
  copyLink: "Chép liên kết",
  articleAddress: "Địa chỉ bài viết",
  print: "Bản in",
  download: "Tải về",

  footnotes: "Chú thích",
  footnote: (number: number) => `Chú thích ${number}`,
  backToText: (note: number, place: number) =>
    `Trở lại chỗ ghi chú thích ${note}${place === 1 ? "" : `, lần ${place}`}`,
  table: (number: number) => `Bảng ${number}`,
  done: "Đã xong",
  notDone: "Chưa xong",

  attribution: (site: string) => `Ghi rõ nguồn “${site}” khi sử dụng lại thông tin từ trang này.`,
  feeds: "Nguồn tin",

  printedFrom: "Địa chỉ bài viết:",
  backToArticle: "Trở lại bài viết",
  qrCode: "Mã QR mở bài viết trên trang tin",
  photoElsewhere: (alt: string) => `Xem ảnh trên trang tin: ${alt}`,

  errors: {
    404: {
      title: "Không tìm thấy trang",
      detail:
        "Địa chỉ này không có trên trang tin, có thể do gõ nhầm hoặc bài viết đã được chuyển đi nơi khác.",
    },
    410: {
      title: "Nội dung đã được gỡ",
      detail: "Nội dung ở địa chỉ này từng được đăng và nay không còn trên trang tin.",
    },
    429: {
      title: "Xin đợi ít phút rồi thử lại",
      detail:
        "Có quá nhiều lượt tìm kiếm và lật trang cùng lúc, nên trang tin tạm dừng nhận thêm. Trang chủ, chuyên mục và các bài viết vẫn đọc được như thường.",
    },
    500: {
      title: "Trang tin đang gặp trục trặc",
      detail: "Đã có lỗi ở phía chúng tôi, không phải do bạn. Mời bạn thử lại sau ít phút.",
    },
  },
  goHome: "Về trang chủ",
  searchInstead: "Thử tìm bài viết theo từ khóa:",
  latestInstead: "Hoặc đọc các bài mới nhất",
} as const;

/** Sentences of the English summary, the only page that is not in Vietnamese. Its header and footer: see frame.ts. */
export const englishWords = {
  summary: "English summary",
  by: (authors: string) => `By ${authors}`,
  aiArticles: {
    generated: "Parts of this article were written by AI and checked by the newsroom.",
    altered: "Parts of this article were edited with AI and checked by the newsroom.",
  },
  whole: "Read the full article in Vietnamese:",
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** Every sentence that script in the browser shows or speaks. It is bundled into the script: keep it short. */
export const clientWords = {
  copied: "Đã chép liên kết",

  photos: "Ảnh của bài viết",
  previousPhoto: "Ảnh trước",
  nextPhoto: "Ảnh sau",
  close: "Đóng",
} as const;
