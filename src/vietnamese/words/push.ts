/** What the account page says in the browser about turning notifications on. */
export const pushWords = {
  off: "Thiết bị này chưa nhận thông báo.",
  on: "Thiết bị này đang nhận thông báo.",
  working: "Đang bật…",
  iphone:
    "Trên iPhone và iPad: bấm Chia sẻ, chọn “Thêm vào MH chính”, rồi mở tòa soạn từ biểu tượng vừa thêm và bật ở đây.",
  unsupported:
    "Trình duyệt này không nhận được thông báo. Hãy dùng Chrome, Cốc Cốc, Edge hoặc Firefox bản mới.",
  denied:
    "Trình duyệt đang chặn thông báo của trang này. Bấm biểu tượng bên trái địa chỉ trang, cho phép Thông báo, rồi tải lại trang.",
  dismissed: "Trình duyệt chưa được phép hiện thông báo. Bấm bật lần nữa rồi chọn Cho phép.",
  serviceFailed:
    "Trình duyệt không nối được với dịch vụ thông báo của nó. Hãy thử lại sau, thử mạng khác, hoặc dùng cửa sổ không ẩn danh.",
  notConnected: "Mất kết nối với tòa soạn, nên chưa bật được. Hãy thử lại.",
} as const;
