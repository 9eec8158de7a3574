import { clean } from "./corpus-article.ts";

/** Notices, calls, results, warnings: short, formal, full of dates and numbers. */
export const cleanNotices = [
  clean("call for proposals", {
    title: "Mời đề xuất nhiệm vụ khoa học năm 2027",
    lede: "Sở KH&CN thông báo tiếp nhận đề xuất đặt hàng nhiệm vụ khoa học và công nghệ cấp tỉnh thực hiện từ năm 2027, hạn cuối là ngày 31/12/2026.",
    body: `
**1. Lĩnh vực ưu tiên**

- Nông nghiệp công nghệ cao, bảo quản sau thu hoạch;
- Chuyển đổi số trong quản lý nhà nước, y tế, giáo dục;
- Ứng phó thiên tai, biến đổi khí hậu.

**2. Hồ sơ** gồm phiếu đề xuất (Mẫu A1-ĐXNV) và thuyết minh tóm tắt, không quá 05 trang A4.

**3. Thời hạn:** hồ sơ gửi trước 17 giờ 00 phút, thứ Năm, ngày 31/12/2026. Hồ sơ nộp sau thời hạn sẽ được xem xét trong đợt 1 năm 2028.

**4. Nơi nhận:** Bộ phận một cửa Sở KH&CN hoặc địa chỉ https://dichvucong.example.gov.vn.

Căn cứ: Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15; Quyết định số 18/2026/QĐ-UBND ngày 05/6/2026.`,
  }),
  clean("coming workshop", {
    title: "Sắp diễn ra hội thảo về trí tuệ nhân tạo",
    lede: "Thứ Tư, ngày 16/12/2026, Sở KH&CN sẽ tổ chức hội thảo “Trí tuệ nhân tạo trong nông nghiệp vùng cao”.",
    body: `
Hội thảo dự kiến có 200 đại biểu, 14 tham luận, chia thành hai phiên. Ban tổ chức đã nhận được 31 bài viết, trong đó 6 bài của tác giả nước ngoài.

Đến ngày 30/11/2026, Ban tổ chức sẽ công bố danh sách tham luận. Từ ngày 01/12/2026, đại biểu có thể đăng ký trực tuyến.

Bên lề hội thảo, các doanh nghiệp sẽ giới thiệu robot hái chè, cảm biến đất và phần mềm nhận diện sâu bệnh.`,
  }),
  clean("contest results with names alike", {
    title: "Kết quả Cuộc thi Sáng tạo trẻ lần thứ XII",
    lede: "Ban Giám khảo Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh lần thứ XII đã chọn được 20 giải pháp để trao giải.",
    body: `
Danh sách các giải cao:

1. Giải Nhất: Nguyễn Thị Hoa và Nguyễn Thị Hòa (Trường THCS Kim Tân) với “Thùng phân loại rác biết nói”.
2. Giải Nhì: Lê Minh Anh (Trường THPT Lý Tự Trọng) với “Mũ cảnh báo ngủ gật”.
3. Giải Nhì: Lê Minh Ánh (Trường Tiểu học Lê Văn Tám) với “Bảng chữ nổi tự ghép”.
4. Giải Ba: Giàng A Sáng, Giàng A Sàng (Trường PTDTNT THCS Si Ma Cai) với “Bẫy chuột không độc”.

Lễ trao giải sẽ được tổ chức lúc 8 giờ 00 phút, Chủ Nhật, ngày 06/12/2026, tại Cung Thiếu nhi.`,
  }),
  clean("tender result", {
    title: "Công bố tổ chức trúng tuyển chủ trì đề tài",
    lede: "Hội đồng tuyển chọn đã họp ngày 11/11/2026 và chọn được tổ chức chủ trì ba đề tài cấp tỉnh.",
    body: `
| TT | Tên đề tài | Tổ chức chủ trì | Kinh phí (triệu đồng) |
|---|---|---|---:|
| 1 | Nhân giống sâm Lai Châu bằng nuôi cấy mô | Viện Dược liệu | 2.450 |
| 2 | Cảnh báo sớm lũ quét bằng mạng cảm biến | Trường Đại học Thủy lợi | 3.180 |
| 3 | Bảo tồn chữ Nôm Dao bằng công nghệ số | Bảo tàng tỉnh | 965 |
| | **Tổng cộng** | | **6.595** |

Kết quả được phê duyệt tại Quyết định số 2502/QĐ-UBND ngày 13/11/2026. Tổ chức, cá nhân có kiến nghị gửi văn bản về Sở KH&CN trước ngày 28/11/2026.`,
  }),
  clean("weather warning", {
    title: "Cảnh báo rét hại, băng giá vùng núi cao",
    lede: "Từ đêm 24 đến ngày 27/11/2026, vùng núi cao trên 1.500 m có khả năng xuất hiện băng giá, sương muối.",
    body: `
Theo bản tin lúc 15 giờ 30 phút ngày 22/11, không khí lạnh cường độ mạnh sẽ ảnh hưởng đến tỉnh từ chiều 24/11. Nhiệt độ thấp nhất ở vùng thấp 9–12 °C, vùng núi cao dưới 3 °C, có nơi dưới 0 °C.

Cấp độ rủi ro thiên tai do rét hại: **cấp 2**.

Người dân cần:

- Che chắn chuồng trại, dự trữ thức ăn thô cho trâu, bò ít nhất 10 ngày;
- Không thả rông gia súc khi nhiệt độ dưới 12 °C;
- Phủ ni lông, tưới rửa sương cho rau màu trước 7 giờ sáng;
- Không dùng than tổ ong sưởi ấm trong phòng kín.

Bản tin tiếp theo được phát vào 4 giờ 30 phút ngày 23/11.`,
  }),
  clean("outage notice", {
    title: "Tạm dừng dịch vụ công trực tuyến để nâng cấp",
    lede: "Hệ thống thông tin giải quyết thủ tục hành chính tạm dừng từ 22 giờ ngày 28/11 đến 6 giờ ngày 29/11/2026 để nâng cấp.",
    body: `
Trong thời gian trên, người dân và doanh nghiệp không nộp được hồ sơ trực tuyến; hồ sơ đã nộp không bị ảnh hưởng, thời hạn giải quyết được cộng thêm 01 ngày làm việc.

Sau nâng cấp, hệ thống hỗ trợ ký số từ xa, tra cứu bằng VNeID và phản hồi trong 3 giây.

Tổng đài hỗ trợ: 1022 (nhánh 3), 1800 6868.`,
  }),
  clean("recruitment notice", {
    title: "Tuyển dụng viên chức năm 2026",
    lede: "Trung tâm Ứng dụng tiến bộ KH&CN tuyển 07 viên chức, nhận hồ sơ từ ngày 25/11 đến hết ngày 24/12/2026.",
    body: `
| Vị trí việc làm | Trình độ | Chỉ tiêu |
|---|---|---:|
| Nghiên cứu viên (hạng III) | Đại học trở lên | 4 |
| Kỹ sư kiểm định | Đại học | 2 |
| Văn thư | Cao đẳng trở lên | 1 |
| Tổng |  | 7 |

Người dự tuyển nộp 01 bộ hồ sơ tại phòng 204 hoặc qua bưu điện (tính theo dấu bưu điện). Lệ phí: 500.000 đồng/thí sinh.

Vòng 1 dự kiến tổ chức thứ Bảy, ngày 16/01/2027. Nội dung thi gồm kiến thức chung, ngoại ngữ và tin học theo Nghị định số 115/2020/NĐ-CP ngày 25/9/2020 của Chính phủ, được sửa đổi tại Nghị định số 85/2023/NĐ-CP.`,
  }),
  clean("price bulletin", {
    title: "Giá nông sản tuần 46",
    lede: "Giá thảo quả khô tăng nhẹ, giá chuối mô giảm 500 đồng/kg so với tuần trước.",
    body: `
| Mặt hàng | Giá thấp nhất | Giá cao nhất | Tăng (+), giảm (-) |
|---|---:|---:|---:|
| Thảo quả khô | 118.000 | 125.000 | +2.000 |
| Chuối mô | 6.500 | 8.000 | -500 |
| Quế vỏ | 52.000 | 56.000 | 0 |
| Lợn hơi | 61.000 | 63.500 | +1.500 |

*Đơn vị: đồng/kg. Số liệu thu thập ngày 20/11/2026 tại 12 chợ.*

Thương lái cho biết cửa khẩu thông quan 24/7 nên hàng đi nhanh. Dự báo tuần 47, giá thảo quả tiếp tục nhích thêm 1-2%.`,
  }),
  clean("very short news", {
    title: "Trao 30 bộ máy tính cho học sinh vùng cao",
    lede: "Ngày 20/11, Sở KH&CN cùng nhà tài trợ trao 30 bộ máy tính cho Trường PTDTBT THCS Tả Gia Khâu.",
    body: `
Mỗi bộ trị giá 9,8 triệu đồng, đã cài sẵn phần mềm học tập không cần mạng. Thầy giáo Ngô Văn Đạt, Hiệu trưởng nhà trường, xúc động: “Đây là món quà ý nghĩa nhất trong Ngày Nhà giáo Việt Nam”.`,
  }),
];
