/** Every sentence that script in the browser shows or speaks. It is bundled into the script: keep it short. */
export const clientWords = {
  copied: "Đã chép liên kết",

  photos: "Ảnh của bài viết",
  previousPhoto: "Ảnh trước",
  nextPhoto: "Ảnh sau",
  close: "Đóng",

  listen: "Nghe bài",
  pause: "Tạm dừng",
  listenOn: "Nghe tiếp",
  spokenPhoto: "Ảnh:",
} as const;
