/** The page that lists every correction. */
export const correctionWords = {
  title: "Đính chính",
  lead: "Những chỗ sai trong bài đã đăng mà tòa soạn đã sửa, mới nhất trước. Mỗi đính chính cũng ghi ở cuối bài có chỗ sai.",
  none: "Chưa có bài nào phải đính chính.",
  nothingOlder: "Không còn đính chính nào cũ hơn.",
  older: "Đính chính cũ hơn",
  newest: "Đính chính mới nhất",
  description: (site: string) => `Các đính chính của ${site}, theo ngày.`,
} as const;
