const number = new Intl.NumberFormat("vi-VN");

/** Sentences that the script of the article's form says. */
export const formScriptWords = {
  savedAt: (time: string) => `Đã lưu lúc ${time}`,
  suggestions: "Gợi ý từ các bài đã đăng",
  suggestionCount: (count: number) => (count === 0 ? "" : `Có ${count} gợi ý`),
  savedVersion: (version: number, time: string) => `Đã lưu phiên bản ${version} lúc ${time}`,
  titleLength: (length: number, max: number) =>
    length > max
      ? `${length}/${max} ký tự: trang tìm kiếm và Zalo có thể cắt bớt phần cuối.`
      : `${length}/${max} ký tự`,
  words: (count: number) => `${number.format(count)} từ`,
  saving: "Đang lưu…",
  unsaved: "Đang giữ trên máy này…",
  offline: "Mất mạng: đang giữ trên máy này",
  sessionOver: "Phiên hết hạn: hãy đăng nhập lại ở một thẻ khác, chữ đang giữ trên máy này",
  signIn: "Đăng nhập (mở thẻ mới)",
  busy: "Máy chủ đang bận: đang giữ trên máy này, sẽ tự lưu lại",
  refused: (why: string) => `Chưa lưu được lên máy chủ: ${why}`,
  notLocal: "Máy này không giữ được bản nháp: đừng đóng trang khi chưa lưu",
  newerVersion: (version: number) =>
    `Bài vừa được lưu thành phiên bản ${version} ở nơi khác. Cứ viết tiếp: khi lưu, hai bản sẽ được đặt cạnh nhau.`,
  submitOffline:
    "Đang mất mạng nên chưa gửi được. Chữ vẫn giữ trên máy này; hãy bấm lại khi có mạng.",
  waitingForPhotos: (count: number) => `Đang chờ ${count} ảnh tải lên rồi gửi…`,
  stuckPhotos: (count: number) =>
    `${count} ảnh không tải lên được: hãy bấm “Thử lại” hoặc “Bỏ” ở ảnh ấy, rồi gửi lại.`,

  writing: (names: readonly string[]) => {
    const [last = "", ...others] = names.slice(0, 3).reverse();
    const more = names.length > 3 ? ` và ${names.length - 3} người khác` : "";
    const first = others.reverse().join(", ");
    const joint = more === "" ? " và " : ", ";
    return `${first === "" ? last : first + joint + last}${more} đang sửa bài này.`;
  },

  recovered: (time: string) => `Máy này còn giữ một bản chưa kịp lưu lúc ${time}.`,
  recover: "Khôi phục bản này",
  forget: "Bỏ bản này",

  dropHere: "Thêm ảnh hoặc tệp Word",
  dropHint:
    "Thả vào đây hay chọn: nhiều ảnh một lúc, hoặc một tệp Word (.docx). Ảnh được thu nhỏ trước khi gửi.",
  creditNotSaved: (why: string) => `Chưa lưu được người chụp: ${why}`,
  photoNotRestored: (why: string) => `Ảnh chưa trở lại như trước: ${why}`,
  creditProposed: "Tên này đã được gửi tới biên tập viên để ghi.",
  leadFromText: "Ảnh này có trong bài; mô tả và chú thích lấy từ đó.",
  leadFile: "Tệp ảnh",
  replaceLeadFile: "Thay bằng tệp khác",
  uploads: "Ảnh đang tải lên",
  shrinking: "Đang thu nhỏ…",
  queued: "Đang chờ…",
  uploading: (percent: number) => `Đã tải ${percent}%`,
  uploadFailed: (why: string) => `Chưa tải được: ${why}`,
  uploaded: (name: string) => `Đã tải ảnh ${name}`,
  retry: "Thử lại",
  drop: "Bỏ",
  noNetwork: "mất mạng",
  notNow: "máy chủ chưa nhận",
  signInFirst: "phiên hết hạn, hãy đăng nhập lại ở thẻ khác",
  notLoaded: "Chưa tải được phần này. Hãy kiểm tra mạng rồi thử lại.",

  fewBlocks: (count: number) => `${count} lỗi`,
  fewToLookAt: (count: number) => `${count} nhắc`,
  apply: (text: string) => (text.length > 40 ? "Sửa giúp" : `Sửa thành “${text}”`),
  applyEnd: (text: string) => `Thêm “${text}”`,
  remove: "Xóa chỗ thừa",
  dismissFailed: "Chưa bỏ qua được. Hãy thử lại.",
  dismissedBy: (person: string) => `${person}: `,
  you: "Bạn",
} as const;
