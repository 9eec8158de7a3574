/** What the dialog that crops a photo says. It is loaded with the dialog. */
export const cropWords = {
  title: "Cắt, xoay ảnh",
  hint: "Kéo các góc để cắt. Kéo dấu tròn, hay chạm vào ảnh, để chỉ chỗ chính: bản nhỏ và ảnh chia sẻ được cắt quanh chỗ ấy. Ảnh gốc vẫn được giữ. Bằng bàn phím: Tab để chọn, phím mũi tên để chuyển.",
  area: "Khung ảnh giữ lại",
  corners: {
    topLeft: "Góc trên bên trái",
    topRight: "Góc trên bên phải",
    bottomLeft: "Góc dưới bên trái",
    bottomRight: "Góc dưới bên phải",
  },
  focus: "Chỗ chính của ảnh",
  left: "Xoay trái",
  right: "Xoay phải",
  reset: "Như ảnh gốc",
  save: "Lưu khung ảnh",
  saving: "Đang lưu…",
  loading: "Đang mở ảnh…",
  notOpened: "Chưa mở được ảnh. Hãy kiểm tra mạng rồi thử lại.",
  notSaved: (why: string) => `Chưa lưu được: ${why}`,
  noNetwork: "mất mạng",
} as const;
