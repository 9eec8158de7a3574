/** Sentences of the API. */
export const apiWords = {
  titles: {
    malformed: "Yêu cầu không đọc được",
    unauthenticated: "Chưa đăng nhập",
    forbidden: "Không được phép",
    "not-found": "Không tìm thấy",
    "method-not-allowed": "Phương thức không dùng được",
    conflict: "Không hợp với tình trạng hiện tại",
    gone: "Đã gỡ",
    "length-required": "Thiếu độ dài",
    stale: "Bản đang sửa đã cũ",
    "too-large": "Quá lớn",
    "unsupported-type": "Kiểu dữ liệu không được hỗ trợ",
    misdirected: "Nhầm máy chủ",
    invalid: "Dữ liệu chưa hợp lệ",
    "precondition-required": "Thiếu điều kiện",
    "too-many": "Quá nhiều yêu cầu",
    unavailable: "Tạm thời chưa phục vụ được",
  },
  internal: {
    title: "Lỗi của hệ thống",
    detail: "Hệ thống gặp lỗi và chưa lưu gì. Hãy thử lại sau ít phút.",
  },
  noSuchPlace: "Không có địa chỉ này trong API.",
  wrongMethod: (methods: string) => `Địa chỉ này chỉ nhận ${methods}.`,
  tokenRequired: "Hãy gửi mã truy cập trong trường Authorization: Bearer <mã>.",
  tokenRefused: "Mã truy cập không đúng hoặc đã bị thu hồi.",
  tokenEnded: "Mã truy cập này đã hết hạn. Hãy nhờ quản trị cấp mã mới.",
  tooManyBadTokens: "Quá nhiều mã truy cập sai từ địa chỉ này. Hãy thử lại sau một phút.",
  tooManyReads:
    "Quá nhiều yêu cầu đọc không kèm mã truy cập. Hãy thử lại sau số giây ghi ở Retry-After, hoặc gửi kèm mã truy cập.",
  tooManyWrites: "Quá nhiều yêu cầu trong một phút. Hãy chờ một phút rồi thử lại.",
  readOnlyToken:
    "Mã truy cập này chỉ được đọc. Muốn gửi hay sửa bài, hãy xin tòa soạn một mã được ghi.",
  roleRequired: "Tài khoản này không có quyền làm việc này.",
  jsonOrMultipart: "Hãy gửi application/json hoặc multipart/form-data.",
  articlePartOnce: "Phải có đúng một phần “article”.",
  fileOnce: "Phải có đúng một tệp “file”.",
  factOnce: (name: string) => `Chỉ được có một phần “${name}”, là chữ.`,
  photosTooHeavy: (megabytes: number) =>
    `Ảnh gửi kèm bài nặng quá ${megabytes} MB. Hãy gửi từng ảnh trước bằng POST /api/photos rồi nêu mã ảnh trong bài.`,
  photoPartIsFile: "Phần “photo” phải là tệp có tên.",
  photoNameTwice: (name: string) => `Có hai ảnh cùng tên “${name}”.`,
  factsOfNoPart: (name: string) =>
    `Yêu cầu này không có phần “photo” tên “${name}”. Thông tin của ảnh đã lưu thì sửa bằng PATCH /api/photos/{id}.`,
  tooManyPhotos: (max: number) => `Một lần chỉ gửi được ${max} ảnh.`,
  notOldAddress:
    "Phải là địa chỉ cũ của bài: đường dẫn bắt đầu bằng “/”, hoặc cả địa chỉ http(s), dưới 500 ký tự.",
  wrongCursor: "Con trỏ trang không hợp lệ.",
  unknownCursor:
    "Trang đã khôi phục từ bản sao lưu và không có thay đổi mang số này. Hãy lấy lại từ đầu, không gửi since.",
  wrongState: (states: string) => `Tình trạng phải là một trong: ${states}.`,
  ifMatchRequired: "Hãy gửi If-Match với ETag của phiên bản đang sửa.",
  ifMatchStale: (current: number) =>
    `Bài đã có phiên bản mới hơn (phiên bản ${current}). Hãy đối chiếu rồi lưu lại; chưa có gì bị ghi đè.`,
  keyMalformed: "Idempotency-Key phải là 1–255 ký tự ASCII in được.",
  keyReused: "Idempotency-Key này đã dùng cho một nội dung khác.",
} as const;
