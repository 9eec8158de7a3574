import { decimal, grouped } from "../numbers.ts";

/** Of the monthly report of what authors and photographers are paid (nhuận bút), and of its rates. */
export const royaltyWords = {
  title: (month: string) => `Nhuận bút tháng ${month}`,
  month: "Tháng",
  monthName: (year: number, month: number) => `${String(month).padStart(2, "0")}/${year}`,
  show: "Xem",
  earlier: "Tháng trước",
  later: "Tháng sau",
  ratesNow: (unit: number) => `Đơn giá một hệ số: ${grouped(unit)} đồng.`,
  example:
    "Đơn giá và hệ số đang là ví dụ, chưa phải quy chế của cơ quan. Quản trị cần đặt theo quy chế chi trả nhuận bút đã ban hành trước khi dùng bảng này.",
  changeRates: "Đơn giá và hệ số",
  rules: "Cách tính",
  ruleList: [
    "Tính các bài đăng lần đầu trong tháng (giờ Việt Nam), theo phiên bản bạn đọc đang xem.",
    "Nhuận bút một bài = hệ số thể loại × đơn giá, làm tròn đến đồng (nửa đồng làm tròn lên), chia đều cho các tác giả; phần lẻ không chia hết thuộc tác giả đứng đầu.",
    "Mỗi ảnh = hệ số ảnh × đơn giá, cho người ghi ở mục “Ảnh:”. Một ảnh dùng trong nhiều bài chỉ tính một lần trong tháng. Ảnh trong phóng sự ảnh cũng tính riêng cho người chụp.",
    "Bài đã gỡ vẫn được liệt kê nhưng không tính tiền; nếu cơ quan vẫn chi trả, hãy cộng thêm bằng tay.",
  ],
  nameless: (count: number) => `${count} ảnh chưa ghi người chụp nên chưa tính cho ai.`,
  sums: "Tổng hợp theo người",
  lines: "Chi tiết từng bài",
  none: "Tháng này không có bài nào đăng lần đầu.",
  csvSums: "Tải CSV tổng hợp",
  csvLines: "Tải CSV chi tiết",
  american: "dấu phẩy, máy để kiểu Anh–Mỹ",
  sumColumns: ["Người hưởng", "Số bài", "Tiền bài", "Số ảnh", "Tiền ảnh", "Tổng"],
  total: "Cộng",
  lineColumns: ["Ngày đăng", "Bài", "Loại", "Người hưởng", "Hệ số", "Số lượng", "Thành tiền"],
  fileColumns: [
    ...["Ngày đăng", "Tiêu đề", "Địa chỉ", "Loại", "Người hưởng", "Hệ số", "Đơn giá"],
    ...["Số lượng", "Số người chia", "Thành tiền", "Ghi chú"],
  ],
  withdrawn: "Đã gỡ, không tính",
  sharedBy: (count: number) => `chia ${count} người`,
  money: (amount: number) => grouped(amount),
  coefficient: (value: number) => decimal(value),
  kinds: {
    tin: "Tin",
    bai: "Bài",
    "phong-su": "Phóng sự",
    "phong-van": "Phỏng vấn",
    anh: "Phóng sự ảnh",
    photo: "Ảnh",
  },

  ratesTitle: "Đơn giá và hệ số nhuận bút",
  ratesLead:
    "Theo quy chế chi trả nhuận bút của cơ quan (Nghị định 18/2014/NĐ-CP để cơ quan tự quy định trong khung). Những số có sẵn chỉ là ví dụ. Thay đổi áp dụng cho mọi tháng xem từ nay.",
  unit: "Đơn giá cho hệ số 1 (đồng)",
  coefficients: "Hệ số",
  eachPhoto: "Mỗi ảnh",
  save: "Lưu",
  wrongUnit: "Phải là số đồng nguyên, ví dụ 200.000.",
  wrongCoefficient: "Phải là số từ 0 đến 1000, tối đa ba chữ số thập phân, ví dụ 1,5.",
} as const;
