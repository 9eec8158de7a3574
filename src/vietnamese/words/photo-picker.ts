/** What the dialog that chooses photos of the library says, and the upload into the library. */
export const pickerWords = {
  title: "Chọn ảnh từ kho",
  insert: "Chèn ảnh",
  search: "Tìm theo chú thích, mô tả, người chụp",
  show: "Hiện",
  choices: [
    { value: "", label: "Mọi ảnh" },
    { value: "usable", label: "Được dùng (rõ nguồn, còn hạn)" },
    { value: "used", label: "Đang có trong bài" },
    { value: "unused", label: "Chưa dùng" },
  ],
  loading: "Đang tải…",
  none: "Không có ảnh nào như vậy.",
  found: (count: number) => `${count} ảnh`,
  failed: "Chưa tải được kho ảnh. Hãy kiểm tra mạng rồi thử lại.",
  more: "Xem thêm ảnh cũ hơn",
  noWords: "Chưa có chú thích",
  by: (credit: string) => `Ảnh: ${credit}`,
  expired: "Hết hạn dùng",
  sending: (index: number, count: number) => `Đang gửi ảnh ${index}/${count}…`,
  offline: "không có mạng, hãy gửi lại.",
};
