/** Our own videos and recordings in the form of an article. */
export const recordingFormWords = {
  title: "Video, ghi âm",
  add: "Thêm video (MP4), ghi âm (MP3) hoặc phụ đề (.vtt)",
  hint: "Video YouTube, Vimeo, Facebook: dán địa chỉ vào một dòng riêng trong nội dung. Video chuẩn H.264; mỗi tệp không quá 95 MB. Nơi quay và tên máy ghi trong tệp được xóa.",
  hintWithoutScript: "Video, ghi âm được thêm vào cuối bài; phụ đề đi với video cùng tên tệp.",
  whichRecording: (name: string) =>
    `Không rõ phụ đề “${name}” của video nào. Hãy đặt tên tệp phụ đề trùng tên tệp video.`,
  notPlayable:
    "Không phải ảnh, tệp Word, video MP4 hay ghi âm MP3. Tài liệu khác thì chọn ở phần “Tài liệu kèm theo”.",
  captionsHere: "Hãy thêm phụ đề bằng nút “Chọn phụ đề” trong khung của video.",
  chooseCaptions: "Chọn phụ đề",
  removeCaptions: "Bỏ phụ đề",
  hasCaptions: "Đã có phụ đề.",
  hasNone: "Chưa có phụ đề (.vtt hoặc .srt). Lời thoại bằng chữ được lấy từ phụ đề.",
  sendingCaptions: "Đang gửi phụ đề…",
  notLoaded: "Chưa gửi được. Hãy kiểm tra mạng rồi thử lại.",
  own: "Video, ghi âm của mình",
} as const;
