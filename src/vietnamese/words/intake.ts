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

export type RefusalCode = keyof typeof intakeWords.refusals;
