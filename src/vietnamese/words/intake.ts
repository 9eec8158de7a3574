/** What the form says about text that comes in from Word, web pages and clipboards. */
export const intakeWords = {
  /** Why a dropped file gives no text. */
  refusals: {
    "old-word": "Đây là tệp Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại dưới dạng .docx.",
    locked: "Tệp Word này có mật khẩu. Hãy bỏ mật khẩu rồi thả lại.",
    pdf: "Không lấy được bài từ tệp PDF. Hãy lưu lại dưới dạng .docx.",
    "other-text": "Chưa đọc được loại tệp này. Hãy lưu lại dưới dạng .docx.",
    unknown:
      "Chưa đọc được loại tệp này. Có thể đưa vào tệp .docx, .txt hoặc trang web đã lưu (.html).",
    broken: "Tệp bị hỏng, không đọc được. Hãy mở bằng Word và lưu lại dưới dạng .docx.",
    "too-large": "Tệp quá lớn. Hãy bỏ bớt ảnh trong tệp rồi thả ảnh riêng vào bài.",
    charset: "Tệp ghi sai bảng mã nên không đọc được. Hãy mở tệp và lưu lại với bảng mã UTF-8.",
    empty: "Không nhận ra bài viết nào trong tệp. Nếu tệp có chữ, hãy chép chữ ấy và dán vào bài.",
  },

  /** What intake left out or changed: see src/intake/report.ts. `about` is the part itself. */
  reports: {
    "hidden-text": (about: string) => `Đã bỏ chữ ẩn: “${about}”.`,
    "deleted-text": (about: string) => `Đã bỏ chữ bị xóa khi sửa: “${about}”.`,
    comment: (about: string) => `Đã bỏ nhận xét: “${about}”.`,
    link: (about: string) => `Đã bỏ liên kết chỉ có nghĩa ở nơi cũ: ${about}.`,
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
    note: (about: string) => `Chú thích cuối trang không gắn với chữ nào: “${about}”.`,
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

  title: (file: string) => `Đưa “${file}” vào bài`,
  pasteTitle: "Chữ vừa dán",
  reading: "Đang đọc tệp…",
  failed: "Chưa đọc được tệp, có thể do mất mạng. Hãy thử lại.",
  nameOfTitle: "Tiêu đề",
  nameOfLede: "Sapo",
  nameOfByline: "Tác giả",
  nameOfSource: "Nguồn",
  nameOfTags: "Từ khóa",
  nameOfBody: "Nội dung",
  nameOfPhotos: "Ảnh",
  nameOfFonts: "Phông chữ cũ",
  missing: "chưa thấy",
  words: (count: number) => `${count.toLocaleString("vi")} chữ`,
  photos: (count: number) => (count === 0 ? "không có" : `${count} ảnh`),
  converted: (fonts: string) => `Đã đổi chữ ${fonts} sang Unicode.`,
  problems: "Cần xem lại",

  question: "Chữ này có phải gõ bằng phông cũ không?",
  questionWhy: "Chữ đã mất tên phông nên máy không tự đổi. Hãy chọn cách đọc đúng.",
  asIs: "Giữ nguyên",
  readAs: { tcvn3: "Đổi từ TCVN3 (.VnTime)", vni: "Đổi từ VNI" },

  mode: "Bài đang có chữ",
  append: "Thêm nội dung vào cuối bài",
  replace: "Thay bài đang có",
  replaceWarning: "Tiêu đề, sapo và nội dung đang có sẽ được thay.",

  apply: "Đưa vào bài",
  choose: "Chọn cách đọc này",
  cancel: "Thôi",
  close: "Đóng",
} as const;

export type ReportCode = keyof typeof intakeWords.reports;

export type RefusalCode = keyof typeof intakeWords.refusals;
