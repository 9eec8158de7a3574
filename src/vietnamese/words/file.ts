/** Messages about an uploaded document, video or audio file. Each names the file. */
export const fileWords = {
  notFound: "Không tìm thấy tệp này.",
  nameNeeded: "Hãy ghi tên tệp trong địa chỉ, ví dụ ?name=quyet-dinh.pdf.",
  lengthNeeded: "Yêu cầu cần ghi độ dài của tệp (Content-Length).",
  nameTooLong: (max: number) => `Tên tệp dài quá ${max} chữ.`,
  unsupported: (name: string, extensions: string) =>
    `“${name}”: chỉ nhận tệp có đuôi ${extensions}.`,
  macros: (name: string) =>
    `“${name}” chứa macro (mã lệnh) nên không nhận. Hãy lưu lại thành tệp không có macro, ví dụ .docx hoặc .xlsx, rồi gửi lại.`,
  executable: (name: string) => `“${name}” là chương trình chạy được nên không nhận.`,
  executableInside: (name: string, inside: string) =>
    `“${name}” chứa tệp “${inside}” chạy được hoặc có macro nên không nhận. Hãy bỏ tệp đó ra rồi nén lại.`,
  encrypted: (name: string) =>
    `“${name}” có đặt mật khẩu nên người đọc không mở được. Hãy bỏ mật khẩu rồi gửi lại.`,
  wrongExtension: (name: string, real: string) =>
    `“${name}” thật ra là tệp ${real}, không đúng với đuôi tên. Hãy sửa đuôi tên tệp rồi gửi lại.`,
  unknownContent: (name: string) =>
    `Nội dung của “${name}” không đúng với đuôi tên tệp. Hãy mở tệp xem lại rồi gửi bản đúng.`,
  corrupt: (name: string) => `“${name}” bị hỏng hoặc tải lên chưa trọn vẹn. Hãy gửi lại bản gốc.`,
  empty: (name: string) => `“${name}” không có nội dung.`,
  tooHeavy: (name: string, megabytes: number) =>
    `“${name}” nặng quá ${megabytes} MB. Hãy gửi bản nhẹ hơn.`,
  erased: (name: string) => `“${name}” đã bị xóa theo yêu cầu nên không gửi lại được.`,
  mayNotErase:
    "Bạn chỉ xóa được tệp do riêng mình gửi khi chưa có bài nào dùng. Hãy nhờ biên tập viên.",
};
