/** What the form says of soát bài, with script and without. */
export const findingWords = {
  findings: "Soát bài",
  noFindings: "Soát bài không thấy gì phải xem.",
  blocking: (count: number) => `${count} lỗi phải sửa trước khi nộp`,
  toLookAt: (count: number) => `${count} chỗ nên xem lại`,
  editorConfirms: "Chỉ biên tập viên được xác nhận lỗi này.",
  dismissed: (count: number) => `Đã bỏ qua ${count} nhắc`,
} as const;

/** The words of the fields that dismiss a warning. */
export const dismissWords = {
  open: "Bỏ qua…",
  reason: "Vì sao để nguyên?",
  now: "Bỏ qua nhắc này",
} as const;

/** The words of the fields by which an editor confirms that what a finding blocks may be published. */
export const confirmWords = {
  open: "Xác nhận được đăng…",
  reason: "Vì sao được đăng?",
  now: "Xác nhận được đăng",
} as const;
