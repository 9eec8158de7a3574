import { leadPhoto, plantFaults } from "./corpus-article.ts";

const oneLongParagraph =
  "Theo quy trình mới, hạt giống sau khi thu được phơi trong bóng mát ba ngày, sàng bỏ hạt lép, ngâm nước ấm 54 °C trong mười phút để diệt nấm rồi mới đem ủ. Khi hạt nứt nanh, bà con gieo vào khay xốp có giá thể gồm xơ dừa, trấu hun và phân trùn quế theo tỷ lệ 5:3:2. Khay đặt trong nhà lưới, mỗi ngày phun sương hai lần vào sáng sớm và chiều mát. Sau 18 ngày, cây có hai lá thật thì bắt đầu luyện cây bằng cách giảm tưới, mở lưới dần để cây quen nắng gió. Đến ngày thứ 25, cây cao chừng 12 cm, rễ trắng bó kín bầu là đủ tiêu chuẩn xuất vườn. Cán bộ kỹ thuật đến từng khay kiểm tra, ghi vào nhật ký điện tử số cây đạt, số cây loại, nguyên nhân. Những khay có quá 5% cây bệnh bị hủy toàn bộ, giá thể đem xử lý vôi. Nhờ làm kỹ từ đầu, tỷ lệ sống ngoài đồng đạt 97%, cây sinh trưởng đồng đều, cho thu hoạch sớm hơn năm ngày so với cách gieo thẳng, công chăm sóc giảm một phần ba, thuốc trừ bệnh gần như không phải dùng đến.";

