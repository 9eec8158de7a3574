/** Sentences about articles and their states. */
export const articleWords = {
  pagesByEditors: "Trang là tiếng nói của cơ quan: chỉ biên tập viên và quản trị viết trang.",
  keepsKind: "Bài không đổi thành trang được, trang cũng không đổi thành bài.",
  notOnPages: "Trang không có mục này. Hãy để trống.",
  changedMeanwhile: "Bài vừa được thay đổi ở nơi khác. Hãy tải lại bài rồi thử lại.",
  rightLost:
    "Tài khoản, vai trò hoặc phiên làm việc của bạn vừa thay đổi, nên việc này chưa được thực hiện. Hãy đăng nhập lại rồi thử lại.",
  notFound: "Không có bài này.",
  withdrawn: "Bài này đã được gỡ.",
  discarded:
    "Bài nháp này đã bỏ. Người viết có thể khôi phục bài trong 30 ngày, ở mục “Đã bỏ” của bàn làm việc.",
  notDiscarded: "Bài này không nằm trong các bài đã bỏ.",
  onlyDraftsDiscarded:
    "Chỉ bỏ được bài nháp chưa nộp lần nào. Bài đã từng nộp thì tòa soạn giữ lại.",
  ownersOnly: "Chỉ người viết bài được làm việc này.",
  versionNotFound: (number: number) => `Bài không có phiên bản ${number}.`,
  notYours: "Chỉ tác giả của bài hoặc biên tập viên được làm việc này.",
  editorsOnly: "Chỉ biên tập viên được làm việc này.",
  unknownSection: (slug: string) => `Không có chuyên mục “${slug}”.`,
  unknownPhoto: (reference: string) =>
    `Không có ảnh “${reference}”: hãy gửi kèm ảnh có đúng tên này, hoặc dùng mã của ảnh đã tải lên.`,
  photoWordsTooLong: (start: string, max: number) =>
    `Mô tả hoặc chú thích của ảnh dài quá ${max} ký tự: “${start}…”.`,
  erasedPhoto: (words: string) =>
    `Ảnh ${words === "" ? "" : `“${words}” `}đã bị xóa vĩnh viễn. Hãy bỏ ảnh này khỏi bài.`,
  unreadPhoto: (name: string) =>
    `Ảnh “${name}” viết như vậy không hiện được: tên tệp có dấu cách hoặc dấu ngoặc phải đặt giữa < và >, như ![mô tả](<photo:${name}>).`,
  tooMuchToShow:
    "Bài có quá nhiều ảnh, bảng hoặc lời thoại của video để đăng trên một trang. Hãy chia thành nhiều bài.",
  blocked: "Bài còn lỗi phải sửa trước khi nộp hoặc đăng.",
  alreadyScheduled: "Bài đã được duyệt và hẹn giờ đăng.",
  nothingNewToSubmit: "Bài đang đăng đúng phiên bản mới nhất, không có gì mới để nộp.",
  notSubmitted: "Bài chưa được nộp nên chưa thể đăng; hãy nộp bài trước.",
  timeTooFar: "Giờ hẹn không quá một năm.",
  timeTooEarly: "Ngày đăng không thể trước năm 1990; hãy kiểm tra lại năm.",
  notSubmittedSoNotReturned: "Bài chưa được nộp nên không có gì để trả lại.",
  notSubmittedSoNotTakenBack: "Bài không còn chờ duyệt nên không có gì để rút lại.",
  openedAlready: (name: string, time: string) =>
    `${name} đã mở bài lúc ${time} nên không rút lại được nữa. Cần sửa gì, hãy sửa rồi cập nhật bản đang chờ.`,
  openedJustNow:
    "Một biên tập viên vừa mở bài nên không rút lại được nữa. Cần sửa gì, hãy sửa rồi cập nhật bản đang chờ.",
  datedAlready:
    "Bài đang đăng giữ nguyên ngày đăng đầu tiên; không thể hẹn giờ hay đổi ngày cho chính bản ấy. Nếu ngày ấy sai, quản trị sửa được ở trang của bài trong tòa soạn.",
  notPublishedSoNotRepublished: "Bài không còn đăng nên chưa đăng lại.",
  notPublicSoNotRedated: "Bài không còn đăng nên không sửa được ngày đăng.",
  adminsOnly: "Chỉ quản trị sửa được ngày đăng.",
  dateInFuture: "Ngày đăng không thể ở sau lúc này.",
  sameDate: "Ngày này trùng với ngày đăng hiện nay.",
  dateChange: (former: string, corrected: string) => `Từ ${former} thành ${corrected}`,
  notPublished: "Bài không đăng và không hẹn giờ, nên không có gì để gỡ.",
  notPublicSoNotCorrected: "Bài không còn đăng nên không có gì để đính chính.",
  onlyApprovedVersion:
    "Bài đang đăng, đã hẹn giờ hoặc đã gỡ chỉ được đăng đúng phiên bản đã duyệt; muốn đăng bản khác, hãy nộp lại bài.",
  oldAddressesTaken: "Có địa chỉ cũ đang dẫn tới bài khác.",
  oldAddressTaken: (address: string) => `Địa chỉ cũ “${address}” đang dẫn tới bài khác.`,
  reasonRequired: "Hãy ghi lý do.",
} as const;
