/** What the form says of soát bài, with script and without. */
export const findingWords = {
  findings: "Soát bài",
  noFindings: "Soát bài không thấy gì phải xem.",
  blocking: (count: number) => `${count} lỗi phải sửa trước khi nộp`,
  toLookAt: (count: number) => `${count} chỗ nên xem lại`,
  dismiss: "Bỏ qua…",
  dismissReason: "Vì sao để nguyên?",
  dismissNow: "Bỏ qua nhắc này",
  dismissed: (count: number) => `Đã bỏ qua ${count} nhắc`,
} as const;
