/** What script says about passkeys, on whichever page it offers them. */
export const passkeyWords = {
  offer: "Lần sau đăng nhập bằng vân tay, khuôn mặt hoặc mã mở máy, không cần mật khẩu?",
  accept: "Thêm khóa đăng nhập",
  later: "Để sau",
  offerLabel: "Khóa đăng nhập",
  working: "Đang đợi máy của bạn…",
  cancelled: "Đã dừng. Bạn có thể thử lại bất cứ lúc nào.",
  alreadyHere: "Máy này đã có khóa của bạn.",
  notConnected: "Không nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.",
} as const;
