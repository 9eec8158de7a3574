/** Messages about an uploaded document, video or audio file. Each names the file. */
export const fileWords = {
  notFound: "Không tìm thấy tệp này.",
  withdrawn: "Tệp này từng được đăng và nay đã được gỡ.",
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
    `“${name}” có đặt mật khẩu hoặc bị khóa (khóa in, khóa chép) nên không kiểm tra được bên trong. Hãy bỏ mật khẩu và khóa rồi gửi lại.`,
  wrongExtension: (name: string, real: string) =>
    `“${name}” thật ra là tệp ${real}, không đúng với đuôi tên. Hãy sửa đuôi tên tệp rồi gửi lại.`,
  unknownContent: (name: string) =>
    `Nội dung của “${name}” không đúng với đuôi tên tệp. Hãy mở tệp xem lại rồi gửi bản đúng.`,
  hevc: (name: string) =>
    `“${name}” quay bằng chuẩn HEVC (H.265), nhiều trình duyệt không phát được. Hãy xuất lại thành MP4 chuẩn H.264. Trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất; trên Android: tắt “HEVC” hoặc “Video hiệu quả cao” trong cài đặt camera.`,
  notH264: (name: string) =>
    `“${name}” không phải video MP4 chuẩn H.264 với âm thanh AAC nên nhiều trình duyệt không phát được. Hãy xuất lại theo chuẩn đó rồi gửi.`,
  dataTrack: (name: string) =>
    `“${name}” có kèm luồng dữ liệu hoặc phụ đề bên trong, có thể ghi nơi quay. Hãy xuất lại video chỉ có hình và tiếng rồi gửi.`,
  corrupt: (name: string) => `“${name}” bị hỏng hoặc tải lên chưa trọn vẹn. Hãy gửi lại bản gốc.`,
  empty: (name: string) => `“${name}” không có nội dung.`,
  tooHeavy: (name: string, megabytes: number) =>
    `“${name}” nặng quá ${megabytes} MB. Hãy gửi bản nhẹ hơn.`,
  erased: (name: string) => `“${name}” đã bị xóa theo yêu cầu nên không gửi lại được.`,
  wrongDocumentDate:
    "Ngày ký của tài liệu phải từ 02/09/1945 đến không quá một năm nữa; hãy kiểm tra lại năm.",
  unknownDocument: (name: string) =>
    `Không tìm thấy tệp của tài liệu “${name}”, hoặc tệp đã bị xóa. Hãy gửi lại tệp.`,
  noDocument: (name: string) =>
    `“${name}” không phải là tài liệu (PDF, Word, Excel, PowerPoint, ZIP).`,
  captionsFault: (name: string, line: number, fault: string) => `“${name}”, dòng ${line}: ${fault}`,
  captions: {
    encoding: "chữ không phải Unicode (UTF-8). Hãy lưu lại tệp phụ đề bằng UTF-8.",
    start: "dòng đầu phải là WEBVTT.",
    blankAfterStart: "sau dòng WEBVTT phải có một dòng trống.",
    style: "phụ đề không được có phần định dạng (STYLE, REGION). Hãy xóa phần đó.",
    timing:
      "cần một dòng thời gian như 00:01.000 --> 00:04.500 (phút:giây.phần nghìn, hai bên mũi tên có dấu cách).",
    order: "thời điểm kết thúc phải sau thời điểm bắt đầu.",
    earlier: "câu này bắt đầu trước câu đứng trên nó. Hãy xếp theo thứ tự thời gian.",
    settings: "phần vị trí sau thời gian viết chưa đúng.",
    arrow: "lời không được chứa dấu “-->”.",
    none: "tệp không có câu phụ đề nào.",
  },
  unknownRecording:
    "Không tìm thấy tệp của video hoặc bản ghi âm này, hoặc tệp đã bị xóa. Hãy gửi lại tệp.",
  noRecording: (name: string) => `“${name}” không phải là video MP4 hoặc bản ghi âm MP3.`,
  noCaptions: (name: string) => `“${name}” không phải là phụ đề WebVTT (.vtt).`,
  missingCaptions: (title: string): string =>
    `Video, ghi âm ${title === "" ? "này" : `“${title}”`} chưa có phụ đề (.vtt), nên người không nghe được không biết nói gì. Nếu bài đã ghi đủ lời hoặc không có lời nói, hãy bỏ qua và ghi lý do.`,
  mayNotErase:
    "Bạn chỉ xóa được tệp do riêng mình gửi khi chưa có bài nào dùng. Hãy nhờ biên tập viên.",
};
