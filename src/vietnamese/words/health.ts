import { formatInteger } from "../numbers.ts";
import { deskWords } from "./desk.ts";

const runBackup = "Hãy chạy npm run backup.";

/** Sentences of the health check. A problem says what is wrong and what to do. */
export const healthWords = {
  title: "Tình trạng hệ thống",
  hint: "Đồng hồ, hàng chờ, hạn mức, sao lưu.",
  problems: {
    heartbeat: (minutes: number) =>
      `Đồng hồ của trang đã dừng ${minutes} phút, bài hẹn giờ không lên trang. Hãy xem Cron Triggers của Worker ở Cloudflare; trên máy chủ riêng thì khởi động lại dịch vụ.`,
    clock: (work: string, error: string) =>
      `Đồng hồ không làm được việc “${work}”. ${deskWords.outboxAdvice} ${error}`,
    limit: (amount: string, advice: string) => `Đã dùng ${amount}. ${advice}`,
    backup: (days: number) => `Bản sao lưu gần nhất đã cũ ${days} ngày. ${runBackup}`,
    failedBackup: (error: string) => `Sao lưu không xong: ${error}. ${runBackup}`,
  },
  limitAdvice: {
    free: "Hết hạn mức thì tòa soạn không làm việc được, bạn đọc chỉ còn trang có trong bộ nhớ đệm. Hãy chuyển sang gói trả phí của Cloudflare.",
    paid: "Hết hạn mức thì không lưu được gì nữa, mà không có gói cao hơn. Hãy lập trang thứ hai làm kho lưu trữ.",
    bucket: "Trang vẫn chạy; phần vượt quá, Cloudflare tính tiền theo dung lượng.",
  },
  units: {
    requests: "lượt gọi trong ngày",
    rowsRead: "dòng đọc trong ngày",
    rowsWritten: "dòng ghi trong ngày",
    database: "MB trong cơ sở dữ liệu",
    bucket: "MB ảnh và tệp",
  },
  /** `limit` is null if there is none. */
  amount: (used: number, limit: number | null, unit: string) =>
    `${formatInteger(used)}${limit === null ? "" : ` / ${formatInteger(limit)}`} ${unit}`,
  clockRanAt: "Đồng hồ chạy lúc",
  outboxTitle: "Hàng chờ",
  outbox: (waiting: number, failed: number) => `${waiting} việc, ${failed} việc lỗi`,
  used: "Đã dùng, do Worker tự đếm, chưa gồm lượt lấy từ bộ nhớ đệm",
  backupAt: "Sao lưu lúc",
  noBackup: "chưa lần nào",
  version: "Phiên bản",
  clockErrors: "Lỗi của đồng hồ trong tháng qua",
  failures: (work: string, count: number) => `${work}: ${count} lần, gần nhất`,
} as const;
