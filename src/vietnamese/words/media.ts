/** Sentences of the media library: photos, their uses, and erasing them. */
export const mediaWords = {
  library: "Kho ảnh",
  search: "Tìm ảnh",
  searchHint: "Theo chú thích, mô tả hoặc người chụp; gõ có dấu hay không dấu đều được.",
  unusedOnly: "Chỉ ảnh chưa dùng",
  find: "Tìm",
  none: "Không có ảnh nào như vậy.",
  noneSoFar: "Chưa thấy ảnh nào như vậy trong những ảnh mới nhất. Bấm “Ảnh cũ hơn” để tìm tiếp.",
  older: "Ảnh cũ hơn",
  by: (credit: string) => `Ảnh: ${credit}`,
  unused: "Chưa dùng trong bài nào",
  usedIn: (articles: number) => `Dùng trong ${articles} bài`,
  photoOf: (owner: string) => `Ảnh do ${owner} gửi`,

  maybeBroken: "Ảnh có thể bị hỏng",
  maybeBrokenAdvice:
    "Máy chủ chưa tạo được các cỡ ảnh. Nếu ở đây không thấy ảnh, bạn đọc cũng không thấy: hãy gửi lại bản gốc rồi thay vào bài.",

  backToLibrary: "Về kho ảnh",
  sentAt: "Gửi lúc",
  size: (width: number, height: number, bytes: number) =>
    `${width} × ${height} điểm ảnh, ${Math.max(1, Math.round(bytes / 1000)).toLocaleString("vi-VN")} KB`,
  credit: "Người chụp",
  noCredit: "Chưa ghi người chụp.",
  creditSeen: "Ảnh này đang hiện trên trang. Tên mới sẽ hiện ngay ở mọi bài dùng ảnh.",
  saveCredit: "Lưu người chụp",
  saveSeenCredit: "Lưu và cập nhật các bài đang đăng",
  creditSaved: "Đã ghi người chụp.",
  creditTooLong: (max: number) => `Tên người chụp dài quá ${max} chữ.`,

  edit: "Xoay, cắt, chọn điểm chính",
  editHint:
    "Ảnh gốc được giữ nguyên, có thể sửa lại bất cứ lúc nào. Mọi bài dùng ảnh này đều theo; bài đang đăng đổi ngay.",
  rotation: "Xoay",
  rotations: [
    { value: "0", label: "Không xoay" },
    { value: "90", label: "Sang phải (90°)" },
    { value: "180", label: "Ngược lại (180°)" },
    { value: "270", label: "Sang trái (90°)" },
  ],
  cuts: {
    cutLeft: "Cắt bên trái (%)",
    cutTop: "Cắt phía trên (%)",
    cutRight: "Cắt bên phải (%)",
    cutBottom: "Cắt phía dưới (%)",
  },
  focusX: "Điểm chính, theo chiều ngang",
  focusPlacesX: [
    { value: "", label: "Tự chọn" },
    { value: "17", label: "Bên trái" },
    { value: "50", label: "Ở giữa" },
    { value: "83", label: "Bên phải" },
  ],
  focusY: "Điểm chính, theo chiều dọc",
  focusPlacesY: [
    { value: "", label: "Tự chọn" },
    { value: "17", label: "Phía trên" },
    { value: "50", label: "Ở giữa" },
    { value: "83", label: "Phía dưới" },
  ],
  saveEdit: "Lưu khung ảnh",
  editSaved: "Đã lưu khung ảnh.",
  editNotSaved: "Khung ảnh chưa được lưu.",
  percentNeeded: "Hãy ghi một số phần trăm từ 0 đến 100.",
  rotationUnknown: "Ảnh chỉ xoay được 0, 90, 180 hoặc 270 độ.",

  usage: "Nơi dùng ảnh",
  usedByOthers: (articles: number) =>
    `Ảnh còn dùng ở ${articles} chỗ trong bài chưa đăng của người khác.`,
  onlyPublic: "Bản đang đăng dùng ảnh này, phiên bản mới nhất thì không.",
  notInNewest: "Bản đã duyệt hoặc bản đang viết dùng ảnh này, phiên bản mới nhất thì không.",
  alt: "Mô tả:",
  noAlt: "chưa có",
  caption: "Chú thích:",
  editWords: "Sửa mô tả, chú thích",
  editArticle: "Sửa cả bài",
  openPublic: "Xem bài trên trang",

  saveWords: "Lưu thành phiên bản mới",
  wordsSeenLater:
    "Bài đang đăng: bạn đọc vẫn thấy mô tả, chú thích cũ cho tới khi biên tập viên duyệt phiên bản mới.",
  wordsNotScheduled:
    "Bài đã hẹn giờ: đến giờ, phiên bản đã duyệt lên trang với mô tả, chú thích cũ. Muốn đăng chữ mới, biên tập viên phải duyệt lại.",
  wordsSaved:
    "Đã lưu mô tả, chú thích thành phiên bản mới của bài. Bài đang đăng hoặc đã hẹn giờ thì bạn đọc thấy chữ mới khi phiên bản ấy được duyệt.",
  wordsReason: "Sửa mô tả, chú thích ảnh",
  wordsNotSaved: "Mô tả, chú thích chưa được lưu.",
  wordsStale: (version: number) =>
    `Chưa lưu: có người vừa lưu phiên bản ${version} của bài. Những gì bạn gõ còn nguyên; hãy xem lại rồi lưu lần nữa.`,
  toWords: "Đến phần bạn gõ",
  wordsGone: "Phiên bản mới nhất của bài không còn ảnh này. Bạn đã gõ:",
  notInPlace: "Bài không dùng ảnh này ở chỗ ấy. Hãy mở lại trang.",
  wordsOnlyInArticle:
    "Chỗ này trong bài viết theo cách riêng nên không sửa được từ đây. Hãy bấm “Sửa cả bài”.",
  altNeeded: "Hãy mô tả ảnh.",

  erase: "Xóa vĩnh viễn…",
  eraseTitle: "Xóa vĩnh viễn ảnh này?",
  eraseWarning:
    "Ảnh sẽ bị xóa khỏi mọi trang, nguồn tin, bộ nhớ đệm và kho lưu trữ, không lấy lại được, và tệp ảnh này sau đó không gửi lên được nữa. Chỉ xóa khi người trong ảnh yêu cầu, ảnh vi phạm bản quyền hoặc gửi nhầm.",
  erasedFromPages: "Các bài đang đăng sẽ không còn ảnh này",
  erasedFromDrafts: "Các bài chưa đăng hoặc đã gỡ đang dùng ảnh này",
  erasedFromNothing: "Không bài nào đang dùng ảnh này.",
  eraseReason: "Lý do",
  eraseReasonHint: "Được ghi vào nhật ký cùng tên bạn.",
  eraseNow: "Xóa vĩnh viễn",
  keep: "Không xóa",
  erased: "Đã xóa vĩnh viễn ảnh.",
  reasonRequired: "Hãy ghi lý do xóa ảnh.",
  reasonTooLong: (max: number) => `Lý do dài quá ${max} chữ.`,
  mayNotErase: "Bạn chỉ xóa được ảnh do mình gửi mà chưa bài nào dùng. Hãy nhờ biên tập viên.",
};
