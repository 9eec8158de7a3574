import { leadPhoto, plantFaults } from "./corpus-article.ts";

/** Slips of fact: what an editor checks by hand. */
export const plantedFacts = [
  plantFaults(
    "last year's date in a January review",
    {
      title: "Chi bộ Thanh tra tổng kết công tác năm 2025",
      lede: "Chiều 09/01/2025, Chi bộ Thanh tra Sở họp tổng kết công tác năm 2025, bàn nhiệm vụ năm 2026.",
      today: new Date("2026-01-10T08:00:00+07:00"),
      body: `
Năm qua, Chi bộ kết nạp 02 đảng viên mới, hoàn thành 6/6 cuộc thanh tra theo kế hoạch.

Dự kiến tháng 3, Chi bộ sẽ tổ chức sinh hoạt chuyên đề tại khu di tích.`,
    },
    [{ rule: "year-conflict", marked: "09/01/2025", suggestion: "09/01/2026" }],
  ),
  plantFaults(
    "a plan for next year dated a year early",
    {
      title: "Hội Cựu chiến binh triển khai nhiệm vụ năm 2026",
      lede: "Sáng nay, Hội Cựu chiến binh Sở triển khai nhiệm vụ năm 2026.",
      today: new Date("2026-01-15T16:00:00+07:00"),
      body: "Ngày 15/01/2025, Hội nghị diễn ra với sự tham dự của 24 hội viên.",
    },
    [{ rule: "year-conflict", marked: "15/01/2025", suggestion: "15/01/2026" }],
  ),
  plantFaults(
    "two weekdays that do not match",
    {
      title: "Khai mạc lớp tập huấn an toàn bức xạ",
      lede: "Sáng thứ Ba, ngày 18/11/2026, Sở KH&CN khai mạc lớp tập huấn an toàn bức xạ.",
      body: `
Lớp học có 45 học viên của 17 cơ sở y tế, học trong ba ngày.

Lễ bế giảng diễn ra vào Chủ nhật (20/11/2026), học viên nhận chứng chỉ ngay tại lớp.`,
    },
    [
      { rule: "weekday-mismatch", marked: "thứ Ba", suggestion: "Thứ Tư" },
      { rule: "weekday-mismatch", marked: "Chủ nhật", suggestion: "Thứ Sáu" },
    ],
  ),
  plantFaults(
    "a future date in the past tense",
    {
      title: "Ra mắt tổ công nghệ số thôn Nậm Sò",
      lede: "Ngày 25/11/2026, UBND xã Cốc San đã ra mắt tổ công nghệ số cộng đồng thôn Nậm Sò.",
      body: "Tổ có 9 thành viên, do trưởng thôn làm tổ trưởng.",
    },
    [{ rule: "future-in-past-tense", marked: "25/11/2026" }],
  ),
  plantFaults(
    "wrong sums in a row and a column",
    {
      title: "Kết quả trồng rừng của bốn xã",
      lede: "Bốn xã vùng thượng huyện trồng mới hơn 800 ha rừng trong năm 2026.",
      body: `
| Xã | Quế (ha) | Mỡ (ha) | Cộng |
|---|---:|---:|---:|
| Nậm Tha | 120,5 | 64,0 | 184,5 |
| Liêm Phú | 98,0 | 71,5 | 169,5 |
| Chiềng Ken | 140,0 | 82,0 | 232,0 |
| Khánh Yên | 156,5 | 90,5 | 247,0 |
| Tổng cộng | 515,0 | 318,0 | 833,0 |

Tỷ lệ cây sống sau ba tháng đạt 93%.`,
    },
    [
      { rule: "table-sum", marked: "232,0", suggestion: "222,0" },
      { rule: "table-sum", marked: "318,0", suggestion: "308,0" },
    ],
  ),
  plantFaults(
    "one wrong total among grouped figures",
    {
      title: "Phân bổ kinh phí khoa học năm 2027",
      lede: "Kinh phí sự nghiệp khoa học năm 2027 được phân bổ cho bốn nhóm nhiệm vụ.",
      body: `
| Nhóm nhiệm vụ | Kinh phí (triệu đồng) |
|---|---:|
| Đề tài, dự án | 18.450 |
| Tăng cường tiềm lực | 7.200 |
| Thông tin, truyền thông | 2.350 |
| Quản lý nhà nước | 1.900 |
| **Tổng số** | **29.800** |`,
    },
    [{ rule: "table-sum", marked: "29.800", suggestion: "29.900" }],
  ),
  plantFaults(
    "a name spelt in two ways",
    {
      title: "Hợp tác xã gạo Séng Cù nhận chứng nhận hữu cơ",
      lede: "Hợp tác xã gạo Séng Cù vừa nhận chứng nhận hữu cơ cho 26 ha lúa.",
      body: `
Bà Lý Thị Quyên, Giám đốc Hợp tác xã, cho biết để có chứng nhận, 58 hộ phải ghi nhật ký suốt ba vụ.

Theo bà Lý Thị Quyên, giá gạo sau chứng nhận tăng 22%.

“Chúng tôi sẽ mở rộng thêm 10 ha”, bà Lý Thị Quyến nói.`,
    },
    [{ rule: "person-name", marked: "Lý Thị Quyến", suggestion: "Lý Thị Quyên" }],
  ),
  plantFaults(
    "a middle name and an office that changed",
    {
      title: "Kiểm tra công tác cải cách hành chính",
      lede: "Đoàn kiểm tra cải cách hành chính của tỉnh làm việc với Sở KH&CN sáng 16/11/2026.",
      body: `
Tiếp đoàn có ông Trần Đức Minh, Phó Giám đốc Sở KH&CN; bà Phan Thị Vân, Chánh Văn phòng Sở.

Báo cáo của bà Phan Thị Vân nêu rõ: 100% hồ sơ được giải quyết đúng hạn.

Phát biểu tiếp thu, ông Trần Đức Minh, Giám đốc Sở KH&CN, cam kết khắc phục hai hạn chế đoàn đã nêu.

Chánh Văn phòng Sở Phan Thanh Vân được giao đôn đốc thực hiện.`,
    },
    [
      { rule: "person-office", marked: "Trần Đức Minh" },
      { rule: "person-name", marked: "Phan Thanh Vân", suggestion: "Phan Thị Vân" },
    ],
  ),
  plantFaults(
    "captions with people of whom the text is silent",
    {
      title: "Hiến máu tình nguyện đợt II",
      lede: "Sáng 12/11/2026, 86 công chức, viên chức ngành KH&CN tham gia hiến máu tình nguyện đợt II.",
      leadPhoto: leadPhoto(
        "Người đàn ông áo trắng nằm trên giường hiến máu, mỉm cười",
        "Ông Cù Xuân Trường, người có 32 lần hiến máu.",
      ),
      body: `
Ban tổ chức tiếp nhận 81 đơn vị máu. Chị Nguyễn Ngọc Diệp lần thứ mười hiến máu.

![Cô gái cầm giấy chứng nhận](photo:h1 "Chị Nguyễn Ngọc Diệp nhận giấy chứng nhận.")

![Người phụ nữ trao hoa cho một thanh niên](photo:h2 "Bà Trần Thu Phương tặng hoa người hiến máu.")`,
    },
    [
      { rule: "caption-stranger", marked: "Cù Xuân Trường" },
      { rule: "caption-stranger", marked: "Trần Thu Phương" },
    ],
  ),
];
