import { formatInteger } from "../numbers.ts";

/** The works of the clock, in the order in which it does them. */
const works = {
  publishing: "đăng bài hẹn giờ",
  frontChoices: "kết thúc chỗ ghim ở trang nhất",
  mostRead: "tìm bài đọc nhiều",
  erasingPhotos: "xóa ảnh",
  erasingFiles: "xóa tệp",
  changedPhotos: "dựng lại trang có ảnh đã sửa",
  formerEntries: "xóa bộ nhớ đệm của bản cũ",
  purging: "làm mới bộ nhớ đệm",
  deliveryChecks: "kiểm tra bài đã lên trang",
  alerts: "tìm trục trặc",
  notifying: "gửi thông báo",
  photoUses: "ghi ảnh dùng ở đâu",
  rebuilding: "dựng lại bài cũ",
  commits: "dọn dấu ghi",
  outbox: "dọn hàng chờ",
  discarded: "xóa bài đã bỏ",
  contacts: "xóa liên hệ của bạn đọc",
  orphanFiles: "dọn tệp thừa",
  keptAnswers: "dọn câu trả lời cũ của API",
  storage: "đo dung lượng",
} as const;

/** Sentences of the health check. A problem says what is wrong and what to do. */
export const healthWords = {
  title: "Tình trạng hệ thống",
  hint: "Đồng hồ, hàng chờ, hạn mức, dung lượng, bản sao lưu.",
  works,
  problems: {
    heartbeat: (minutes: number) =>
      `Đồng hồ của trang đã dừng ${formatInteger(minutes)} phút: bài hẹn giờ không lên trang. Hãy xem Cron Triggers của Worker trong bảng điều khiển Cloudflare rồi đưa trang lên lại.`,
    clock: (work: string, error: string) =>
      `Đồng hồ không làm được việc “${work}”: ${error}. Việc được thử lại mỗi phút; nếu quá một giờ vẫn còn, hãy gửi dòng này cho người quản trị kỹ thuật.`,
    usage: (what: string, used: number, limit: number) =>
      `Hôm nay đã dùng ${formatInteger(used)} ${what} trong hạn mức ${formatInteger(limit)}. Hết hạn mức thì đến 7 giờ sáng mai không ai đăng nhập hay đăng bài được, bạn đọc chỉ đọc được trang có trong bộ nhớ đệm. Hãy chuyển sang gói trả phí của Cloudflare.`,
    storage: (what: string, used: number, limit: number) =>
      `${what} đã chiếm ${formatInteger(used)} trong ${formatInteger(limit)} MB. Đầy thì không lưu được nữa. Hãy chuyển sang gói trả phí hoặc bớt ảnh và tệp.`,
    backup: (days: number) =>
      `Bản sao lưu gần nhất đã ${formatInteger(days)} ngày. Hãy chạy npm run backup.`,
    failedBackup: (error: string) =>
      `Lần sao lưu gần nhất không xong: ${error}. Hãy chạy lại npm run backup.`,
  },
  rowsRead: "dòng đọc",
  rowsWritten: "dòng ghi",
  requests: "lượt gọi",
  database: "Cơ sở dữ liệu",
  bucket: "Kho ảnh và tệp",
  allWell: "Mọi thứ bình thường.",
  lines: {
    heartbeat: "Đồng hồ chạy gần nhất",
    outbox: "Hàng chờ",
    usage: "Hôm nay",
    storage: "Dung lượng",
    backup: "Bản sao lưu gần nhất",
    version: "Phiên bản của Worker",
  },
  outbox: (waiting: number, failed: number) =>
    `${formatInteger(waiting)} việc đang chờ, ${formatInteger(failed)} việc chưa làm được`,
  oldest: "lâu nhất từ",
  usageScope:
    "Chỉ những gì Worker tự đếm, chậm vài phút: không gồm lượt lấy từ bộ nhớ đệm, bộ đếm lượt xem và các lệnh chạy từ máy ngoài. Số đầy đủ ở bảng điều khiển Cloudflare.",
  megabytes: (what: string, megabytes: number) => `${what}: ${formatInteger(megabytes)} MB`,
  noBackup: "chưa có",
  clockErrors: "Lỗi của đồng hồ trong tháng qua",
  failures: (count: number) => `${formatInteger(count)} lần, gần nhất`,
} as const;
