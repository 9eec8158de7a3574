import { leadPhoto, plantFaults } from "./corpus-article.ts";

/** Genres beyond reports of meetings: notes, captions, lists, profiles, tables, letters, recipes of a craft. */
export const plantedGenres = [
  plantFaults(
    "short news without a photo",
    {
      title: "Thư viện tỉnh mở cửa cả Chủ Nhật",
      lede: "Từ tháng 12, Thư viện tỉnh phục vụ bạn đọc cả bảy ngày trong tuần.",
      body: "Giờ mở cửa ngày Chủ Nhật là từ 8 giờ đến 16 giờ.",
      leadPhoto: null,
    },
    [{ rule: "missing-photo", marked: null }],
  ),
  plantFaults(
    "explainer whose sources lost a note",
    {
      title: "Chip bán dẫn làm từ cát như thế nào",
      lede: "Từ hạt cát đến con chip là hơn 1.000 bước, mỗi bước sai một li là hỏng cả tấm.",
      body: "Cát được nung thành silic nguyên chất.[^1] Tấm silic được cắt mỏng hơn 1 mm.[^2]\n\n[^1]: Theo giáo trình vật liệu.",
    },
    [{ rule: "footnote-label", marked: "[^2]" }],
  ),
  plantFaults(
    "two texts joined, each with its first note",
    {
      title: "Hai cách đo độ ẩm của đất",
      lede: "Cảm biến điện dung rẻ, cảm biến trở kháng bền hơn.",
      body: "Cách thứ nhất đo điện dung.[^1]\n\nCách thứ hai đo trở kháng.[^1]\n\n[^1]: Tài liệu của hãng.\n\n[^1]: Kết quả thử tại vườn.",
    },
    [{ rule: "footnote-label", marked: "Kết quả thử tại vườn." }],
  ),
  plantFaults(
    "survey with a note that nothing refers to",
    {
      title: "Bảy phần mười hộ dân dùng điện thoại thông minh",
      lede: "Kết quả khảo sát 1.200 hộ ở 12 xã cho thấy tỷ lệ tăng nhanh.",
      body: "Tỷ lệ hộ có điện thoại thông minh là 71,4%.\n\n[^1]: Sai số 2,8 điểm phần trăm.",
    },
    [{ rule: "footnote-unused", marked: "Sai số 2,8 điểm phần trăm." }],
  ),
  plantFaults(
    "history note with an impossible day in a footnote",
    {
      title: "Trạm khí tượng đầu tiên của tỉnh",
      lede: "Trạm được dựng trên đồi gần một thế kỷ trước, nay vẫn đo mưa mỗi ngày.",
      body: "Trạm ghi trận mưa lớn nhất trong lịch sử.[^1]\n\n[^1]: Sổ trực ngày 31/9/1957.",
    },
    [{ rule: "impossible-date", marked: "31/9/1957" }],
  ),
  plantFaults(
    "list of the year with last year in the fingers",
    {
      title: "10 dấu ấn chuyển đổi số nổi bật năm 2025",
      lede: "Ngày 12/01/2025, Ban Chỉ đạo công bố 10 dấu ấn chuyển đổi số nổi bật năm 2025.",
      body: "Dấu ấn thứ nhất là tỷ lệ hồ sơ trực tuyến vượt 90%.",
    },
    [{ rule: "year-conflict", marked: "12/01/2025", suggestion: "12/01/2026" }],
  ),
  plantFaults(
    "station that runs since a day to come",
    {
      title: "Trạm sạc xe điện đầu tiên ở vùng cao",
      lede: "Trạm có bốn trụ, sạc đầy một xe trong 40 phút.",
      body: "Trạm đã được đưa vào sử dụng từ ngày 15/7/2062, mỗi ngày đón 30 lượt xe.",
    },
    [{ rule: "future-in-past-tense", marked: "15/7/2062" }],
  ),
  plantFaults(
    "inspection with a year too late",
    {
      title: "Kiểm tra an toàn nồi hơi tại làng nghề",
      lede: "Hơn nửa số nồi hơi đã quá hạn kiểm định.",
      body: "Tổ công tác của Chi cục đã kiểm tra đột xuất mười hai cơ sở nấu rượu trong làng vào ngày 18/10/2062.",
    },
    [{ rule: "future-in-past-tense", marked: "18/10/2062" }],
  ),
  plantFaults(
    "family portrait with one letter lost",
    {
      title: "Chuyện nhà ông Tráng A Lử",
      lede: "Một gia đình, ba thế hệ, cùng học dùng điện thoại thông minh.",
      body: "Ông Tráng A Lử, 70 tuổi, học gọi video để nói chuyện với cháu. Tối nào ông Tráng A Lừ cũng ngồi trước hiên chờ chuông.",
    },
    [{ rule: "person-name", marked: "Tráng A Lừ" }],
  ),
  plantFaults(
    "advice with a reader's identity number",
    {
      title: "Hỏi đáp: nộp hồ sơ trực tuyến thế nào",
      lede: "Tòa soạn trả lời thư của bạn đọc về dịch vụ công.",
      body: "Bạn đọc viết: “Tôi có căn cước số 010190004321, vì sao hồ sơ bị trả lại?”",
    },
    [{ rule: "citizen-id", marked: "010190004321" }],
  ),
  plantFaults(
    "obituary with a weekday that does not match",
    {
      title: "Vĩnh biệt kỹ sư của những con suối",
      lede: "Ông dành cả đời đo dòng chảy của các con suối vùng cao.",
      body: "Lễ viếng bắt đầu từ 8 giờ thứ Hai, ngày 24/11/2026, tại nhà riêng.",
    },
    [{ rule: "weekday-mismatch", marked: "thứ Hai", suggestion: "Thứ Ba" }],
  ),
  plantFaults(
    "price list with a wrong total",
    {
      title: "Giá một bộ cảm biến vườn chè",
      lede: "Bộ cảm biến lắp tại chỗ rẻ hơn một nửa so với bộ nhập khẩu.",
      body: "| Linh kiện | Giá (nghìn đồng) |\n|---|---:|\n| Bo mạch | 450 |\n| Cảm biến ẩm | 380 |\n| Pin mặt trời | 620 |\n| Tổng cộng | 1.540 |",
    },
    [{ rule: "table-sum", marked: "1.540", suggestion: "1.450" }],
  ),
  plantFaults(
    "recipe of a craft with stray spaces",
    {
      title: "Nhuộm chàm bằng mười hai bước",
      lede: "Công thức do phụ nữ trong bản truyền lại, nay được ghi thành quy trình.",
      body: "1. Ngâm lá chàm ba ngày , vớt bã.\n2. Cho vôi,  khuấy đều.\n3. Gạn lấy cao.",
    },
    [
      { rule: "space-before-punctuation", marked: " ," },
      { rule: "double-space", marked: "  " },
    ],
  ),
  plantFaults(
    "gallery of a school fair",
    {
      title: "Ngày hội STEM ở trường vùng cao",
      lede: "Hơn 300 học sinh bày ra bốn mươi mô hình tự làm.",
      body: '![Mô hình cối nước](photo:a "Cối nước phát điện")\n![Học sinh lắp xe](photo:b)',
    },
    [{ rule: "gallery-captions", marked: "![Học sinh lắp xe](photo:b)" }],
  ),
  plantFaults(
    "press photo whose caption names a stranger",
    {
      title: "Trồng 5.000 cây sa mộc trên đồi trọc",
      lede: "Đoàn viên thanh niên trồng cây trong hai ngày cuối tuần.",
      leadPhoto: leadPhoto("Thanh niên trồng cây", "Anh Vàng Seo Dìn trồng cây đầu tiên."),
      body: "Cây giống do vườn ươm của xã cấp.",
    },
    [{ rule: "caption-stranger", marked: "Vàng Seo Dìn" }],
  ),
  plantFaults(
    "quotation with a date no calendar has",
    {
      title: "Thư của một cô giáo vùng biên",
      lede: "Lá thư được đọc trong lễ tổng kết của trường.",
      body: "> Em nhận lớp ngày 31/6/2019,\n> lớp có chín học trò.\n\nCả hội trường lặng đi.",
    },
    [{ rule: "impossible-date", marked: "31/6/2019" }],
  ),
  plantFaults(
    "contact list in a notice",
    {
      title: "Danh sách người hướng dẫn khởi nghiệp",
      lede: "Năm người hướng dẫn nhận câu hỏi của các nhóm trong tháng này.",
      body: "- Nông nghiệp: gọi 0912 345 678;\n- Du lịch: gửi thư về hộp thư của ban tổ chức.",
    },
    [{ rule: "phone-number", marked: "0912 345 678" }],
  ),
  plantFaults(
    "interview with one spelling of a name too many",
    {
      title: "Trò chuyện với người làm bản đồ số của xã",
      lede: "Anh vẽ lại từng lối mòn để xe cứu thương không lạc đường.",
      body: "**Anh bắt đầu từ đâu?**\n\nAnh Vàng Văn Sinh, cán bộ địa chính: Từ những con suối.\n\n**Khó nhất là gì?**\n\nAnh Vàng Văn Xinh: Đặt tên cho chúng.",
    },
    [{ rule: "person-name", marked: "Vàng Văn Xinh" }],
  ),
  plantFaults(
    "quiz with a future day in the past tense",
    {
      title: "Đố vui: vì sao trời có màu xanh",
      lede: "Năm câu hỏi nhỏ cho buổi tối cuối tuần.",
      body: "1. Vì sao trời xanh?\n2. Vì sao biển mặn?\n\nĐáp án kỳ trước đã được công bố vào ngày 14/3/2062.",
    },
    [{ rule: "future-in-past-tense", marked: "14/3/2062" }],
  ),
  plantFaults(
    "timeline with a day that no calendar has",
    {
      title: "Bốn mươi năm một trạm thủy văn",
      lede: "Những mốc chính của trạm đo nước lâu năm nhất vùng.",
      body: "- **1986:** dựng trạm.\n- **2008:** lũ quét cuốn cầu, ngày 31/6/2008 trạm đo lại từ đầu.\n- **2026:** đo tự động.",
    },
    [{ rule: "impossible-date", marked: "31/6/2008" }],
  ),
  plantFaults(
    "letter to the editor with an old identity card",
    {
      title: "Bạn đọc viết: đường vào bản đã sáng đèn",
      lede: "Một bạn đọc kể chuyện những cột đèn năng lượng mặt trời đầu tiên.",
      body: "Từ ngày có đèn, trẻ con đi học tối không sợ rắn.\n\n(Bạn đọc gửi kèm số chứng minh nhân dân 063 123 456 để nhận nhuận bút.)",
    },
    [{ rule: "citizen-id", marked: "063 123 456" }],
  ),
];
