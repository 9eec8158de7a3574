import { formatInteger } from "../numbers.ts";

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
      hint: "Tên trang, cơ quan, thực đơn, màu sắc, đo lượng truy cập.",
    },
    royalties: {
      name: "Nhuận bút",
      hint: "Bảng tính theo tháng cho tác giả và người chụp ảnh; đơn giá và hệ số.",
    },
    log: { name: "Nhật ký", hint: "Ai đã làm gì, lúc nào; lọc và tải về." },
    maintenance: { name: "Bảo trì", hint: "Dựng lại các trang cho bạn đọc." },
  },
} as const;

/** Sentences of the maintenance page. */
export const maintenanceWords = {
  title: "Bảo trì",
  rebuild: "Dựng lại các trang",
  lead: "Làm lại mọi trang bài, danh sách và chỉ mục tìm kiếm từ các phiên bản đã duyệt. Cần khi cách trình bày được nâng cấp, hoặc khi một trang hiện sai mà bài vẫn đúng. Không bài nào bị đổi nội dung; bạn đọc vẫn đọc bình thường trong lúc làm.",
  question: "Dựng lại mọi trang? Khi xong, bộ nhớ đệm được xóa và các trang được làm mới.",
  begin: "Dựng lại các trang",
  beginNow: "Bắt đầu",
  goOn: "Tiếp tục",
  restart: "Làm lại từ đầu",
  underWay: "Đang dựng lại; việc dừng ở đây cho đến khi bấm “Tiếp tục”.",
  begun: "Bắt đầu lúc",
  progress: (done: number, total: number) => `${formatInteger(done)} / ${formatInteger(total)} bài`,
  finished: "Đã dựng lại xong mọi trang.",
} as const;
