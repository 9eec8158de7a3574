/** What the description of the API says to a developer who reads it. */
export const openapiWords = {
  title: "API Bản tin",
  description:
    "Gửi, duyệt và lấy tin bài. Phóng viên gửi bài; biên tập viên duyệt và đăng; ai cũng lấy được bài đã đăng và nhật ký thay đổi.",
  token: "Mã truy cập do tòa soạn cấp; quyền theo vai trò của người giữ mã.",
  roles: {
    anyone: "Ai cũng gọi được.",
    reporter: "Cần mã của phóng viên trở lên.",
    editor: "Cần mã của biên tập viên trở lên.",
  },
  operations: {
    uploadPhoto: "Gửi một ảnh; gửi lại đúng ảnh ấy thì được đúng id ấy",
    getPhoto: "Một ảnh: các cỡ, nguồn, hạn dùng, khung hình",
    patchPhoto:
      "Sửa thông tin, xoay, cắt ảnh hoặc chọn điểm chính; bài đang đăng đổi ngay. Phóng viên ghi riêng người chụp (credit) của ảnh đã đăng: thành đề nghị, trả lời 202",
    uploadFile:
      "Gửi một tệp tài liệu làm thân yêu cầu (PDF, Word, Excel, PowerPoint, ZIP; không quá 25 MB); gửi lại đúng tệp ấy thì được đúng id ấy",
    getFile: "Một tệp: tên, kiểu, số trang, thông tin ghi trong tệp",
    deleteFile: "Xóa hẳn một tệp, kèm lý do; bài đang đăng thôi dẫn tới tệp ngay",
    getArticles: "Danh sách bài, mới nhất trước: bài đã đăng, hoặc bài của mình khi có mã",
    createArticle:
      "Gửi một bài mới, kèm ảnh nếu là multipart; photos ghi thông tin của từng ảnh gửi kèm",
    getArticle: "Một bài: bản đang đăng, hoặc bản mới nhất khi được quyền sửa",
    saveArticle: "Lưu một phiên bản mới của bài",
    putSubmission: "Gửi bài chờ duyệt",
    deleteSubmission:
      "Trả bài lại cho phóng viên, kèm lý do (biên tập viên); không có nội dung: rút lại bài của mình khi chưa biên tập viên nào mở",
    putPublication: "Duyệt: đăng ngay hoặc hẹn giờ",
    deletePublication: "Gỡ bài",
    getOldAddresses: "Các địa chỉ cũ dẫn tới bài",
    putOldAddresses: "Ghi các địa chỉ cũ dẫn tới bài, thay cho những địa chỉ đã ghi",
    getVersions: "Các phiên bản của bài, mới nhất trước",
    getVersion: "Một phiên bản của bài",
    getChanges: "Nhật ký đăng, sửa, gỡ theo đúng thứ tự, để bản sao không sót lần gỡ nào",
    getOpenapi: "Bản mô tả này, theo OpenAPI 3.1",
    getFeed: "Nguồn tin JSON Feed 1.1, toàn văn; mỗi mục có phần mở rộng _ban_tin",
  },
  answers: {
    done: "Kết quả",
    waits: "Đã ghi thành đề nghị, chờ biên tập viên đồng ý",
    problem: "Vì sao không được, theo RFC 9457",
  },
  parameters: {
    id: "Id của bài",
    photoId: "Id của ảnh",
    fileId: "Id của tệp",
    fileName: "Tên tệp, có đuôi",
    photoFact: "Thông tin của ảnh khi nội dung gửi lên chính là ảnh",
    n: "Số của phiên bản",
    kind: "`article` (mặc định): bài; `page`: trang đứng riêng, như “Giới thiệu”",
    section: "Slug của chuyên mục",
    status: "Tình trạng; chỉ dùng khi có mã",
    since: "Chỉ lấy bài từ thời điểm ISO 8601 này",
    cursor: "Giá trị next của trang trước",
    changesSince: "Giá trị next của lần lấy trước; bỏ trống để lấy từ đầu",
    submit: "true: gửi chờ duyệt ngay",
    idempotencyKey: "Cùng khóa và cùng nội dung thì được cùng câu trả lời, không tạo thêm bài",
    ifMatch: "ETag của phiên bản đang sửa",
  },
};
