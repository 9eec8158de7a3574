/** Output of `npm run deploy`. */
export const deployWords = {
  usage: "Cách dùng: npm run deploy [-- --dry-run --config TỆP]",
  wrongSettings: (names: string[]) =>
    `Chưa đưa lên được: thiếu hoặc sai thiết lập ${names.join(", ")} (xem [vars] trong wrangler.toml).`,
  localAddress: (value: string) =>
    `Chưa đưa lên được: BASE_URL là ${value}; hãy ghi địa chỉ https của trang trong wrangler.toml.`,
  exampleSettings: (names: string[]) =>
    `Chưa đưa lên được: ${names.join(", ")} vẫn là giá trị ví dụ; hãy điền thông tin thật trong wrangler.toml.`,
  missingSecrets: (names: string[]) =>
    `Chưa đưa lên được: thiếu bí mật ${names.join(", ")}. Đặt bằng lệnh: npx wrangler secret put ${names[0] ?? ""}`,
  cannotAsk: (reason: string) => `Không hỏi được Cloudflare: ${reason}`,
  stepFailed: (command: string) => `Lệnh không thành công: wrangler ${command}`,
} as const;
