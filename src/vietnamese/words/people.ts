/** Sentences of the admins' pages about people and API tokens. */
export const peopleWords = {
  tooManyHashes: "Đang có quá nhiều người đăng nhập cùng lúc. Hãy chờ một lát rồi thử lại.",
  admin: "Quản trị",
  people: "Người làm",
  peopleHint: "Ai vào được tòa soạn, vai trò, lời mời, khóa tài khoản.",
  tokens: "Mã truy cập API",
  tokensHint: "Mã để phần mềm khác gửi bài hay đọc bài thay một người.",

  addPerson: "Thêm người",
  username: "Tên đăng nhập",
  usernameHint: "Chữ thường không dấu, số, dấu chấm hoặc gạch nối; không đổi được về sau.",
  name: "Họ và tên",
  role: "Vai trò",
  roleHint:
    "Phóng viên viết bài của mình; biên tập viên duyệt mọi bài; quản trị thêm việc quản lý người, mã và thiết lập.",
  unit: "Đơn vị ghi dưới bài",
  email: "Thư điện tử",
  emailHint: "Chỉ cần khi cơ quan dùng Cloudflare Access. Tòa soạn không gửi thư.",
  save: "Lưu",
  addAndLink: "Thêm và tạo liên kết mời",

  faults: {
    username: "Tên đăng nhập dài 2 đến 40 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối.",
    name: "Hãy ghi họ và tên, không quá 120 ký tự.",
    role: "Hãy chọn một vai trò.",
    unit: "Tên đơn vị dài quá 120 ký tự.",
    email: "Địa chỉ thư điện tử không đúng.",
    usernameTaken: "Đã có người dùng tên đăng nhập này.",
    emailTaken: "Địa chỉ này đã gắn với người khác.",
    lastAdmin: "Phải còn ít nhất một quản trị khác đang hoạt động và đã đặt mật khẩu hoặc khóa.",
    self: "Bạn không thể tự khóa tài khoản của mình. Hãy nhờ một quản trị khác.",
    owner: "Hãy chọn một người đang hoạt động.",
    label: "Hãy ghi mã này dùng cho việc gì, không quá 80 ký tự.",
    scope: "Hãy chọn quyền của mã.",
    days: "Hãy chọn thời hạn của mã.",
  },

  states: { active: "Đang hoạt động", invited: "Chưa đặt mật khẩu", disabled: "Đã khóa" },
  seenAt: "Vào lần cuối",
  neverSeen: "Chưa vào lần nào",
  noSuchPerson: "Không có người này.",
  noSuchToken: "Không có mã này, hoặc mã đã bị thu hồi.",

  link: "Liên kết đặt mật khẩu",
  linkHint: (state: "active" | "invited" | "disabled") =>
    state === "invited"
      ? "Tạo liên kết mời mới; liên kết cũ hết hiệu lực. Liên kết mới dùng được một lần trong 72 giờ."
      : "Dùng khi quên mật khẩu. Liên kết dùng được một lần trong 24 giờ. Khi đặt mật khẩu mới, mọi phiên đăng nhập, khóa đăng nhập, mã truy cập và liên kết xem trước của người này hết hiệu lực.",
  makeLink: "Tạo liên kết",
  linkMade: (name: string) => `Liên kết cho ${name}`,
  linkOnce:
    "Chép liên kết này vào Zalo và chỉ gửi cho đúng người đó. Trang này không mở lại được; cần thì tạo liên kết khác.",
  linkEnds: "Dùng được một lần, đến",
  backToPeople: "Về danh sách người làm",

  access: "Phiên và khóa đăng nhập",
  passkey: "Khóa đăng nhập",
  noAccess: "Không có phiên hay khóa đăng nhập nào.",
  endAccess: "Kết thúc mọi quyền truy cập",
  endAccessQuestion: (name: string) =>
    `Mọi phiên, khóa đăng nhập, mã truy cập, liên kết đặt mật khẩu và liên kết xem trước của ${name} hết hiệu lực ngay. Tài khoản và mật khẩu vẫn còn; nếu mật khẩu có thể đã lộ, hãy khóa tài khoản.`,
  accessEnded: "Đã kết thúc mọi quyền truy cập.",

  disable: "Khóa tài khoản",
  disableQuestion: (name: string) =>
    `Khóa tài khoản của ${name}? Người này phải thoát ngay trên mọi thiết bị; mật khẩu, khóa đăng nhập, mã truy cập và liên kết xem trước của người này hết hiệu lực và không khôi phục được. Bài đã viết giữ nguyên.`,
  enable: "Mở lại tài khoản",
  enableHint:
    "Mật khẩu, khóa đăng nhập, mã truy cập và liên kết cũ đã hết hiệu lực khi khóa. Mở lại xong, hãy tạo liên kết đặt mật khẩu cho người này.",
  saved: "Đã lưu.",
  disabled: "Đã khóa tài khoản.",
  enabled: "Đã mở lại tài khoản. Hãy tạo liên kết đặt mật khẩu cho người này.",

  makeToken: "Tạo mã",
  owner: "Thay mặt ai",
  label: "Dùng cho việc gì",
  labelHint: "Ví dụ: Phần mềm của TT Phát triển KH&CN.",
  scope: "Quyền",
  scopes: {
    read: "Chỉ đọc",
    write: "Đọc và ghi, theo vai trò của người ấy",
    import: "Nhập kho bài cũ: đọc và ghi, không giới hạn số lần mỗi phút. Nhập xong hãy thu hồi",
  },
  shortScopes: { read: "chỉ đọc", write: "đọc và ghi", import: "nhập bài cũ" },
  tokenDays: "Hiệu lực trong",
  daysOf: { 30: "30 ngày", 90: "90 ngày", 365: "một năm" },
  tokenEnds: "Hết hạn lúc",
  tokenEnded: "Đã hết hạn lúc",
  tokenMade: "Mã truy cập mới",
  tokenOnce:
    "Chép mã này ngay và cất ở nơi an toàn. Tòa soạn chỉ giữ dấu vết của mã, nên không xem lại được.",
  backToTokens: "Về danh sách mã",
  noTokens: "Chưa có mã nào.",
  issuedTokens: "Mã đang dùng",
  madeAt: "tạo",
  usedAt: "dùng lần cuối",
  neverUsed: "chưa dùng lần nào",
  ownerDisabled: "người này đã bị khóa nên mã không dùng được",
  revoke: "Thu hồi",
  revokeQuestion: (label: string) =>
    `Thu hồi mã “${label}”? Phần mềm đang dùng mã này dừng ngay, và không lấy lại được mã.`,
  revoked: "Đã thu hồi mã.",
} as const;
