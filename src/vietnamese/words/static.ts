/** Output of `npm run static`, and what pages of a static copy say. */
export const staticWords = {
  usage: [
    "Cách dùng: npm run static -- THƯ_MỤC [--from https://địa-chỉ] [--address https://địa-chỉ/thư-mục] [--state THƯ_MỤC_TRẠNG_THÁI | --remote --config TỆP]",
    "  --from      chép trang đang chạy ở địa chỉ này; không có thì tự mở trang của --state trên máy này",
    "  --address   nơi sẽ đặt bản chép, nếu khác địa chỉ của trang",
    "  --state     trang trên máy này, mặc định .wrangler/state",
    "  --remote    cùng với --from: đọc các địa chỉ cũ từ cơ sở dữ liệu trên Cloudflare",
    "  --config    wrangler.toml của trang ấy",
  ].join("\n"),
  noSite: (state: string) => `Không có trang nào trong ${state}.`,
  stateInUse: (state: string) =>
    `Trang của ${state} đang chạy. Hãy chép trang đang chạy: --from http://localhost:8787`,
  notOurs: (folder: string) =>
    `Thư mục ${folder} có tệp khác, không phải bản chép của lệnh này. Hãy chọn một thư mục trống.`,
  noAnswer: (path: string, problem: string) => `Trang không trả lời ${path}: ${problem}`,
  linksOnly:
    "Các địa chỉ cũ: chỉ có những địa chỉ mà bài còn dẫn tới. Thêm --remote hoặc --state để có tất cả.",
  progress: (done: number, known: number, written: number) =>
    `Đã chép ${done}/${known}, ghi ${written} tệp`,
  waiting: (seconds: number) => `Trang giới hạn số lượt đọc, chờ ${seconds} giây…`,
  failed: (key: string, problem: string) => `Không chép được ${key}: ${problem}`,
  deadLink: (key: string, status: number, from: string) =>
    `Liên kết hỏng: ${key} (${status}), từ ${from}`,
  leftOut: (address: string) => `Địa chỉ cũ không thành tệp được: ${address}`,
  done: (counts: { files: number; written: number; removed: number; dead: number }) =>
    `Bản chép có ${counts.files} tệp: ghi ${counts.written}, xóa ${counts.removed}. Liên kết hỏng: ${counts.dead}.`,
  unfinished: (count: number) =>
    `${count} địa chỉ chưa chép được, nên chưa xóa tệp nào. Hãy chạy lại: lệnh chép tiếp phần còn thiếu.`,
  noServer: (link: string) =>
    `Đây là bản lưu tĩnh, không tìm kiếm hay lọc được. Mời bạn xem ${link}.`,
  allArticles: "danh sách mọi bài theo tháng",
  reportTo: (contacts: string) => `Báo lỗi trong bài: ${contacts}`,
  reportToDepartment: "Báo lỗi trong bài: xin liên hệ đơn vị ghi ở cuối trang.",
  moved: "Trang này đã chuyển",
  movedTo: (link: string) => `Trang này đã chuyển đến ${link}.`,
} as const;
