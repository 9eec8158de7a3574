/** Messages about an uploaded photo. */
export const photoWords = {
  unsupported:
    "Chỉ nhận ảnh JPEG, PNG, WebP, GIF hoặc HEIC; nội dung tệp này không thuộc các định dạng đó.",
  heicUnreadable:
    "Máy chủ chưa chuyển được ảnh HEIC này. Hãy đổi ảnh sang JPEG rồi gửi lại (trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất).",
  corrupt: "Tệp ảnh bị hỏng hoặc tải lên chưa trọn vẹn. Hãy gửi lại bản gốc.",
  tooHeavy: (megabytes: number) => `Ảnh nặng quá ${megabytes} MB. Hãy gửi bản nhẹ hơn.`,
  tooLarge: (width: number, height: number, megapixels: number, side: number) =>
    `Ảnh ${width} × ${height} điểm ảnh là quá lớn: nhiều nhất ${megapixels} triệu điểm ảnh, mỗi cạnh không quá ${side} điểm ảnh.`,
  erased: "Ảnh này đã bị xóa theo yêu cầu nên không gửi lại được.",
  editFailed: "Máy chủ chưa tạo lại được các cỡ ảnh. Ảnh vẫn như cũ; hãy thử lại sau ít phút.",
  cropTooSmall: (side: number) =>
    `Phần ảnh giữ lại nhỏ quá: mỗi cạnh cần ít nhất ${side} điểm ảnh.`,
  editOutside: "Khung cắt hoặc điểm chính nằm ngoài ảnh.",
  licenseNeeded: "Ảnh lấy từ nguồn khác: hãy ghi điều kiện sử dụng (giấy phép, ai cho phép).",
  aiLabels: {
    generated: "Ảnh do AI tạo",
    altered: "Ảnh có chỉnh sửa bằng AI",
  },
  creditNeeded: "Hãy ghi tên người chụp.",
  creditTooLong: (max: number) => `Tên người chụp dài quá ${max} chữ.`,
  editorsDecide: "Chỉ biên tập viên nhận hoặc bỏ được đề nghị về người chụp.",
  proposalGone: "Đề nghị này đã được xử lý hoặc vừa được sửa. Hãy mở lại trang.",
  mayNotChange:
    "Bạn chỉ sửa được ảnh do mình gửi khi chưa có bài đã đăng hoặc đã hẹn giờ nào dùng. Hãy nhờ biên tập viên.",
  notFound: "Không tìm thấy ảnh này.",
};