/** Slips of the pen and of the keyboard. */
export const plantedWriting = [
  plantFaults(
    "a lede without its full stop, spaces before stops and between words",
    {
      title: "Bàn giao phần mềm quản lý vườn ươm",
      lede: "Trung tâm Ứng dụng bàn giao phần mềm quản lý vườn ươm cho 8 hợp tác xã",
      body: `
Phần mềm chạy trên điện thoại ,  không cần mạng liên tục.

Người dùng chỉ cần ba thao tác :  chụp ảnh, chọn lô, bấm lưu .`,
    },
    [
      { rule: "lede-full-stop", marked: "", suggestion: "." },
      { rule: "space-before-punctuation", marked: " ,", suggestion: "," },
      { rule: "double-space", marked: "  ", suggestion: " " },
      { rule: "space-before-punctuation", marked: " :", suggestion: ":" },
      { rule: "double-space", marked: "  ", suggestion: " " },
      { rule: "space-before-punctuation", marked: " .", suggestion: "." },
    ],
  ),
  plantFaults(
    "two dashes in one person's title",
    {
      title: "Trao học bổng “Thắp sáng ước mơ”",
      lede: "Sáng 14/11/2026, 50 học sinh nghèo vượt khó nhận học bổng “Thắp sáng ước mơ”.",
      leadPhoto: leadPhoto(
        "Người đàn ông trao phong bì cho nữ sinh áo dài trắng",
        "Ông Triệu Văn Sáng - Chủ tịch Hội Khuyến học trao học bổng.",
      ),
      body: `
Phát biểu tại buổi lễ, ông Triệu Văn Sáng – Chủ tịch Hội Khuyến học mong các em tiếp tục cố gắng.

Mỗi suất học bổng trị giá 2 triệu đồng.`,
    },
    [{ rule: "mixed-dashes", marked: " - ", suggestion: " – " }],
  ),
  plantFaults(
    "both schools of tone placement",
    {
      title: "Đảng ủy Sở học tập chuyên đề mới",
      lede: "Đảng ủy Sở tổ chức học tập chuyên đề về văn hóa công vụ cho toàn thể đảng viên.",
      body: `
Báo cáo viên Đảng uỷ Khối trình bày bốn nội dung, trong đó nhấn mạnh văn hoá nêu gương.

Sau buổi học, các chi ủy viết thu hoạch, Đảng ủy chấm và xếp loại.`,
    },
    [{ rule: "mixed-tone-placement", marked: "uỷ", suggestion: "ủy" }],
  ),
  plantFaults(
    "a paragraph of a thousand characters",
    {
      title: "Bí quyết gieo ươm rau trái vụ",
      lede: "Các hộ trồng rau ở xã Quang Kim áp dụng quy trình ươm cây trong khay xốp.",
      body: `Đây là quy trình được chuyển giao từ năm 2025.\n\n${oneLongParagraph}\n\nMô hình đang được nhân rộng.`,
    },
    [{ rule: "long-paragraph", marked: oneLongParagraph }],
  ),
  plantFaults(
    "a title over 70 characters that is no event's name",
    {
      title: "Nông dân xã vùng cao phấn khởi vì năm nay được mùa, được giá nhờ giống lúa mới",
      lede: "Vụ mùa 2026, năng suất lúa thuần của xã Mường Vi đạt 6,1 tấn/ha, cao nhất từ trước đến nay.",
      body: "Giá thóc tươi tại ruộng là 9.200 đồng/kg, tăng 700 đồng so với vụ trước.",
    },
    [{ rule: "long-title", marked: " lúa mới" }],
  ),
  plantFaults(
    "a story that is published already",
    {
      title: "Trao giải Cuộc thi ảnh “Sắc màu khoa học” lần thứ II",
      lede: "Ban tổ chức trao 15 giải cho các tác phẩm xuất sắc của cuộc thi ảnh.",
      body: "Giải Nhất thuộc về bộ ảnh “Đêm trong phòng thí nghiệm”.",
      publishedTitles: [
        "Phát động Cuộc thi ảnh về rừng",
        "Lễ trao giải Cuộc thi ảnh “Sắc màu khoa học” lần thứ II",
      ],
    },
    [
      {
        rule: "near-duplicate-title",
        marked: "Trao giải Cuộc thi ảnh “Sắc màu khoa học” lần thứ II",
      },
    ],
  ),
  plantFaults(
    "somebody's telephone and identity card",
    {
      title: "Tìm chủ nhân chiếc máy tính bị bỏ quên",
      lede: "Bộ phận một cửa Sở KH&CN thông báo tìm chủ nhân chiếc máy tính xách tay bị bỏ quên.",
      body: `
Trong túi có bản sao giấy tờ mang tên một người ở xã Bát Xát, số căn cước 010 085 004 321.

Ai biết chủ nhân xin báo cho anh Hòa, điện thoại 0983.456.789 hoặc (0214) 3 840 888.

Cũng có thể nhắn qua Zalo +84 912 345 678. Tài khoản định danh 010190008765 sẽ được đối chiếu khi trả.`,
    },
    [
      { rule: "citizen-id", marked: "010 085 004 321" },
      { rule: "phone-number", marked: "0983.456.789" },
      { rule: "phone-number", marked: "(0214) 3 840 888" },
      { rule: "phone-number", marked: "+84 912 345 678" },
      { rule: "citizen-id", marked: "010190008765" },
    ],
  ),
  plantFaults(
    "photos handled carelessly",
    {
      title: "Hội thi lập trình robot cấp tỉnh",
      lede: "32 đội tranh tài tại Hội thi lập trình robot cấp tỉnh năm 2026.",
      leadPhoto: leadPhoto("Hai robot đối đầu trên sa bàn"),
      photos: new Map([
        ["lead", { width: 1080, height: 720 }],
        ["r1", { width: 800, height: 600 }],
        ["r2", { width: 1600, height: 1067 }],
      ]),
      body: `
![IMG_2043.jpg](photo:r1 "Các đội kiểm tra robot.")

Trận chung kết kéo dài 12 phút.

![Học sinh reo hò bên sa bàn](photo:r2)
![Học sinh reo hò bên sa bàn](photo:r3 "Niềm vui chiến thắng.")
![Ban giám khảo chấm điểm-2](photo:r4)`,
    },
    [
      { rule: "small-photo", marked: null },
      { rule: "small-photo", marked: '![IMG_2043.jpg](photo:r1 "Các đội kiểm tra robot.")' },
      { rule: "alt-numbered", marked: "IMG_2043.jpg" },
      { rule: "gallery-captions", marked: "![Học sinh reo hò bên sa bàn](photo:r2)" },
      { rule: "duplicate-alt", marked: "Học sinh reo hò bên sa bàn" },
      { rule: "alt-numbered", marked: "Ban giám khảo chấm điểm-2" },
    ],
  ),
  plantFaults(
    "text that came in with odd characters",
    {
      title: "Phổ biến tiêu chuẩn chè xanh",
      lede: "Chi cục Tiêu chuẩn phổ biến TCVN về chè xanh cho 30 cơ sở.",
      body: "Các cơ sở được hướng dẫn ghi nhãn, công bố chất lượng.",
      normalised: [
        { field: "title", changes: ["unicode-form"], removed: [] },
        { field: "lede", changes: ["line-end"], removed: [] },
        { field: "body", changes: ["line-end", "space", "invisible"], removed: [] },
      ],
    },
    [
      { rule: "normalised-text", marked: null },
      { rule: "normalised-text", marked: null },
    ],
  ),
];
