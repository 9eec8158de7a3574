/** Output of `npm start`, `npm run dev` and `npm run deploy`. */
export const startWords = {
  usage: [
    "Cách dùng: npm start [-- --port CỔNG --state THƯ_MỤC --no-demo --production --behind-proxy --host ĐỊA_CHỈ]",
    "  --port CỔNG        cổng phục vụ, mặc định 8787",
    "  --state THƯ_MỤC    nơi giữ cơ sở dữ liệu, ảnh và bí mật, mặc định .wrangler/state",
    "  --no-demo          không nạp tài khoản và bài dùng thử ở lần chạy đầu",
    "  --production       chạy thật: không bài dùng thử, bắt buộc có bí mật và thiết lập thật, nhật ký từng dòng JSON",
    "  --behind-proxy     tin địa chỉ người đọc mà máy chủ đứng trước ghi sau cùng vào X-Forwarded-For",
    "  --host ĐỊA_CHỈ     nghe ở địa chỉ này, mặc định 127.0.0.1",
  ].join("\n"),

  unknownFlag: (flag: string) =>
    `Không có tham số ${flag}. Gõ npm start -- --help để xem cách dùng.`,
  flagNeedsValue: (flag: string) => `Tham số ${flag} cần một giá trị.`,
  flagTakesNoValue: (flag: string) => `Tham số ${flag} không nhận giá trị.`,
  badPort: (value: string) => `--port ${value} không hợp lệ: cổng là số nguyên từ 1 đến 65535.`,

  portTaken: (port: number) =>
    `Cổng ${port} đang được chương trình khác dùng. Chọn cổng khác bằng --port.`,
  portRefused: (port: number, code: string) => `Không mở được cổng ${port} (${code}).`,
  stateUnwritable: (folder: string, code: string) =>
    `Không ghi được vào thư mục trạng thái ${folder} (${code}).`,
  stateInUse: (folder: string, pid: string) =>
    `Thư mục trạng thái ${folder} đang được tiến trình ${pid} dùng. Hãy dừng tiến trình ấy, hoặc chọn thư mục khác bằng --state.`,
  unreadableConfig: (reason: string) => `Không đọc được wrangler.toml: ${reason}`,
  wrongSettings: (names: string[]) =>
    `Thiếu hoặc sai thiết lập: ${names.join(", ")} (xem [vars] trong wrangler.toml).`,
  missingSecret: (name: string, file: string) =>
    `Thiếu bí mật ${name}: trạng thái đã có dữ liệu nhưng ${file} không giữ ${name}. Khôi phục tệp ấy, hoặc đặt biến môi trường ${name}.`,
  secretNotGiven: (name: string, file: string) =>
    `Thiếu bí mật ${name}: hãy đặt biến môi trường ${name}, hoặc ghi ${name} vào ${file}.`,
  weakSecret: (name: string, least: number) => `Bí mật ${name} phải dài ít nhất ${least} ký tự.`,
  brokenFile: (file: string, folder: string) =>
    `Tệp ${file} hỏng: không phải JSON như mong đợi. Hãy khôi phục tệp ấy từ bản sao lưu. Nếu trang chưa có gì cần giữ, hãy xóa thư mục ${folder} rồi chạy lại.`,
  uselessFile: (file: string) =>
    `Tệp ${file} hỏng: không phải JSON như mong đợi. Chưa có dữ liệu nào cần đến tệp ấy: hãy xóa nó rồi chạy lại.`,
  buildFailed: (reason: string) => `Không dựng được Worker: ${reason}`,
  migrationFailed: (name: string, reason: string) =>
    `Bản nâng cấp ${name} không chạy được: ${reason}`,
  workerFailed: (reason: string) => `Worker không khởi động được: ${reason}`,
  notAnswering: (path: string, status: number) => `Trang không chạy: ${path} trả lời ${status}.`,
  scheduledFailed: (reason: string) => `Việc theo giờ gặp lỗi, phút sau sẽ thử lại: ${reason}`,

  migrated: (count: number) => `Đã chạy ${count} bản nâng cấp cơ sở dữ liệu.`,
  demoAccounts: (file: string) => `Tài khoản dùng thử (giữ ở ${file}):`,
  roles: { admin: "quản trị", editor: "biên tập", reporter: "phóng viên" },
  loadingDemo: (done: number, all: number) => `Nạp bài dùng thử: ${done}/${all}`,
  demoFailed: (name: string, reason: string) => `Không nạp được bài dùng thử ${name}: ${reason}`,
  ready: (address: string) => `ready ${address}`,
} as const;

