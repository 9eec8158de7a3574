/** Texts of notifications, and the part of the account page that turns them on and off. */
export const notificationWords = {
  titles: {
    submitted: "Có bài chờ duyệt",
    reported: "Bạn đọc báo lỗi trong bài",
    returned: "Bài của bạn bị trả lại",
    published: "Bài của bạn đã lên trang",
    withdrawn: "Bài của bạn đã gỡ",
    alert: "Tòa soạn có việc trục trặc",
    test: "Tin thử từ tòa soạn",
  },
  alerts: {
    overdue: (title: string) => `Quá giờ hẹn mà chưa đăng: ${title}`,
    undelivered: (title: string) => `Bạn đọc chưa thấy đúng bài: ${title}`,
    outbox: "Bản cũ của trang chưa được xóa khỏi bộ nhớ đệm.",
  },
  testBody: "Thiết bị này nhận được thông báo.",

  heading: "Thông báo trên điện thoại và máy tính",
  hint: "Tòa soạn báo ngay cả khi bạn không mở trang. Thông báo chỉ ghi tên bài; bấm vào thì mở đúng trang đó.",
  needsScript: "Bật thông báo cần JavaScript, mà trình duyệt này đang tắt hoặc chưa tải được.",
  turnOn: "Bật thông báo trên thiết bị này",
  notSetUp: "Tòa soạn chưa bật được thông báo. Hãy báo cho quản trị.",
  notSetUpForAdmins:
    "Trang này chưa có khóa gửi thông báo. Người vận hành đặt bí mật PUSH_KEY (32 byte ngẫu nhiên viết bằng base64url) thì phần này mới dùng được.",
  devices: "Thiết bị đang nhận thông báo",
  noDevices: "Chưa có thiết bị nào.",
  deviceSince: "bật từ",
  devicesEnd:
    "Thiết bị thôi nhận khi bạn thoát, bị cho thoát, đổi mật khẩu ở nơi khác, hoặc sau 14 ngày kể từ lần đăng nhập. Mỗi lần mở tòa soạn sau khi đăng nhập lại, thiết bị tự nhận tiếp.",
  sendTest: "Gửi thử",
  sendTestTo: (device: string) => `Gửi thử: ${device}`,
  turnOff: "Tắt",
  turnOffOf: (device: string) => `Tắt thông báo: ${device}`,
  kinds: "Báo cho tôi khi",
  kindNames: {
    submitted: "có bài nộp chờ duyệt",
    reported: "bạn đọc báo lỗi trong bài đang đăng",
    returned: "bài của tôi bị trả lại",
    published: "bài của tôi lên trang",
    withdrawn: "bài của tôi bị gỡ",
    alert: "bài quá giờ hẹn, hoặc việc đăng trục trặc",
  },
  save: "Lưu lựa chọn",

  turnedOn: "Đã bật thông báo trên thiết bị này.",
  turnedOff: "Đã tắt thông báo trên thiết bị đó.",
  kindsSaved: "Đã lưu các việc cần báo.",
  testSent:
    "Đã gửi tin thử. Nếu vài phút không thấy, hãy xem thiết bị có đang tắt thông báo không.",
  deviceGone:
    "Thiết bị đó không nhận thông báo nữa, nên đã được bỏ khỏi danh sách. Hãy bật lại trên chính thiết bị đó.",
  testFailed: (reason: string) => `Chưa gửi được tin thử: ${reason}`,
  refusedBy: (status: number) => `dịch vụ của trình duyệt từ chối (mã ${status}).`,
  unreachable: "chưa nối được với dịch vụ của trình duyệt. Hãy thử lại sau ít phút.",
  brokenKey: "Khóa mà trình duyệt gửi không dùng được. Hãy tắt rồi bật lại thông báo.",
  unknownService:
    "Trình duyệt này dùng một dịch vụ thông báo mà tòa soạn không biết. Hãy dùng Chrome, Cốc Cốc, Edge, Firefox hoặc Safari.",
} as const;

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
