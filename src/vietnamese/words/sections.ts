/** Sentences of the sections page. */
export const sectionWords = {
  title: "Chuyên mục",
  lead: "Theo thứ tự trên trang. Đổi tên không đổi địa chỉ, nên các liên kết cũ vẫn dùng được.",
  listed: "Các chuyên mục",
  none: "Chưa có chuyên mục nào; bài viết cần một chuyên mục mới đăng được.",
  articles: (count: number) => (count === 0 ? "Chưa có bài nào" : `${count} bài`),
  up: "Lên",
  down: "Xuống",
  upOf: (name: string) => `Lên: “${name}”`,
  downOf: (name: string) => `Xuống: “${name}”`,
  rename: "Đổi tên",
  newName: "Tên mới",
  renameNow: "Đổi tên trên mọi trang",
  remove: "Xóa",
  removeQuestion: (name: string) => `Xóa chuyên mục “${name}” khỏi trang?`,
  removeNow: "Xóa chuyên mục",
  add: "Thêm chuyên mục",
  name: "Tên chuyên mục",
  nameHint: "Địa chỉ được lấy từ tên. Chuyên mục hiện ngay trên danh mục của trang, ở cuối.",
  addNow: "Thêm và hiện trên trang",

  unknown: "Không có chuyên mục này; có thể nó vừa bị xóa.",
  inUse: (name: string, articles: number) =>
    `Chưa xóa được: ${articles} bài đang thuộc chuyên mục “${name}”. Hãy chuyển các bài ấy sang chuyên mục khác trước.`,
  nameless: "Hãy ghi tên chuyên mục.",
  tooLong: (max: number) => `Tên dài quá ${max} ký tự.`,
  reserved: (slug: string) =>
    `Tên này cho địa chỉ “${slug}”, đã dành cho phần khác của trang. Hãy chọn tên khác.`,
  sameAddress: (slug: string, name: string) =>
    `Địa chỉ “${slug}” đã thuộc chuyên mục “${name}”. Hãy chọn tên khác.`,
  sameName: (name: string) => `Đã có chuyên mục “${name}”.`,
} as const;
