/** What the script that reads articles aloud shows and speaks. It is a file of its own, as the script is. */
export const listenWords = {
  listen: "Nghe bài",
  pause: "Tạm dừng",
  listenOn: "Nghe tiếp",
  spokenPhoto: "Ảnh:",
} as const;
