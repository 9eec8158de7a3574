import { leadPhoto, plantFaults } from "./corpus-article.ts";

/** Drafts that must not be submitted as they are. */
export const plantedBlocks = [
  plantFaults(
    "an empty draft",
    { title: "", lede: "", body: "", section: null, byline: { authors: [], unit: null } },
    [
      { rule: "missing-title", marked: null },
      { rule: "missing-lede", marked: null },
      { rule: "missing-section", marked: null },
      { rule: "missing-byline", marked: null },
    ],
  ),
  plantFaults(
    "a draft with only a title, spaces for the rest",
    {
      title: "Hội thảo về giống lúa chất lượng cao",
      lede: "  ",
      section: "",
      byline: { authors: ["  "], unit: "TT Phát triển KH&CN" },
      body: "Hội thảo thu hút 80 đại biểu từ 12 xã.",
    },
    [
      { rule: "missing-lede", marked: null },
      { rule: "missing-section", marked: null },
      { rule: "missing-byline", marked: null },
    ],
  ),
  plantFaults(
    "photos without alt",
    {
      title: "Bàn giao 20 trạm đo mưa tự động",
      lede: "Sáng 19/11/2026, Sở KH&CN bàn giao 20 trạm đo mưa tự động cho các xã vùng lũ quét.",
      leadPhoto: leadPhoto("", "Lễ bàn giao tại xã Phúc Khánh."),
      body: `
Mỗi trạm gửi số liệu 10 phút một lần về trung tâm điều hành.

![](photo:tram "Trạm đo mưa trên mái trường học.")

Khi lượng mưa vượt 50 mm trong một giờ, loa thôn tự phát cảnh báo.`,
    },
    [
      { rule: "missing-alt", marked: null },
      { rule: "missing-alt", marked: '![](photo:tram "Trạm đo mưa trên mái trường học.")' },
    ],
  ),
  plantFaults(
    "alts made of the title and a number",
    {
      title: "Ngày hội STEM lần thứ năm",
      lede: "Hơn 600 học sinh dự Ngày hội STEM lần thứ năm với 48 gian trưng bày.",
      leadPhoto: leadPhoto("Ngày hội STEM lần thứ năm"),
      body: `
Các em trình diễn tên lửa nước, xe thế năng, cánh tay thủy lực.

![Ngày hội STEM lần thứ năm -0](photo:s1 "Thi tên lửa nước.")

![Ngày hội STEM lần thứ năm -1](photo:s2 "Gian hàng của Trường THCS Kim Đồng.")`,
    },
    [
      { rule: "alt-is-title", marked: "Ngày hội STEM lần thứ năm" },
      { rule: "alt-is-title", marked: "Ngày hội STEM lần thứ năm -0" },
      { rule: "alt-is-title", marked: "Ngày hội STEM lần thứ năm -1" },
    ],
  ),
  plantFaults(
    "a paragraph pasted from a .VnTime document",
    {
      title: "Nghiệm thu đề tài phục tráng giống lúa",
      lede: "Hội đồng khoa học tỉnh vừa nghiệm thu đề tài phục tráng giống lúa nếp thơm.",
      body: `
Đề tài thực hiện trong 36 tháng tại ba xã.

Héi ®ång ®¸nh gi¸ cao kÕt qu¶ nghiªn cøu, ®Ò nghÞ nh©n réng m« h×nh.

Năng suất bình quân đạt 5,2 tấn/ha.`,
    },
    [
      {
        rule: "legacy-text",
        marked: "Héi ®ång ®¸nh gi¸ cao kÕt qu¶ nghiªn cøu, ®Ò nghÞ nh©n réng m« h×nh.",
        suggestion: "Hội đồng đánh giá cao kết quả nghiên cứu, đề nghị nhân rộng mô hình.",
      },
    ],
  ),
  plantFaults(
    "an old VNI article throughout",
    {
      title: "Hoäi thaûo öùng duïng naêng löôïng maët trôøi",
      lede: "Sôû Khoa hoïc vaø Coâng ngheä toå chöùc hoäi thaûo veà naêng löôïng maët trôøi.",
      body: "Hoäi thaûo coù 50 ñaïi bieåu tham döï.",
    },
    [
      {
        rule: "legacy-text",
        marked: "Hoäi thaûo öùng duïng naêng löôïng maët trôøi",
        suggestion: "Hội thảo ứng dụng năng lượng mặt trời",
      },
      {
        rule: "legacy-text",
        marked: "Sôû Khoa hoïc vaø Coâng ngheä toå chöùc hoäi thaûo veà naêng löôïng maët trôøi.",
        suggestion: "Sở Khoa học và Công nghệ tổ chức hội thảo về năng lượng mặt trời.",
      },
      {
        rule: "legacy-text",
        marked: "Hoäi thaûo coù 50 ñaïi bieåu tham döï.",
        suggestion: "Hội thảo có 50 đại biểu tham dự.",
      },
    ],
  ),
  plantFaults(
    "UTF-8 read as Latin-1, and a lost character",
    {
      title: "Khánh thành phòng thí nghi\ufffdm lưu động",
      lede: "Phòng thí nghiệm lưu động đầu tiên của tỉnh đã lăn bánh.",
      body: `
Xe được trang bị máy quang phổ, tủ cấy vi sinh.

Ã”ng Tráº§n VÄƒn An cho biáº¿t xe sáº½ Ä‘i 40 xÃ£.`,
    },
    [
      { rule: "garbled-text", marked: "\ufffd" },
      { rule: "garbled-text", marked: "Ã”ng Tráº§n VÄƒn An cho biáº¿t xe sáº½ Ä‘i 40 xÃ£" },
    ],
  ),
  plantFaults(
    "dates that no calendar has",
    {
      title: "Lịch kiểm định phương tiện đo",
      lede: "Đợt kiểm định phương tiện đo diễn ra từ ngày 10/11 đến 31/11 tại các chợ.",
      body: `
| Chợ | Ngày kiểm định |
|---|---|
| Cốc Lếu | 12/11/2026 |
| Kim Tân | 29/02/2027 |

Kết quả được niêm yết vào ngày 31 tháng 02 năm 2027.`,
    },
    [
      { rule: "impossible-date", marked: "31/11" },
      { rule: "impossible-date", marked: "29/02/2027" },
      { rule: "impossible-date", marked: "31 tháng 02 năm 2027" },
    ],
  ),
];
