/** The words of the bar that finds and replaces in the body. */
export const findWords = {
  title: "Tìm và thay",
  find: "Tìm",
  replacement: "Thay bằng",
  withMarks: "Phân biệt dấu (“ma” khác “má”)",
  previous: "Chỗ trước",
  next: "Chỗ sau",
  replace: "Thay",
  replaceAll: "Thay hết",
  close: "Đóng",
  count: (place: number, all: number) => (all === 0 ? "Không thấy" : `${place}/${all}`),
  replaced: (count: number) => `Đã thay ${count} chỗ`,
} as const;
