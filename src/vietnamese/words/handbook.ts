/** Sentences of the newsroom's handbook. */
export const handbookWords = {
  title: "Sổ tay tòa soạn",
  menu: "Sổ tay",
  hint: "Tên người, chức vụ và cách viết mà soát bài đối chiếu.",
  lead: "Cách viết chung của tòa soạn. Soát bài nhắc khi bài viết khác sổ tay; khi gõ, trình soạn gợi ý các mục này.",
  readOnly: "Quản trị sửa sổ tay. Thấy thiếu hoặc sai, hãy nhắn quản trị.",
  none: "Sổ tay chưa có mục nào.",
  noMatch: "Không có mục nào như vậy.",
  listed: "Các mục của sổ tay",
  count: (count: number, max: number) =>
    `${count.toLocaleString("vi-VN")} mục, nhiều nhất ${max.toLocaleString("vi-VN")}.`,
  search: "Tìm trong sổ tay",
  find: "Tìm",
  newer: "Trang trước",
  older: "Trang sau",
  wrong: (forms: string) => `Không viết: ${forms}`,

  text: "Dạng đúng",
  textHint: "Ví dụ: Covid-19; hoặc chức vụ và tên: Giám đốc Sở Phạm Quốc Chính",
  wrongForms: "Dạng sai hay gặp",
  wrongFormsHint:
    "Mỗi dòng một dạng, không bắt buộc. Khác chữ hoa, dấu hay gạch nối thì máy tự nhận ra.",
  note: "Ghi chú",

  add: "Thêm một mục",
  addNow: "Thêm",
  edit: "Sửa",
  save: "Lưu",
  remove: "Xóa",
  removeNow: "Xóa khỏi sổ tay",
  removeQuestion: (text: string) => `Xóa “${text}” khỏi sổ tay?`,

  importTitle: "Nhập từ tệp CSV",
  importHint:
    "Cột “Dạng đúng”, “Dạng sai”, “Ghi chú”; trong ô “Dạng sai”, các dạng cách nhau bằng dấu chấm phẩy. Mục đã có thì được sửa, mục và cột thiếu trong tệp vẫn còn như cũ. Trong Excel, lưu dạng “CSV UTF-8”.",
  file: "Tệp CSV",
  importNow: "Nhập",
  imported: (added: number, changed: number) => `Đã thêm ${added} mục, sửa ${changed} mục.`,
  csv: "Tải CSV (Excel tiếng Việt)",
  americanCsv: "CSV dấu phẩy (máy để kiểu Anh–Mỹ)",
  columns: ["Dạng đúng", "Dạng sai", "Ghi chú"],

  textless: "Hãy ghi dạng đúng.",
  tooShort: "Dạng đúng phải có ít nhất hai chữ cái hoặc chữ số.",
  formWithoutLetter: "Mỗi dạng sai phải có chữ cái hoặc chữ số.",
  tooLong: (max: number) => `Dài quá: nhiều nhất ${max} ký tự.`,
  tooManyForms: (max: number) => `Nhiều quá: nhiều nhất ${max} dạng sai.`,
  sameForm: "Dạng sai trùng với dạng đúng.",
  already: (text: string) => `Sổ tay đã có “${text}”.`,
  changed:
    "Mục này vừa được sửa ở nơi khác, nên chưa lưu. Dạng đang có ở ngay trên ô sửa; bấm Lưu lần nữa là thay bằng những gì bạn gõ.",
  full: (max: number) => `Sổ tay chỉ giữ được ${max.toLocaleString("vi-VN")} mục.`,
  unknown: "Mục này không còn trong sổ tay.",

  fileless: "Hãy chọn tệp CSV.",
  notUtf8: "Tệp không phải CSV UTF-8. Trong Excel, chọn Lưu thành, rồi chọn “CSV UTF-8”.",
  noColumn: "Dòng đầu của tệp phải có cột “Dạng đúng”.",
  twoColumns: (name: string) => `Tệp có hai cột “${name}”. Hãy bỏ bớt một cột.`,
  moreCells:
    "nhiều ô hơn dòng đầu. Ô có dấu phẩy hoặc dấu chấm phẩy ở trong phải nằm giữa hai dấu ngoặc kép.",
  noRows: "Tệp không có mục nào.",
  openQuote: "dấu ngoặc kép mở mà không đóng",
  strayQuote: "sau dấu ngoặc kép đóng còn chữ",
  twice: (text: string, line: number) => `“${text}” đã có ở dòng ${line}`,
  atLine: (line: number, what: string) => `Dòng ${line}: ${what}`,
} as const;
