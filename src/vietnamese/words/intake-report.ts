/** What the form and the importer say of a text that intake could not keep as it was. */
export const reportWords = {
  /** What intake left out or changed: see src/intake/report.ts. `about` is the part itself. */
  reports: {
    "hidden-text": (about: string) => `Đã bỏ chữ ẩn: “${about}”.`,
    "deleted-text": (about: string) => `Đã bỏ chữ bị xóa khi sửa: “${about}”.`,
    comment: (about: string) => `Đã bỏ nhận xét: “${about}”.`,
    link: (about: string) => `Đã bỏ liên kết chỉ có nghĩa ở nơi cũ: ${about}.`,
    "other-title": (about: string) =>
      `Trang tự khai tiêu đề khác với tiêu đề thấy trên trang: “${about}”.`,
    "little-text": (about: string) => `Chỉ nhận ra ${about}% chữ của trang; hãy so với trang gốc.`,
    line: (about: string) => `Đã bỏ dòng không thuộc bài: “${about}”.`,
    header: (about: string) => `Đã bỏ đầu trang, chân trang: “${about}”.`,
    caption: (about: string) => `Chú thích không còn ảnh: “${about}”.`,
    object: (about: string) => `Không đưa được phần nhúng vào bài: ${about}.`,
    chart: (about: string) => `Không đưa được biểu đồ vào bài: ${about}.`,
    drawing: (about: string) => `Không đưa được hình vẽ vào bài: ${about}.`,
    video: (about: string) => `Không đưa được phim vào bài: ${about}.`,
    picture: (about: string) => `Không đưa được ảnh vào bài: ${about}.`,
    formula: (about: string) => `Công thức đã chuyển thành chữ, hãy xem lại: “${about}”.`,
    "text-box": (about: string) => `Khung chữ đã chuyển thành đoạn văn: “${about}”.`,
    raised: (about: string) => `Chữ nhô lên hoặc hạ xuống đã thành chữ thường: “${about}”.`,
    "table-cells": (about: string) => `Ô gộp hoặc bảng trong ô đã được tách ra: “${about}”.`,
    form: (about: string) => `Đã bỏ ô nhập hoặc nút bấm: “${about}”.`,
    symbol: (about: string) => `Có ký hiệu không rõ nghĩa: ${about}.`,
    "invisible-character": (about: string) => `Đã bỏ ký tự không nhìn thấy: ${about}.`,
    note: (about: string) =>
      `Chú thích cuối trang không gắn với chữ nào trong bài, đã thành đoạn văn: “${about}”.`,
    field: (about: string) => `Không có kết quả của trường mà Word tự tính: ${about}.`,
    unknown: (about: string) => `Có phần không đọc được: ${about}.`,
  },
  reportPlace: (before: string) => `(Sau “${before}”.)`,
  moreReports: (count: number) => `… và ${count} chỗ tương tự.`,

  /** Photos that could not be taken along. */
  photosLeftLocal: (count: number) =>
    `${count} ảnh không đi theo được. Hãy thả chính các tệp ảnh ấy vào bài.`,
  photosLeftRemote: (count: number) =>
    `${count} ảnh nằm trên trang khác nên không lấy được. Hãy lưu ảnh về máy rồi thả vào bài, nếu được phép dùng.`,
  photosLeftFormat: (count: number, formats: string) =>
    `${count} hình có định dạng không đăng được (${formats}). Hãy lưu lại thành JPG hoặc PNG rồi thả vào bài.`,
  charsetGuessed: "Tệp không ghi bảng mã: hãy xem kỹ chữ có dấu.",
} as const;

export type ReportCode = keyof typeof reportWords.reports;
