/** Sentences of the page on which editors arrange the front page and the pages of sections. */
export const frontWords = {
  menu: "Trang nhất",
  title: "Sắp xếp trang nhất",
  sectionTitle: (name: string) => `Sắp xếp trang “${name}”`,
  pages: "Trang để sắp xếp",
  lead: "Mỗi ô là một vị trí trên trang. Ô không chọn bài thì tự lấy bài mới nhất. Bài đã chọn ở lại đến giờ ghi bên dưới, hoặc đến khi có người đổi hay bài bị gỡ.",
  dragHint:
    "Kéo một bài đến chỗ khác bằng nút ⠿. Bằng bàn phím: đưa con trỏ đến nút ấy, rồi bấm phím mũi tên.",
  places: "Các vị trí trên trang",
  empty: "Chưa có bài nào được đăng trên trang này.",
  chosen: "Đã chọn",
  automatic: "Tự động",
  story: "Bài ở vị trí này",
  automaticChoice: "Tự động: bài mới nhất",
  end: "Giữ đến (để trống: đến khi đổi)",
  up: "Lên",
  down: "Xuống",
  upOf: (title: string) => `Đưa lên: “${title}”`,
  downOf: (title: string) => `Đưa xuống: “${title}”`,
  handle: "⠿",
  drag: (title: string) => `Chuyển chỗ: “${title}”`,
  movedTo: (title: string, place: number) => `“${title}” ở vị trí ${place}. Chưa lưu.`,
  find: "Tìm bài cũ hơn để đưa vào danh sách chọn",
  findNow: "Tìm",
  found: (count: number) =>
    count === 0
      ? "Không tìm thấy bài nào."
      : `Đã thêm ${count} bài vào đầu danh sách chọn của mỗi vị trí.`,
  foundGroup: "Bài tìm thấy",
  newestGroup: "Bài mới nhất",
  preview: "Xem trước",
  save: "Lưu và hiện trên trang",
  lastEdit: (by: string) => `${by} lưu lần cuối lúc`,

  savedMeanwhile: "Người khác vừa lưu trang này.",
  savedMeanwhileBy: (by: string) =>
    `${by} vừa lưu trang này, nên lựa chọn của bạn chưa được lưu. Bên dưới vẫn là lựa chọn của bạn; bấm lưu lần nữa để thay bằng lựa chọn ấy.`,
  present: "Trên trang bây giờ",
  allAutomatic: "mọi vị trí tự động",
  until: (time: string) => `đến ${time}`,
  notPublished: "Bài này không còn trên trang. Hãy chọn bài khác.",
  twice: "Bài này đã được chọn ở một vị trí khác.",
  badTime: "Giờ này không đọc được.",
  timePassed: "Giờ này đã qua.",
  noSuchPage: "Không có trang này.",
} as const;
