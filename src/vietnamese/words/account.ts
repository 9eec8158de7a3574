/** Sentences of the account page and of signing in: invitations, password, passkeys, sessions. */
export const accountWords = {
  title: "Tài khoản",
  of: (name: string, username: string) => `${name} (${username})`,
  saved: "Đã lưu.",

  entry: "Thông tin của bạn",
  name: "Họ và tên",
  unit: "Đơn vị ghi dưới bài",
  unitHint: "Ví dụ: TT Phát triển KH&CN. Bài mới của bạn tự ghi đơn vị này.",
  save: "Lưu",

  changePassword: "Đổi mật khẩu",
  presentPassword: "Mật khẩu hiện tại",
  newPassword: "Mật khẩu mới",
  repeatPassword: "Gõ lại mật khẩu mới",
  passwordHint: (least: number) =>
    `Ít nhất ${least} ký tự. Một câu ngắn dễ nhớ, có dấu cách cũng được, an toàn hơn một từ nhiều ký hiệu.`,
  passwordFaults: {
    "too-short": "Mật khẩu phải có ít nhất 10 ký tự.",
    "too-long": "Mật khẩu dài quá 200 ký tự.",
    "is-username": "Mật khẩu gần như chỉ là tên đăng nhập. Hãy chọn câu khác.",
    "is-site-name": "Mật khẩu gần như chỉ là tên trang hay tên cơ quan. Hãy chọn câu khác.",
    common: "Mật khẩu này quá dễ đoán. Hãy chọn câu khác.",
  },
  passwordsDiffer: "Hai lần gõ không giống nhau.",
  wrongPresentPassword: "Mật khẩu hiện tại không đúng.",
  noPasswordYet: "Bạn chưa đặt mật khẩu. Hãy nhờ quản trị gửi một liên kết đặt mật khẩu qua Zalo.",
  otherSessionsEnd: "Đổi xong, mọi thiết bị khác của bạn phải đăng nhập lại.",
  passwordChanged: "Đã đổi mật khẩu. Các thiết bị khác phải đăng nhập lại.",

  welcome: "Đặt mật khẩu",
  welcomeOf: (name: string) => `Chào ${name}. Hãy đặt mật khẩu để vào tòa soạn.`,
  yourUsername: (username: string) => `Tên đăng nhập của bạn là ${username}.`,
  linkEnds: "Liên kết này dùng được một lần, đến",
  setPassword: "Đặt mật khẩu và vào",
  linkGone: "Liên kết không dùng được nữa",
  linkFaults: {
    unknown:
      "Không có liên kết này. Hãy kiểm tra đã chép đủ cả địa chỉ, hoặc nhờ quản trị gửi liên kết mới.",
    used: "Liên kết này đã được dùng để đặt mật khẩu. Nếu đó không phải là bạn, hãy báo ngay cho quản trị.",
    expired:
      "Liên kết này đã hết hạn hoặc đã có liên kết mới hơn. Hãy nhờ quản trị gửi liên kết mới.",
  },
  toSignIn: "Đến trang đăng nhập",

  passkeys: "Khóa đăng nhập",
  passkeysHint:
    "Khóa đăng nhập dùng vân tay, khuôn mặt hoặc mã mở máy thay cho mật khẩu. Mỗi máy hay điện thoại thêm một khóa.",
  noPasskeys: "Chưa có khóa nào.",
  passkeyName: "Tên khóa, để bạn nhận ra",
  addPasskey: "Thêm khóa trên máy này",
  addedAt: "thêm",
  lastUsedAt: "dùng lần cuối",
  neverUsed: "chưa dùng lần nào",
  removePasskey: "Xóa khóa",
  removePasskeyQuestion: (name: string) =>
    `Xóa khóa “${name}”? Máy giữ khóa này sẽ không đăng nhập bằng khóa được nữa.`,
  passkeyAdded: "Đã thêm khóa. Lần sau bạn đăng nhập được mà không cần mật khẩu.",
  passkeyRequired:
    "Vai trò của bạn phải đăng nhập bằng khóa. Nếu chưa có khóa nào, hãy thêm khóa ngay trên trang này; nếu đã có, hãy thoát rồi đăng nhập bằng khóa. Trước đó chưa làm được việc khác.",
  usePasskey:
    "Vai trò của bạn phải đăng nhập bằng khóa. Mất khóa thì nhờ một quản trị gửi liên kết đặt lại mật khẩu.",
  passkeyRemoved: "Đã xóa khóa.",
  passkeyRefused: "Khóa này không mở được tòa soạn. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.",
  passkeyNotAdded: "Chưa thêm được khóa. Hãy tải lại trang rồi thử lại.",
  tooManyPasskeys: "Bạn đã có 20 khóa. Hãy xóa bớt khóa không dùng nữa rồi thêm khóa mới.",
  confirmForPasskey: "Bạn đăng nhập đã lâu; gõ mật khẩu hiện tại để thêm khóa.",

  noCookies:
    "Trình duyệt này không giữ cookie nên chưa vào được tòa soạn. Hãy cho phép cookie của trang này trong cài đặt của trình duyệt rồi đăng nhập lại, hoặc dùng trình duyệt khác.",

  signInUnavailable:
    "Máy chủ tạm thời chưa kiểm tra hoặc chưa đặt được mật khẩu, khóa. Chưa có gì thay đổi. Hãy thử lại sau vài phút; nếu vẫn không được, hãy báo quản trị.",

  signInWithPasskey: "Đăng nhập bằng khóa",

  signInWithAccess: "Tiếp tục bằng Cloudflare Access",
  accessHint: "Dành cho cơ quan dùng chung một cổng đăng nhập.",
  noAccessIdentity:
    "Cloudflare Access không cho biết bạn là ai, nên chưa đăng nhập được. Hãy mở trang qua cổng đăng nhập của cơ quan, hoặc dùng mật khẩu.",
  noAccessPerson: (email: string) =>
    `Không có tài khoản nào của tòa soạn gắn với địa chỉ ${email}. Hãy nhờ quản trị ghi địa chỉ này vào tài khoản của bạn.`,

  sessions: "Thiết bị đang đăng nhập",
  sessionsHint: "Thấy thiết bị lạ? Cho thiết bị đó thoát rồi đổi mật khẩu ngay.",
  thisDevice: "thiết bị này",
  methods: {
    password: "bằng mật khẩu",
    passkey: "bằng khóa",
    link: "bằng liên kết",
    access: "bằng Cloudflare Access",
  },
  begunAt: "đăng nhập",
  seenAt: "dùng lần cuối",
  endSession: "Cho thoát",
  endSessionOf: (device: string) => `Cho thoát: ${device}`,
  endOthers: "Cho mọi thiết bị khác thoát",
  sessionEnded: "Đã cho thoát.",

  device: (browser: string | null, system: string | null) => {
    if (browser !== null && system !== null) return `${browser} trên ${system}`;
    return browser ?? system ?? "Thiết bị không rõ";
  },
} as const;

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
