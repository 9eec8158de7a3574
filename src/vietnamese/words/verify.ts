/** Output of `npm run verify`. A check says what is wrong and what to change; `fault` is what was found. */
export const verifyWords = {
  usage: "Cách dùng: npm run verify -- https://địa-chỉ [--json]",
  passed: (check: string) => `✓ ${check}`,
  failed: (check: string, problem: string) => `✗ ${check}: ${problem}`,
  allPassed: "Mọi kiểm tra đều đạt.",
  someFailed: (count: number) => `${count} kiểm tra chưa đạt.`,
  checks: {
    https: (fault: string) =>
      `Trang mở bằng ${fault}. Hãy dùng địa chỉ https và ghi nó ở BASE_URL trong wrangler.toml.`,
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
  },
} as const;
