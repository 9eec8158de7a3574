/** The keys of the article's form, as the guide and the editor's help list them: the key, and what it does. */
export const shortcutWords = {
  title: "Phím tắt",
  close: "Đóng",
  lines: [
    ["Ctrl+S", "Lưu nháp, vẫn ở lại trang"],
    ["Ctrl+F", "Tìm và thay trong nội dung (bấm lần nữa: ô tìm của trình duyệt)"],
    ["Ctrl+K", "Gắn, sửa hoặc bỏ liên kết"],
    ["Ctrl+B, Ctrl+I", "Đậm, nghiêng"],
    ["Ctrl+Z, Ctrl+Y", "Hoàn tác, làm lại"],
    ["Ctrl+Alt+2, Ctrl+Alt+3", "Đề mục, đề mục nhỏ"],
    ["Ctrl+Shift+8, Ctrl+Shift+7", "Danh sách, danh sách đánh số"],
    ["## hoặc ### rồi dấu cách", "Đầu dòng: đề mục, đề mục nhỏ"],
    ["- hoặc 1. rồi dấu cách", "Đầu dòng: danh sách, danh sách đánh số"],
    ["> rồi dấu cách", "Đầu dòng: trích dẫn"],
    ["Xóa lùi (Backspace) ngay sau đó", "Trả lại đúng chữ đã gõ"],
    ["Enter ở tiêu đề, ở sapo", "Xuống sapo, xuống nội dung"],
    ["Shift+Enter", "Xuống dòng trong cùng một đoạn"],
    ["Alt+↑, Alt+↓", "Chuyển ảnh đang chọn lên, xuống"],
    ["Tab trong bảng", "Sang ô sau"],
    ["Tab khi có gợi ý tên", "Nhận gợi ý"],
  ],
  mac: "Trên máy Mac, dùng phím Command thay cho Ctrl.",
} as const;
