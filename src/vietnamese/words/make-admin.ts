/** Output of `npm run admin`. */
export const makeAdminWords = {
  usage: [
    "Cách dùng: npm run admin -- --username TÊN --name “Họ và tên” [--state THƯ_MỤC] [--port CỔNG]",
    "           npm run admin -- --username TÊN --name “Họ và tên” --remote [--config TỆP]",
    "  --username TÊN     tên đăng nhập: chữ thường không dấu, số, dấu chấm, gạch nối",
    "  --name             họ và tên",
    "  --state THƯ_MỤC    trang trên máy này, mặc định .wrangler/state",
    "  --port CỔNG        cổng của trang trên máy này, mặc định 8787",
    "  --remote           trang đã đưa lên Cloudflare",
    "  --config TỆP       wrangler.toml của trang ấy",
    "  --again            làm cả khi đã có quản trị: thêm người nữa, hay lấy lại tài khoản đã mất",
  ].join("\n"),
  wrongFlags: "Tham số chưa đúng. Gõ npm run admin -- --help để xem cách dùng.",
  badUsername: (username: string) =>
    `Tên đăng nhập “${username}” chưa đúng: 2 đến 40 ký tự gồm chữ thường không dấu, số, dấu chấm, gạch nối.`,
  badName: "Hãy ghi họ và tên sau --name, không quá 120 ký tự.",
  adminExists:
    "Đã có quản trị đăng nhập được. Hãy nhờ người đó tạo liên kết trong tòa soạn, hoặc thêm --again nếu không còn ai vào được.",
  usernameTaken: (username: string) =>
    `Đã có người dùng tên ${username}. Thêm --again nếu muốn cho chính người đó làm quản trị.`,
  made: (username: string, link: string) =>
    [
      `Tài khoản quản trị ${username}: mở liên kết này để đặt mật khẩu (dùng được một lần, trong 72 giờ):`,
      link,
    ].join("\n"),
  cannotAsk: (reason: string) => `Không làm được trên Cloudflare: ${reason}`,
  firstAdmin: ({ state, port }: { state: string; port: number }) =>
    [
      "Trang chưa có ai vào được tòa soạn. Tạo quản trị đầu tiên ở một cửa sổ lệnh khác:",
      `  npm run admin -- --username quantri --name "Họ và tên" --state "${state}" --port ${port}`,
    ].join("\n"),
} as const;
