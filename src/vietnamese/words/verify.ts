/** Output of `npm run verify`. A check says what is wrong and what to change; `fault` is what was found. */
export const verifyWords = {
  usage:
    "Cách dùng: npm run verify -- https://địa-chỉ [--json] [--workers-dev tên.tài-khoản.workers.dev]",
  withoutToken:
    "Các dòng có dấu – bị bỏ qua: đặt BAN_TIN_ADMIN_TOKEN là mã API được ghi của một quản trị viên (Tòa soạn, Quản trị, Mã API); riêng workers-dev cần --workers-dev.",
  leftOut: (check: string) => `– ${check}: bỏ qua`,
  passed: (check: string) => `✓ ${check}`,
  failed: (check: string, problem: string) => `✗ ${check}: ${problem}`,
  notTried: (error: string) =>
    `Không kiểm tra được, trang không trả lời đúng (${error}). Kiểm tra địa chỉ và nhật ký của Worker.`,
  allPassed: "Mọi kiểm tra đều đạt.",
  someFailed: (count: number) => `${count} kiểm tra chưa đạt.`,
  checks: {
    https: (fault: string) =>
      `Trang mở bằng ${fault}. Hãy ghi địa chỉ https ở BASE_URL trong wrangler.toml và bật Always Use HTTPS của tên miền.`,
    health: (fault: string) =>
      `/healthz trả lời ${fault}. Nếu là “no edge cache”: nền tảng không cấp bộ nhớ đệm, kiểm tra [cache] trong wrangler.toml rồi đưa lên lại.`,
    headers: (fault: string) =>
      `Thiếu tiêu đề ${fault}. Hãy tắt quy tắc sửa tiêu đề (Transform Rules) của tên miền.`,
    cache: (fault: string) =>
      `Lượt đọc thứ hai vẫn không lấy từ bộ nhớ đệm (${fault}). Kiểm tra [cache] trong wrangler.toml và Cache Rules của tên miền.`,
    "cache-headers": (fault: string) =>
      `Bạn đọc nhận tiêu đề ${fault}, đáng lẽ nền tảng phải bỏ hoặc trang không gửi. Kiểm tra [cache] trong wrangler.toml và các quy tắc của tên miền.`,
    unchanged: (fault: string) =>
      `Trang bị sửa trên đường đi (${fault}). Hãy tắt Email Address Obfuscation, Rocket Loader, Web Analytics tự chèn và các tính năng sửa HTML của tên miền.`,
    head: (fault: string) => `HEAD trả lời khác GET (${fault}). Kiểm tra quy tắc của tên miền.`,
    conditional: (fault: string) =>
      `${fault}, đáng lẽ là 304: trình duyệt phải tải lại cả trang. Hãy tắt tính năng sửa HTML hay bỏ ETag của tên miền.`,
    range: (fault: string) =>
      `${fault}: một phần của trang không đúng các byte đã hỏi. Kiểm tra quy tắc của tên miền.`,
    "junk-query": (fault: string) =>
      `Địa chỉ có tham số lạ không trả lời như địa chỉ sạch (${fault}). Kiểm tra quy tắc chuyển hướng và tường lửa của tên miền.`,
    newsroom: (fault: string) =>
      `Tòa soạn có thể bị giữ trong bộ nhớ đệm (${fault}). Hãy tắt quy tắc “Cache Everything” của tên miền.`,
    password: (fault: string) =>
      `Đăng nhập thử trả lời ${fault}, đáng lẽ là 401. Nếu là 503 hay 500: Worker hết thời gian CPU khi băm mật khẩu, xem nhật ký của Worker. Nếu là 429: đợi một phút rồi chạy lại.`,
    "rate-limit": (fault: string) =>
      `Gửi mã API sai liên tiếp mà không bị chặn (${fault}). Kiểm tra [[ratelimits]] trong wrangler.toml rồi đưa lên lại.`,
    token: (fault: string) =>
      `/healthz?sau=1 trả lời ${fault}. BAN_TIN_ADMIN_TOKEN phải là mã API được ghi, còn hạn, của một quản trị viên.`,
    heartbeat: (fault: string) =>
      `Đồng hồ chạy lần cuối cách đây ${fault} giây, đáng lẽ mỗi phút một lần. Xem Cron Triggers và nhật ký của Worker ở Cloudflare, rồi đưa lên lại.`,
    problems: (fault: string) => `Trang tự báo trục trặc: ${fault}`,
    migrations: (fault: string) =>
      `Cơ sở dữ liệu không khớp với thư mục này (${fault}). Hãy lấy đúng phiên bản mã nguồn rồi chạy npm run deploy.`,
    database: (fault: string) =>
      `Cơ sở dữ liệu ở xa (${fault}). Chỗ đặt chỉ chọn được khi tạo: sửa DATABASE_LOCATION, sao lưu, tạo trang mới rồi khôi phục.`,
    "miss-then-hit": (fault: string) =>
      `Trang thử phải là MISS rồi HIT, nhưng là ${fault}. Kiểm tra [cache] trong wrangler.toml và Cache Rules của tên miền.`,
    purge: (fault: string) =>
      `Xóa bộ nhớ đệm chưa có tác dụng (${fault}): tin gỡ hay đính chính sẽ còn hiện bản cũ. Đợi một phút rồi chạy lại; nếu vẫn vậy, kiểm tra [cache] trong wrangler.toml và các lớp đệm khác trước trang.`,
    bucket: (fault: string) =>
      `Ghi rồi đọc lại kho R2 không được (${fault}). Kiểm tra R2 đã bật và [[r2_buckets]] trong wrangler.toml.`,
    "rotated-photo": (fault: string) =>
      `Ảnh JPEG chụp dọc không xử lý đúng (${fault}). Nếu là Images: kiểm tra [images] trong wrangler.toml và hạn mức Images của tài khoản.`,
    "heic-photo": (fault: string) =>
      `Ảnh HEIC của điện thoại không nhận được (${fault}). Kiểm tra [images] trong wrangler.toml và hạn mức Images của tài khoản.`,
    "large-photo": (fault: string) =>
      `Ảnh 20 MB không nhận được (${fault}). Nếu là 413: tên miền hay gói dịch vụ giới hạn cỡ tệp; nếu là 503: Worker hết bộ nhớ hay CPU, xem nhật ký của Worker.`,
    access: (fault: string) =>
      `ACCESS_SIGN_IN đang bật nhưng /toa-soan trả lời ${fault} mà không qua Cloudflare Access. Hãy tạo ứng dụng Access cho đường dẫn /toa-soan, hoặc tắt ACCESS_SIGN_IN.`,
    "workers-dev": (fault: string) =>
      `${fault} vẫn mở, nên bản cũ chạy được trên dữ liệu thật. Đặt workers_dev = false và preview_urls = false trong wrangler.toml rồi chạy npm run deploy.`,
  },
} as const;
