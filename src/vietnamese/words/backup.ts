/** Output of `npm run backup` and `npm run restore`. */
export const backupWords = {
  usage: [
    "Cách dùng: npm run backup -- THƯ_MỤC [--state THƯ_MỤC_TRẠNG_THÁI --port CỔNG | --remote --config TỆP] [--keep SỐ]",
    "  --state     trang trên máy này, mặc định .wrangler/state; trang đang chạy cũng được",
    "  --port      cổng của trang trên máy này, mặc định 8787",
    "  --remote    trang đã đưa lên Cloudflare",
    "  --config    wrangler.toml của trang ấy",
    "  --keep SỐ   giữ lại bấy nhiêu bản trong thư mục, mặc định 7",
  ].join("\n"),
  restoreUsage: [
    "Cách dùng: npm run restore -- THƯ_MỤC [--state THƯ_MỤC_TRẠNG_THÁI --port CỔNG | --remote --config TỆP]",
    "  --dry-run           chỉ kiểm tra bản sao lưu và nói sẽ làm gì",
    "  --backup TỆP        một bản cũ hơn: tên tệp trong THƯ_MỤC/manifests",
    "  --new-address       cho phép khôi phục thành trang có địa chỉ khác",
    "  --publish-overdue   đăng ngay bài hẹn giờ đã quá giờ, thay vì trả về chờ duyệt",
  ].join("\n"),
  rows: (table: string, rows: number) => `${table}: ${rows} dòng`,
  objects: (count: number, fetched: number, bytes: number) =>
    `Ảnh và tệp: ${count} (chép mới ${fetched}, tổng ${writeSize(bytes)})`,
  checked: (count: number, all: number) => `Kiểm tra ảnh và tệp: ${count}/${all}`,
  restored: (count: number, all: number) => `Khôi phục ảnh và tệp: ${count}/${all}`,
  indexed: (parts: number) => `Lập lại chỉ mục tìm kiếm: phần ${parts}`,
  done: (folder: string, moment: number, objects: number, bytes: number) =>
    `Đã sao lưu vào ${folder} tình trạng lúc ${new Date(moment).toISOString()}: ${objects} ảnh và tệp, ${writeSize(bytes)}.`,
  missing: (keys: string[]) =>
    `Kho R2 thiếu ${keys.length} tệp mà cơ sở dữ liệu có ghi: ${keys.slice(0, 5).join(", ")}`,
  plan: (site: string, moment: number, tables: Record<string, number>, objects: number) =>
    [
      `Bản sao lưu của ${site} lúc ${new Date(moment).toISOString()}, không có gì hỏng:`,
      ...Object.entries(tables)
        .filter(([, rows]) => rows > 0)
        .map(([name, rows]) => `  ${name}: ${rows} dòng`),
      `  ảnh và tệp: ${objects}`,
    ].join("\n"),
  wouldResume: "Trang đã khôi phục dở bản này: chạy lại sẽ làm tiếp.",
  wouldBegin: "Trang đang trống: sẽ khôi phục toàn bộ.",
  overdue: (titles: string[], publishes: boolean) =>
    [
      publishes
        ? `${titles.length} bài hẹn giờ đã quá giờ sẽ đăng ngay khi trang chạy:`
        : `${titles.length} bài hẹn giờ đã quá giờ được trả về chờ duyệt (muốn đăng ngay: --publish-overdue):`,
      ...titles.map((title) => `  ${title}`),
    ].join("\n"),
  unscheduled: "Khôi phục từ bản sao lưu: đã quá giờ hẹn.",
  restoredSite: (remote: boolean) =>
    [
      "Đã khôi phục. Mật khẩu, khóa đăng nhập và mã API không nằm trong bản sao lưu:",
      remote ? "  1. Chạy npm run deploy: đồng hồ của trang đang tắt." : "  1. Chạy lại trang.",
      `  2. Quản trị đặt mật khẩu mới: npm run admin -- --username TÊN --name "Họ và tên"${remote ? " --remote" : ""}`,
      "  3. Trong tòa soạn, quản trị tạo liên kết đặt mật khẩu cho từng người (Quản trị, Người làm).",
      "Bản sao (mirror) của trang nhận lỗi 410 thì phải tải lại từ đầu.",
    ].join("\n"),

  badKeep: "--keep phải là số nguyên từ 1 trở lên.",
  badPort: "--port phải là số nguyên từ 1 đến 65535.",
  noSite: (state: string) => `Chưa có trang nào ở ${state}.`,
  noRemoteSite: (database: string) => `Chưa có cơ sở dữ liệu ${database} trên Cloudflare.`,
  noDatabase: "Cơ sở dữ liệu còn trống, chưa có gì để sao lưu.",
  noBackup: (folder: string) => `Không có bản sao lưu nào ở ${folder}.`,
  folderInUse: (folder: string) => `Một lần sao lưu khác đang ghi vào ${folder}.`,
  otherSite: (folder: string, found: string, own: string) =>
    `${folder} giữ bản sao lưu của trang ${found}, không phải của ${own}. Hãy chọn thư mục khác.`,
  otherBackup: "Một lần sao lưu khác của trang này vừa bắt đầu. Hãy chạy từng lần một.",
  migrated: "Cơ sở dữ liệu vừa được nâng cấp giữa chừng. Hãy chạy lại.",
  unknownTable: (name: string) =>
    `Bảng ${name} chưa có trong scripts/backup/table-classes.ts: không biết có phải sao lưu không.`,
  cannotWrite: (folder: string, reason: string) =>
    `Không ghi được vào ${folder} (${reason}). Các bản sao lưu đã có vẫn nguyên; sửa xong hãy chạy lại.`,
  damaged: (file: string) => `Bản sao lưu hỏng: ${file} thiếu hoặc không khớp mã SHA-256.`,
  newerFormat: (file: string) => `${file} do chương trình mới hơn ghi. Hãy cập nhật mã nguồn.`,
  newerSchema: (name: string) =>
    `Cơ sở dữ liệu đã nâng cấp đến ${name}, mã nguồn này chưa có. Hãy cập nhật mã nguồn.`,
  otherAddress: (saved: string, own: string) =>
    `Bản sao lưu là của trang ${saved}, còn trang này là ${own}. Thêm --new-address nếu đúng là muốn vậy.`,
  notEmpty: (tables: string[]) =>
    `Trang không trống (${tables.join(", ")}). Chỉ khôi phục vào trang trống.`,
  otherRestore:
    "Trang đang khôi phục dở một bản sao lưu khác. Hãy làm tiếp bản ấy, hoặc dùng trang trống.",
  wrongCounts: (tables: string[]) =>
    `Số dòng không khớp sau khi khôi phục: ${tables.join(", ")}. Hãy xóa trang này và làm lại.`,
  whichAccount: "Không rõ tài khoản Cloudflare nào: hãy đặt CLOUDFLARE_ACCOUNT_ID.",
  cannotAsk: (reason: string) => `Không làm được trên Cloudflare: ${reason}`,
} as const;

function writeSize(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
}
