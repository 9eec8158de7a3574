/** Sentences of the administration: its list of pages, and what they share. */
export const adminWords = {
  done: "Đã lưu.",
  places: {
    sections: { name: "Chuyên mục", hint: "Thêm, đổi tên, xếp thứ tự trên trang." },
    topics: {
      name: "Dòng sự kiện",
      hint: "Từ khóa được kể lại thành một câu chuyện có trang riêng.",
    },
    settings: {
      name: "Thiết lập trang",
      hint: "Tên trang, cơ quan, màu sắc, đo lượng truy cập.",
    },
    royalties: {
      name: "Nhuận bút",
      hint: "Bảng tính theo tháng cho tác giả và người chụp ảnh; đơn giá và hệ số.",
    },
    log: { name: "Nhật ký", hint: "Ai đã làm gì, lúc nào; lọc và tải về." },
    maintenance: { name: "Bảo trì", hint: "Dựng lại các trang cho bạn đọc." },
  },
} as const;
