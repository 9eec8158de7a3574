import { clean, leadPhoto } from "./corpus-article.ts";

/** Meetings, reviews, visits, appointments: the daily bread of a department's site. */
export const cleanMeetings = [
  clean("review of the year held in December", {
    title: "Sở KH&CN tổng kết công tác năm 2025",
    lede: "Sáng thứ Ba, ngày 30/12/2025, Sở Khoa học và Công nghệ (KH&CN) tổ chức hội nghị tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026.",
    leadPhoto: leadPhoto("Hội trường tầng ba với hơn trăm đại biểu ngồi kín các hàng ghế", "Quang cảnh hội nghị."),
    body: `
Dự hội nghị có đồng chí Đinh Công Thành, Phó Chủ tịch UBND tỉnh; đồng chí Vũ Thị Hải Yến, Giám đốc Sở KH&CN, cùng đại diện các sở, ngành và toàn thể công chức, viên chức của Sở.

Báo cáo tại hội nghị cho thấy, năm 2025 toàn ngành đã nghiệm thu 24 nhiệm vụ khoa học và công nghệ cấp tỉnh, trong đó 19 nhiệm vụ được ứng dụng vào sản xuất. Giai đoạn 2021 - 2025, tỷ lệ nhiệm vụ được ứng dụng đạt 76,5%, vượt 6,5 điểm phần trăm so với mục tiêu.

Phát biểu chỉ đạo, đồng chí Đinh Công Thành đề nghị Sở tiếp tục bám sát Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, coi doanh nghiệp là trung tâm của đổi mới sáng tạo. "Mỗi đề tài phải trả lời được câu hỏi: ai dùng, dùng ở đâu, dùng để làm gì", đồng chí nhấn mạnh.

Nhân dịp này, 12 tập thể và 27 cá nhân được tặng giấy khen của Giám đốc Sở.`,
  }),
  clean("review of the year held in January after it", {
    title: "Công đoàn cơ sở tổng kết hoạt động năm 2024",
    lede: "Ngày 10/01/2025, Công đoàn cơ sở Sở KH&CN tổng kết hoạt động công đoàn năm 2024 và bàn phương hướng, nhiệm vụ năm 2025.",
    body: `
Năm 2024, Công đoàn cơ sở đã thăm hỏi 56 lượt đoàn viên, tặng 32 suất quà cho con đoàn viên vượt khó học giỏi, vận động ủng hộ đồng bào bị thiệt hại do bão số 3 được 84,5 triệu đồng.

Ngày 20/01/2024, đơn vị đã ký giao ước thi đua; đến nay cả 9 chỉ tiêu đều hoàn thành. Tại hội nghị, bà Lương Thị Kim Oanh, Chủ tịch Công đoàn cơ sở, đề nghị các tổ công đoàn chăm lo Tết Nguyên đán sớm, không để đoàn viên nào không có Tết.`,
  }),
  clean("five-year review with both years", {
    title: "Nhìn lại 5 năm thực hiện kế hoạch 2016 - 2020",
    lede: "Giai đoạn 2016 - 2020, ngành khoa học và công nghệ của tỉnh đã hoàn thành 11/12 chỉ tiêu, tạo đà cho nhiệm kỳ 2020 - 2025.",
    body: `
Kế hoạch phát triển kinh tế - xã hội 5 năm 2016 - 2020 giao cho ngành 12 chỉ tiêu. Từ ngày 01/01/2016 đến ngày 31/12/2020, ngành đã hoàn thành 11 chỉ tiêu, trong đó 4 chỉ tiêu về đích trước hạn.

Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị và Nghị quyết Đại hội XIII của Đảng, các chi bộ đã đưa việc học tập, làm theo vào sinh hoạt hằng tháng. BCH TW và Tỉnh ủy nhiều lần ghi nhận cách làm này.

Bước sang giai đoạn 2021 - 2025, ngành đặt mục tiêu đưa năng suất các nhân tố tổng hợp (TFP) lên trên 45%.`,
  }),
  clean("working session with two officials", {
    title: "Sở KH&CN làm việc với Viện Nông lâm miền núi",
    lede: "Chiều 18/11/2026, đồng chí Vũ Thị Hải Yến – Giám đốc Sở KH&CN chủ trì buổi làm việc với Viện Nông lâm miền núi về phục tráng giống cây bản địa.",
    leadPhoto: leadPhoto("Hai đoàn ngồi đối diện bên bàn họp dài", "Quang cảnh buổi làm việc.", "Thế Bằng"),
    body: `
Tham dự buổi làm việc có TS. Bùi Quang Huy – Viện trưởng Viện Nông lâm miền núi; bà Hoàng Thị Tuyết – Trưởng phòng Quản lý Khoa học; ông Hoàng Văn Tuyến – Giám đốc Trung tâm Ứng dụng.

Hai bên thống nhất chọn ba giống để phục tráng trong năm 2027 gồm: lúa Séng Cù, quýt Mường Khương và mận tam hoa. Viện cử 5 cán bộ, Sở bố trí 12 ha ruộng thí nghiệm.

Kết luận buổi làm việc, đồng chí Vũ Thị Hải Yến – Giám đốc Sở KH&CN đề nghị hai bên ký thỏa thuận trước ngày 15/12/2026, chậm nhất quý I năm 2027 phải có vườn giống gốc.`,
  }),
  clean("appointment", {
    title: "Trao quyết định bổ nhiệm Phó Giám đốc Sở KH&CN",
    lede: "Sáng 02/11/2026, UBND tỉnh công bố quyết định bổ nhiệm ông Trần Đức Minh, Trưởng phòng Quản lý Công nghệ, giữ chức Phó Giám đốc Sở KH&CN.",
    body: `
Theo Quyết định số 2415/QĐ-UBND ngày 30/10/2026, ông Trần Đức Minh, sinh năm 1981, được bổ nhiệm giữ chức Phó Giám đốc Sở KH&CN trong thời hạn 5 năm kể từ ngày 01/11/2026.

Chúc mừng tân Phó Giám đốc Sở Trần Đức Minh, lãnh đạo UBND tỉnh mong đồng chí phát huy kinh nghiệm 20 năm công tác, cùng tập thể lãnh đạo Sở đưa ngành phát triển.

Trước đó, ông Trần Đức Minh từng là chuyên viên, Phó Trưởng phòng rồi Trưởng phòng Quản lý Công nghệ.`,
  }),
  clean("party cell meeting with many titles", {
    title: "Chi bộ Văn phòng sinh hoạt chuyên đề quý IV",
    lede: "Chi bộ Văn phòng Sở vừa sinh hoạt chuyên đề về nêu gương của đảng viên trong chuyển đổi số.",
    body: `
Đ/c Nguyễn Hồng Quân, Bí thư Chi bộ, Chánh Văn phòng Sở, chủ trì buổi sinh hoạt. Dự buổi sinh hoạt có Đ/c Vũ Thị Hải Yến, Bí thư Đảng ủy, Giám đốc Sở.

Tham luận của Đ/c Phùng Văn Tài nêu ba việc mỗi đảng viên phải làm được ngay:

1. Tự xử lý hồ sơ trên môi trường mạng, không in giấy.
2. Hướng dẫn ít nhất hai người thân cài đặt định danh điện tử.
3. Không chia sẻ tin giả; phát hiện thì báo ngay cho tổ công nghệ số.

Phát biểu kết luận, Bí thư Chi bộ Nguyễn Hồng Quân yêu cầu đưa kết quả vào đánh giá đảng viên cuối năm, theo đúng Quy định của BCH TW và hướng dẫn của Đảng ủy.`,
  }),
  clean("steering committee with deputies", {
    title: "Ban Chỉ đạo chuyển đổi số họp phiên thứ ba",
    lede: "Phiên họp thứ ba của Ban Chỉ đạo chuyển đổi số tỉnh diễn ra chiều thứ Sáu, ngày 13/11/2026, bằng hình thức trực tuyến với 99 xã, phường.",
    body: `
Chủ trì phiên họp là ông Đinh Công Thành, Phó Chủ tịch UBND tỉnh. Cùng dự có bà Vũ Thị Hải Yến, Giám đốc Sở KH&CN; ông Trần Đức Minh và ông Trần Đức Mạnh, Phó Giám đốc Sở.

Đến hết tháng 10, toàn tỉnh có 92,4% hồ sơ được nộp trực tuyến; 100% xã, phường có tổ công nghệ số cộng đồng. Tuy vậy, 14 thôn vẫn “lõm” sóng.

Ông Đinh Công Thành giao Sở KH&CN phối hợp các doanh nghiệp viễn thông phủ sóng 14 thôn nói trên trước ngày 31/3/2027; giao Sở Tài chính bố trí 6,8 tỷ đồng từ nguồn vốn sự nghiệp.`,
  }),
  clean("visit of foreign guests", {
    title: "Đoàn chuyên gia Đức khảo sát công nghệ sấy thảo quả",
    lede: "Trong hai ngày 17 và 18/11/2026, ông Jürgen Müller, chuyên gia của Trường Đại học Köln, cùng bà Françoise Lefèvre khảo sát công nghệ sấy thảo quả tại các xã vùng cao.",
    body: `
Đoàn đã đến thăm ba hợp tác xã, đo độ ẩm của lò sấy truyền thống và lò sấy bơm nhiệt. Theo ông Müller, lò bơm nhiệt tiêu thụ 0,8 kWh cho mỗi ki-lô-gam nước bay hơi, bằng 1/3 lò đốt củi.

Tinh dầu của mẻ sấy thấp hơn 45 °C giữ được 2,9 ± 0,2%, trong khi lò củi chỉ còn 1,7%. Hạt bụi trong khói có cỡ dưới 2,5 µm, ảnh hưởng đến sức khỏe người đứng lò.

Bà Lefèvre cho biết: “Chúng tôi sẽ gửi bản thiết kế mở để các hợp tác xã tự chế tạo”. Dự kiến tháng 3/2027, đoàn quay lại để lắp đặt mẻ thử đầu tiên.`,
  }),
  clean("youth union closes its month", {
    title: "Đoàn Thanh niên tổng kết Tháng Thanh niên năm 2026",
    lede: "Ngày 27/3/2026, Đoàn Thanh niên Sở KH&CN tổng kết Tháng Thanh niên năm 2026 với 6 công trình, phần việc.",
    body: `
Trong tháng, đoàn viên đã lắp 12 điểm phát wifi miễn phí ở nhà văn hóa thôn, sửa 45 máy tính cho trường học, trồng 1.500 cây quế tại xã Nậm Chày.

Anh Giàng A Páo, Bí thư Đoàn Sở, cho biết các phần việc đều do đoàn viên tự đề xuất. “Chúng tôi chọn việc nhỏ nhưng làm đến nơi đến chốn”, anh Páo nói.

Dịp này, ba đoàn viên ưu tú được kết nạp vào Đảng.`,
  }),
  clean("deputy director replaced by full name later", {
    title: "Khai trương Cổng thông tin truy xuất nguồn gốc",
    lede: "Sáng 10/10/2026, nhân Ngày Chuyển đổi số quốc gia, Sở KH&CN khai trương Cổng thông tin truy xuất nguồn gốc sản phẩm, hàng hóa của tỉnh.",
    leadPhoto: leadPhoto("Các đại biểu cùng chạm tay vào màn hình lớn", "Nghi thức khai trương Cổng thông tin."),
    body: `
Phát biểu tại buổi lễ, ông Trần Đức Minh, Phó Giám đốc Sở KH&CN, nêu rõ: mỗi sản phẩm lên Cổng có một mã riêng, người mua quét mã là biết nơi trồng, ngày thu hái, cơ sở đóng gói.

Đến nay, 186 sản phẩm của 73 cơ sở đã được cấp mã, gồm 121 sản phẩm OCOP và 65 sản phẩm khác.

![Khách hàng quét mã trên hộp trà bằng điện thoại](photo:quet-ma "Người mua quét mã trên hộp trà Shan tuyết.")

Theo ông Trần Đức Minh, từ ngày 01/01/2027, hệ thống sẽ kết nối với Cổng truy xuất quốc gia.

Người dân cần hỗ trợ có thể gọi tổng đài 1900 1234 (hoạt động 24/7).`,
  }),
];
