import { clean, leadPhoto } from "./corpus-article.ts";

/** Genres beyond reports of meetings, with forms that only look like a fault. */
export const cleanGenres = [
  clean("explainer with footnotes", {
    title: "Vì sao pin mau chai khi trời nóng",
    lede: "Nhiệt độ cao làm dung dịch trong pin già đi nhanh gấp đôi.",
    body: "Pin lithium bền nhất ở 15 đến 25 độ C.[^1] Để trong xe phơi nắng, pin có thể lên tới 60 độ C.[^do]\n\n[^1]: Theo tài liệu của nhà sản xuất.\n\n[^do]: Đo tại bãi xe ngày 12/7/2026.",
  }),
  clean("prices with a single tilde", {
    title: "Nuôi cá nước lạnh, lãi bao nhiêu",
    lede: "Người nuôi cá tầm tính từng khoản thu, chi của một vụ.",
    body: "Thu nhập tăng từ 5~7 triệu đồng lên 10~15 triệu đồng mỗi tháng. Chi phí giống giảm ~~một nửa~~ một phần ba.",
  }),
  clean("two villagers with one letter between their names", {
    title: "Đưa máy cày lên nương",
    lede: "Hai hộ đầu tiên trong bản dùng máy cày mini kể chuyện được, mất.",
    body: "Ông Giàng A Páo, thôn Sín Chải, cày xong trước mùa mưa. Ông Giàng A Páng, thôn Bản Phố, vẫn chờ thợ sửa máy.",
  }),
  clean("father and son", {
    title: "Hai thế hệ trồng sâm",
    lede: "Dưới tán rừng già, một gia đình giữ vườn sâm hơn mười năm.",
    body: "Ông Lò Văn Sương và con trai là anh Lò Văn Sướng cùng trồng sâm dưới tán rừng. Mỗi năm vườn thêm vài trăm gốc.",
  }),
  clean("centre that will open", {
    title: "Sắp có trung tâm điều hành thông minh",
    lede: "Trung tâm sẽ theo dõi giao thông, thời tiết và rừng trên một màn hình.",
    body: "Trung tâm sẽ đi vào hoạt động từ ngày 01/8/2027. Thiết bị đã được đặt mua, dự kiến lắp xong vào ngày 15/6/2027.",
  }),
  clean("tickets for a night to come", {
    title: "Đêm nhạc giữa ruộng bậc thang",
    lede: "Lần đầu tiên một dàn nhạc dây chơi giữa mùa lúa chín.",
    body: "Ban tổ chức đã bán hết vé của đêm diễn sẽ diễn ra vào ngày 18/9/2027. Khán giả nên mang theo áo ấm.",
  }),
  clean("call for papers that was sent out", {
    title: "Mời viết bài về chè cổ thụ",
    lede: "Tạp chí mở chuyên đề về những vườn chè trăm tuổi.",
    body: "Tòa soạn đã gửi thư mời viết bài cho hội thảo tổ chức vào ngày 20/4/2027. Bài nhận đến hết ngày 28/02/2027.",
  }),
  clean("list of the year, published when the year was over", {
    title: "Mười kết quả nghiên cứu tiêu biểu của tỉnh năm 2025",
    lede: "Ngày 09/01/2026, Sở công bố mười kết quả nghiên cứu tiêu biểu của năm 2025.",
    body: "Kết quả thứ nhất là giống lúa chịu rét. Kết quả thứ hai là bản đồ sạt lở của 17 xã.",
  }),
  clean("awards for people of a year, given in that year", {
    title: "Tuyên dương công nhân tiêu biểu năm 2026",
    lede: "Ngày 05/3/2026, 30 công nhân tiêu biểu được tuyên dương.",
    body: "Buổi lễ ngắn gọn, mỗi người nhận một cuốn sách và một cây giống.",
  }),
  clean("quiz", {
    title: "Đố vui: bạn biết gì về sét",
    lede: "Bảy câu hỏi cho mùa mưa giông, đáp án ở cuối bài.",
    body: "1. Sét nóng tới bao nhiêu độ?\n2. Vì sao không đứng dưới cây to?\n\n> Đáp án câu 1: khoảng 30.000 độ C.\n> Đáp án câu 2: cây cao hút sét.",
  }),
  clean("recipe of a craft", {
    title: "Làm giấy dó theo cách của người Dao",
    lede: "Từ vỏ cây đến tờ giấy là chín ngày và rất nhiều nước suối.",
    body: "1. Ngâm vỏ dó ba ngày.\n2. Nấu với tro bếp, tỷ lệ 1 : 10.\n3. Giã, lọc, seo thành tờ.\n\n**Mẹo:** nước càng lạnh, giấy càng trắng.",
  }),
  clean("timeline", {
    title: "Trăm năm một cây cầu treo",
    lede: "Những mốc chính của cây cầu nối hai bờ suối.",
    body: "- **1926:** dựng cầu tre.\n- **1968:** thay bằng dây thép.\n- **Ngày 12/8/2008:** lũ cuốn mất nhịp giữa.\n- **2026:** cầu mới dài 84 m.",
  }),
  clean("bulletin with a table of rain", {
    title: "Mưa trong tuần ở năm trạm",
    lede: "Vùng núi phía tây mưa nhiều nhất, có nơi gần 200 mm.",
    body: "| Trạm | Mưa (mm) | So với TB (%) |\n|---|---:|---:|\n| Sa Pa | 196 | 120 |\n| Bắc Hà | 88 | 95 |\n| Bảo Yên | 61 | 70 |",
  }),
  clean("price list with a right total", {
    title: "Một trạm thời tiết tự làm giá bao nhiêu",
    lede: "Nhóm học sinh lắp trạm đo mưa, gió với chưa đầy hai triệu đồng.",
    body: "| Linh kiện | Giá (nghìn đồng) |\n|---|---:|\n| Bo mạch | 450 |\n| Cảm biến gió | 380 |\n| Pin mặt trời | 620 |\n| Tổng cộng | 1.450 |",
  }),
  clean("photo story", {
    title: "Một ngày ở chợ trâu",
    lede: "Chợ họp từ lúc mờ sương và tan khi nắng lên đỉnh núi.",
    leadPhoto: leadPhoto("Người bán dắt trâu qua cổng chợ trong sương"),
    body: '![Trâu buộc thành hàng dưới gốc gạo](photo:a "Mỗi phiên có chừng 200 con")\n![Hai người đàn ông xem răng trâu](photo:b "Xem răng để đoán tuổi")\n\nTan chợ, chỉ còn lại mùi rơm.',
  }),
  clean("interview without names at each answer", {
    title: "Trò chuyện với người sửa máy ảnh cũ",
    lede: "Bốn mươi năm, ông sửa hàng nghìn chiếc máy ảnh phim.",
    body: "**Chiếc khó nhất là chiếc nào?**\n\nChiếc của chính tôi, vì không dám tháo.\n\n**Máy số có sửa không?**\n\nCó, nhưng tay tôi nhớ máy phim hơn.",
  }),
  clean("instructions with code", {
    title: "Đọc nhiệt độ bằng mười dòng lệnh",
    lede: "Bài thực hành cho câu lạc bộ tin học của các trường.",
    body: "Gõ lệnh `python  doc.py` rồi chờ 5 giây. Dòng `t  = doc()` đọc cảm biến, kết quả hiện trên màn hình.",
  }),
  clean("frequently asked questions", {
    title: "Hỏi đáp về đăng ký nhãn hiệu",
    lede: "Năm câu hỏi mà hợp tác xã hay gặp nhất khi làm hồ sơ.",
    body: "### Mất bao lâu?\n\nThường từ 12 đến 18 tháng.\n\n### Nộp ở đâu?\n\nNộp trực tuyến tại https://dichvucong.example.gov.vn hoặc gọi tổng đài 1900 1234.",
  }),
  clean("obituary", {
    title: "Nhớ người thầy của những con suối",
    lede: "Thầy dạy ba thế hệ kỹ sư thủy lợi cách nghe tiếng nước.",
    body: "Thầy mất sáng thứ Hai, ngày 16/11/2026, thọ 84 tuổi. Học trò cũ từ nhiều tỉnh đã về tiễn thầy vào ngày 18/11/2026.",
  }),
  clean("letter to the editor", {
    title: "Bạn đọc viết: con đường có đèn",
    lede: "Một bạn đọc kể chuyện những cột đèn đầu tiên của bản.",
    body: "> Từ ngày có đèn, trẻ con đi học tối không sợ rắn.\n> Đêm đầu tiên, cả bản ra đường ngồi.\n\nTòa soạn cảm ơn thư của bạn.",
  }),
];