/** Output of `npm run deploy` and `npm run rollback`. */
export const deployWords = {
  usage: "Cách dùng: npm run deploy [-- --dry-run --config TỆP --moved-from ĐỊA_CHỈ_CŨ]",
  rollbackUsage: "Cách dùng: npm run rollback [-- PHIÊN_BẢN --config TỆP]",
  wrongSettings: (names: string[]) =>
    `Chưa đưa lên được: thiếu hoặc sai thiết lập ${names.join(", ")} (xem [vars] trong wrangler.toml).`,
  localAddress: (value: string) =>
    `Chưa đưa lên được: BASE_URL là ${value}; hãy ghi địa chỉ https của trang trong wrangler.toml.`,
  exampleSettings: (names: string[]) =>
    `Chưa đưa lên được: ${names.join(", ")} vẫn là giá trị ví dụ; hãy điền thông tin thật trong wrangler.toml.`,
  badName: (name: string) =>
    `Chưa đưa lên được: name trong wrangler.toml là “${name}”; hãy dùng 3 đến 56 chữ thường a–z, chữ số và gạch nối.`,
  badLocation: (value: string, known: string[]) =>
    `Chưa đưa lên được: DATABASE_LOCATION là “${value}”; chọn một trong ${known.join(", ")}.`,
  missingSecrets: (names: string[], file: string) =>
    `Chưa đưa lên được: thiếu bí mật ${names.join(", ")}. Đặt bằng lệnh: npx wrangler secret put ${names[0] ?? ""} --config ${file}`,
  otherSite: (database: string, address: string, name: string) =>
    `Chưa đưa lên được: cơ sở dữ liệu ${database} là của trang ${address}. Nếu đây là trang khác, hãy đổi name trong wrangler.toml (nay là ${name}). Nếu trang ấy đổi địa chỉ, chạy: npm run deploy -- --moved-from ${address}`,
  otherDatabase: (database: string, name: string) =>
    `Chưa đưa lên được: cơ sở dữ liệu ${database} đã có dữ liệu không phải của trang này. Hãy đổi name trong wrangler.toml (nay là ${name}).`,
  otherBucket: (bucket: string, name: string) =>
    `Chưa đưa lên được: kho R2 ${bucket} đã có mà không phải của trang này. Hãy đổi name trong wrangler.toml (nay là ${name}).`,
  noR2: "Chưa đưa lên được: tài khoản Cloudflare chưa bật R2. Mở https://dash.cloudflare.com/?to=/:account/r2/overview, bật R2 (cần thẻ thanh toán), rồi chạy lại.",
  notMade: (database: string) =>
    `Chưa thấy cơ sở dữ liệu ${database} vừa tạo. Hãy chạy lại sau một phút.`,
  cannotAsk: (reason: string) => `Không hỏi được Cloudflare: ${reason}`,
  stepFailed: (command: string) =>
    `Lệnh không thành công: wrangler ${command}. Sửa lỗi ở trên rồi chạy lại; các bước đã xong không hỏng.`,
  done: (address: string) => `Đã đưa lên: ${address}`,
  beforeObjects:
    "Không trở lại được phiên bản này: từ đó đến nay đã có thêm loại Durable Object (mục [[migrations]] trong wrangler.toml), và Cloudflare không cho trở lại trước lúc ấy. Hãy sửa lỗi rồi chạy npm run deploy.",
  noFormerVersion: "Chưa có phiên bản cũ nào để trở lại.",
  rolledBack:
    "Đã trở lại phiên bản cũ, với thiết lập và bí mật của phiên bản ấy. Trong vòng một phút, trang tự xóa bộ nhớ đệm để bạn đọc không thấy bản cũ.",
} as const;
