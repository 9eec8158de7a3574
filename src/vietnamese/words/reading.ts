/** Every sentence the public site shows a reader. */
export const readingWords = {
  skipToContent: "Đến nội dung chính",
  home: "Trang chủ",
  breadcrumb: "Đường dẫn",
  sections: "Chuyên mục",
  sectionsBelow: "Chuyên mục, cuối trang",
  search: "Tìm kiếm",
  searchHint: "Tìm bài viết",
  searchField: "Từ khóa cần tìm",

  latest: "Mới nhất",
  leadStory: "Tin nổi bật",
  moreNews: "Tin mới",
  allOfSection: (section: string) => `Xem tất cả bài trong ${section}`,
  seeAll: "Xem tất cả",
  emptySite: "Chưa có bài viết nào được đăng.",
  emptySection: "Chuyên mục này chưa có bài viết nào.",
  sectionDescription: (section: string, site: string) =>
    `Tin, bài trong chuyên mục ${section} của ${site}.`,
  feedOf: (name: string) => `Nguồn tin RSS: ${name}`,
  jsonFeedOf: (name: string) => `Nguồn tin JSON Feed: ${name}`,
  rss: "RSS",
  olderPage: "Bài cũ hơn",
  newerPage: "Bài mới hơn",
  pages: "Chuyển trang",

  genres: {
    tin: "Tin",
    bai: "Bài",
    "phong-su": "Phóng sự",
    "phong-van": "Phỏng vấn",
    anh: "Phóng sự ảnh",
  },
  photoBy: (credit: string) => `Ảnh: ${credit}`,
  updated: "Cập nhật:",
  source: "Nguồn:",
  tags: "Từ khóa",
  related: "Bài liên quan",
  neighbours: "Bài trước và bài sau",
  older: "Bài trước",
  newer: "Bài sau",
  authorsJoin: ", ",

  share: "Chia sẻ bài viết",
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

  agencyInCharge: "Cơ quan chủ quản:",
  agency: "Cơ quan quản lý trang tin:",
  responsible: "Chịu trách nhiệm nội dung:",
  address: "Địa chỉ:",
  phone: "Điện thoại:",
  email: "Thư điện tử:",
  attribution: (site: string) => `Ghi rõ nguồn “${site}” khi sử dụng lại thông tin từ trang này.`,
  toTop: "Lên đầu trang",
  feeds: "Nguồn tin",

  printedFrom: "Địa chỉ bài viết:",
  backToArticle: "Trở lại bài viết",

  errors: {
    404: {
      title: "Không tìm thấy trang",
      detail:
        "Địa chỉ này không có trên trang tin, có thể do gõ nhầm hoặc bài viết đã được chuyển đi nơi khác.",
    },
    410: {
      title: "Bài viết đã được gỡ",
      detail: "Bài viết ở địa chỉ này từng được đăng và nay không còn trên trang tin.",
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
