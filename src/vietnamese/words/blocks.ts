/** Sentences of the page on which admins order the blocks of the front page. */
export const blockWords = {
  title: "Các khối trang nhất",
  hint: "Chọn và xếp thứ tự chuyên mục, dòng sự kiện, ảnh có liên kết, liên kết cơ quan.",
  lead: "Các khối bên dưới phần tin chính, theo thứ tự trên trang. Không chọn khối nào thì trang có mọi chuyên mục, theo thứ tự của danh mục.",
  listed: "Các khối",
  none: "(bỏ trống)",
  section: (name: string) => `Chuyên mục: ${name}`,
  topic: (name: string) => `Dòng sự kiện: ${name}`,
  mostRead: "Đọc nhiều trong 7 ngày",
  banner: "Ảnh có liên kết",
  links: "Hàng liên kết",
  dragHint:
    "Kéo một khối đến chỗ khác bằng nút ⠿. Bằng bàn phím: đưa con trỏ đến nút ấy, rồi bấm phím mũi tên.",
  text: "Chữ thay ảnh, hoặc tên của hàng liên kết",
  photo: "Mã ảnh hoặc địa chỉ trang của ảnh trong kho ảnh",
  photoHint: "Gửi ảnh lên Kho ảnh trước. Ảnh của khối hiện với mọi bạn đọc.",
  address: "Bấm vào ảnh thì mở địa chỉ",
  linkLines: "Các liên kết, mỗi dòng: tên | địa chỉ",
  place: (place: number) => `Khối ${place}`,
  drag: (place: number) => `Chuyển chỗ khối ${place}`,
  upOf: (place: number) => `Đưa khối ${place} lên`,
  downOf: (place: number) => `Đưa khối ${place} xuống`,

  stale: "Người khác vừa lưu các khối. Bên dưới vẫn là lựa chọn của bạn; bấm lưu lần nữa để thay.",
  twice: "Khối này đã có ở trên.",
  unknown: "Khối này không còn. Hãy chọn khối khác.",
  textMissing: "Hãy điền chữ thay ảnh, hoặc tên của hàng liên kết.",
  tooLong: (max: number) => `Dài quá ${max} ký tự.`,
  noPhoto: "Không có ảnh này trong kho ảnh.",
  badAddress: "Địa chỉ phải bắt đầu bằng https:// hoặc / (trang của mình).",
  badLinks: (max: number) =>
    `Mỗi dòng cần tên, dấu | và địa chỉ bắt đầu bằng https:// hoặc /; nhiều nhất ${max} dòng.`,
} as const;
