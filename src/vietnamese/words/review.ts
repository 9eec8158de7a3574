/** Looking at a text before readers do: previews, versions and what changed between them. */
export const reviewWords = {
  preview: "Xem trước",
  previewOf: (title: string) => `Xem trước: ${title}`,
  previewBar: "Bản xem trước, chưa đăng",
  publishedBar: "Bản đang đăng, mở trong tòa soạn",
  unsaved: "Bản đang viết, chưa lưu thành phiên bản",
  version: (number: number) => `Phiên bản ${number}`,
  noSection: "Chưa chọn chuyên mục",
  noTitle: "Chưa có tiêu đề",
  telephone: "Điện thoại",
  desktop: "Máy tính",
  width: "Khổ màn hình",
  frame: "Trang bài như bạn đọc sẽ thấy",
  openAlone: "Mở riêng trang này",
  backToArticle: "Về bài",
  edit: "Sửa bài",

  link: "Liên kết cho người không có tài khoản",
  linkHint: (version: number) =>
    `Ai có liên kết này đều xem được phiên bản ${version}, không cần đăng nhập, và chỉ phiên bản ấy. Liên kết hết hiệu lực khi hết hạn hoặc khi bài bị gỡ.`,
  linkSavedOnly: (version: number) =>
    `Bạn đang có phần viết chưa lưu. Liên kết chỉ cho xem phiên bản ${version} đã lưu; muốn gửi phần vừa viết, hãy lưu bài trước.`,
  linkHours: "Hiệu lực trong",
  hours: { 24: "24 giờ", 72: "3 ngày", 168: "7 ngày" },
  makeLink: "Tạo liên kết",
  linkMade: "Đã tạo liên kết. Hãy chép và gửi qua Zalo.",
  linkAddress: "Địa chỉ",
  linkEnds: (time: string) => `Liên kết này xem được đến ${time}.`,
  linkHoursWrong: "Hãy chọn thời hạn của liên kết.",
} as const;
