import { formatDecimal } from "../numbers.ts";

/** Sentences of the settings page. */
export const settingsWords = {
  title: "Thiết lập trang",
  lead: "Những gì ghi ở đây hiện trên mọi trang cho bạn đọc: đầu trang, chân trang, nguồn tin. Thay đổi có hiệu lực trong vòng một phút.",
  groups: {
    site: "Trang tin",
    agency: "Cơ quan (Nghị định 42/2022/NĐ-CP, Điều 4)",
    portal: "Cổng thông tin cấp trên",
    colours: "Màu sắc",
    menus: "Thực đơn",
    measurement: "Đo lượng truy cập",
    videos: "Video từ trang khác",
    deployment: "Chỉ đổi được khi triển khai",
  },
  fields: {
    SITE_NAME: { label: "Tên trang tin", hint: null },
    SITE_TAGLINE: { label: "Dòng giới thiệu", hint: "Hiện dưới tên trang và trên trang chủ." },
    AGENCY_NAME: { label: "Cơ quan quản lý trang tin", hint: null },
    AGENCY_PARENT: { label: "Cơ quan chủ quản", hint: null },
    AGENCY_RESPONSIBLE: {
      label: "Người chịu trách nhiệm nội dung",
      hint: "Họ tên và chức vụ.",
    },
    AGENCY_ADDRESS: { label: "Địa chỉ", hint: null },
    AGENCY_PHONE: { label: "Điện thoại", hint: null },
    AGENCY_EMAIL: { label: "Thư điện tử", hint: null },
    PORTAL_NAME: { label: "Tên cổng", hint: null },
    PORTAL_URL: { label: "Địa chỉ cổng", hint: "Bắt đầu bằng https://." },
    HEADER_COLOUR: {
      label: "Màu đầu trang và biểu trưng",
      hint: "Chữ trên đầu trang màu sáng, nên màu này phải tối. Biểu tượng trên màn hình điện thoại giữ màu lúc triển khai.",
    },
    ACCENT_COLOUR: {
      label: "Màu liên kết",
      hint: "Hiện trên nền sáng, nên phải tối. Giao diện tối tự pha màu riêng.",
    },
    HEADER_MENU: {
      label: "Thực đơn đầu trang",
      hint: "Mỗi mục một dòng: Nhãn | địa chỉ. Dòng bắt đầu bằng dấu - nằm trong mục phía trên nó. Chỉ ghi địa chỉ thì lấy tên của trang hay chuyên mục; chỉ ghi nhãn thì mục ấy chỉ để mở các mục con. Ví dụ: Giới thiệu | /trang/gioi-thieu. Bỏ trống thì hiện các chuyên mục.",
    },
    FOOTER_MENU: {
      label: "Thực đơn cuối trang",
      hint: "Viết như thực đơn đầu trang. Bỏ trống thì hiện các chuyên mục.",
    },
    MEASUREMENT_SCRIPT: {
      label: "Địa chỉ script đo",
      hint: "Ví dụ bộ đo EMC của Bộ. Bỏ trống là không đo. Script chạy trong một khung riêng trên các trang cho bạn đọc, tách hẳn khỏi trang và phiên đăng nhập; nó biết địa chỉ trang qua document.referrer.",
    },
    VIEW_SAMPLING: {
      label: "Đếm lượt xem từng bài",
      hint: "Chỉ đếm số, không dùng cookie, không lưu địa chỉ của bạn đọc, không qua trang nào khác. Người đã chọn không bị theo dõi trong trình duyệt thì không đếm.",
    },
    VIDEO_CARDS: {
      label: "Liên kết video YouTube, Vimeo, Facebook",
      hint: "Trình duyệt của bạn đọc chỉ kết nối tới trang có video sau khi bạn đọc bấm.",
    },
  },
  videoCards: [
    { value: "on", label: "Thẻ video: bấm vào là phát ngay trên trang" },
    { value: "off", label: "Liên kết thường: bấm vào là sang trang có video" },
  ],
  viewSampling: [
    { value: "1", label: "Đếm mọi lượt" },
    { value: "10", label: "Đếm 1 trong 10 lượt rồi nhân 10 (trên 1 triệu lượt mỗi tháng)" },
    { value: "100", label: "Đếm 1 trong 100 lượt rồi nhân 100 (trên 10 triệu lượt mỗi tháng)" },
    { value: "off", label: "Không đếm" },
  ],
  deployment: [
    { name: "BASE_URL", what: "Địa chỉ của trang" },
    { name: "TOKEN_KEY", what: "Khóa bí mật, không bao giờ hiện ra" },
  ],
  secret: "đã đặt",
  deployedAs: (value: string) => `Khi triển khai: ${value === "" ? "để trống" : value}`,
  ratio: (ratio: number) => `Tương phản ${formatDecimal(ratio, 1)} : 1 (cần ít nhất 4,5 : 1)`,
  sample: "Chữ mẫu",
  ignored: (names: string) =>
    `Giá trị đã lưu của ${names} không còn hợp lệ nên đang bị bỏ qua; trang dùng giá trị lúc triển khai. Lưu lại biểu mẫu này để xóa giá trị sai.`,
  review: "Xem lại thay đổi",
  reviewTitle: "Xem lại trước khi lưu",
  reviewLead: "Bạn đọc sẽ thấy những thay đổi sau trên mọi trang:",
  nothing: "Không có gì thay đổi.",
  onlyIgnored: "Xóa các giá trị không hợp lệ đã lưu.",
  setting: "Mục",
  before: "Đang là",
  after: "Sẽ là",
  none: "(để trống)",
  save: "Lưu và áp dụng",
  editMore: "Sửa tiếp",

  empty: "Không được để trống.",
  tooLong: (max: number) => `Dài quá ${max} ký tự.`,
  notAddress: "Phải là địa chỉ bắt đầu bằng http:// hoặc https://.",
  notScript:
    "Phải là địa chỉ đầy đủ của một tệp script, bắt đầu bằng https://, ví dụ https://do.example.gov.vn/dem.js.",
  notChoice: "Hãy chọn một trong các mục có sẵn.",
  notEmail: "Phải là một địa chỉ thư điện tử.",
  menuLines: "Các trang, chuyên mục, dòng sự kiện đang có, để chép vào thực đơn",
  notMenu: (line: number) =>
    `Dòng ${line} chưa đúng. Hãy ghi “Nhãn | địa chỉ”; địa chỉ bắt đầu bằng / hoặc https://, và mục con cần có địa chỉ.`,
  notColour: "Phải là mã màu dạng #rrggbb, ví dụ #0c3558.",
  notReadable: (ratio: number) =>
    `Màu này quá nhạt: tương phản chỉ ${formatDecimal(ratio, 1)} : 1, cần ít nhất 4,5 : 1 để đọc được.`,
} as const;
