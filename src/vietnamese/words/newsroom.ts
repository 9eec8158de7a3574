/** Sentences that every page of the newsroom shares, and those of signing in. */
export const newsroomWords = {
  kinds: { article: "Bài", page: "Trang" },
  newsroom: "Tòa soạn",
  skipToContent: "Đến nội dung chính",
  menu: "Danh mục",
  desk: "Bàn làm việc",
  write: "Viết bài",
  media: "Kho ảnh",
  admin: "Quản trị",
  guide: "Hướng dẫn",
  signOut: "Thoát",
  copy: "Chép",
  filters: "Tìm và lọc",
  roles: { reporter: "Phóng viên", editor: "Biên tập viên", admin: "Quản trị" },
  states: {
    draft: "Nháp",
    submitted: "Chờ duyệt",
    returned: "Trả lại",
    scheduled: "Hẹn giờ",
    published: "Đã đăng",
    withdrawn: "Đã gỡ",
  },
  untitled: "(chưa đặt tiêu đề)",

  signIn: "Đăng nhập",
  signInTitle: "Đăng nhập tòa soạn",
  username: "Tên đăng nhập",
  password: "Mật khẩu",
  forgotten:
    "Quên mật khẩu hoặc chưa có tài khoản? Hãy nhờ quản trị gửi một liên kết qua Zalo; liên kết dùng được một lần.",
  wrongCredentials: "Tên đăng nhập hoặc mật khẩu không đúng.",
  tooManySignIns: (minutes: number) =>
    `Đã thử đăng nhập quá nhiều lần. Hãy chờ ${minutes} phút rồi thử lại; mật khẩu của bạn không bị đổi.`,
  signInAgain: "Phiên làm việc đã hết nên việc này chưa được làm. Hãy đăng nhập lại rồi làm lại.",
  notYourRole: "Tài khoản của bạn không có quyền làm việc này.",
  fromElsewhere:
    "Yêu cầu này không đến từ trang tòa soạn nên bị từ chối. Hãy mở lại trang rồi thử lại.",
  tooManyWrites: "Quá nhiều thao tác trong một phút. Hãy chờ một chút rồi thử lại.",

  sessionOver: "Phiên làm việc đã hết",
  sessionOverNothingSaved: "Chưa lưu được vì phiên làm việc đã hết.",
  sentKept: "Những gì bạn viết còn nguyên ở trang này. Đừng đóng trang.",
  sentFiles: "Ảnh hoặc tệp đi kèm phải chọn lại sau khi lưu.",
  sentSignIn: "Bước 1: đăng nhập lại ở một thẻ mới",
  sentThenAgain: "Bước 2: quay lại đây và gửi lại",
  sentAgain: "Gửi lại",

  failed: "Chưa làm được",
  missing: "Không có trang này",
  internal:
    "Hệ thống gặp lỗi. Hãy mở lại trang để xem việc vừa bấm đã xong chưa, rồi thử lại sau ít phút.",
  backToDesk: "Về bàn làm việc",
  fieldsToMend: "Có chỗ cần sửa",
} as const;

/** What the browser says after it copied a text. */
export const copyWords = {
  copied: "Đã chép",
  copyByHand:
    "Trình duyệt không cho chép. Chữ đã được chọn sẵn: nhấn giữ rồi chọn Sao chép, hoặc Ctrl+C.",
} as const;
