import { leadPhoto, plantFaults } from "./corpus-article.ts";

const longParagraph =
  "Năm 2020 là năm bản lề, năm cuối thực hiện kế hoạch phát triển kinh tế - xã hội 5 năm 2016 - 2020 và là năm tổ chức đại hội đảng các cấp, tiến tới Đại hội Đảng toàn quốc lần thứ XIII. Đặc biệt là năm các cấp, các ngành tập trung phòng chống dịch covid-19 và phòng chống thiên tai bão lụt. Trong tình hình đó, bám sát các văn bản chỉ đạo của Trung ương và của Tỉnh với quyết tâm chính trị cao, Ban chấp hành Đảng ủy Sở đã tập trung lãnh đạo, chỉ đạo hoàn thành xuất sắc nhiệm vụ chính trị trên tất cả các mặt: công tác giáo dục chính trị tư tưởng; công tác tổ chức bộ máy; công tác xây dựng tổ chức Đảng và các tổ chức chính trị xã hội; công tác kiểm tra, giám sát và thi hành kỷ luật Đảng. Lãnh đạo cơ quan, đơn vị, cán bộ, đảng viên gương mẫu thực hiện nhiệm vụ và hoàn thành các nhiệm vụ theo chương trình, kế hoạch đề ra. Tuy nhiên, bên cạnh những kết quả đã đạt được, Đảng bộ cũng còn có những hạn chế nhất định: Một số nhiệm vụ còn chậm so với tiến độ đề ra, chưa phát huy hết được vai trò tiên phong gương mẫu của Đảng viên.";

/**
 * The reference article as its reporter entered it: its facts, its missing full stop, its two kinds
 * of dash and its captionless gallery untouched.
 */
export const referenceArticle = plantFaults(
  "the reference article",
  {
    title: "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng nhiệm vụ năm 2021",
    lede: "Ngày 28/01/2020, Đảng bộ Sở Khoa học và công nghệ (KH&CN) tổ chức Hội nghị Tổng kết công tác xây dựng Đảng năm 2020, triển khai phương hướng nhiệm vụ năm 2021. Dự và chỉ đạo hội nghị có đồng chí Phạm Quốc Chính, Bí thư Đảng ủy, Giám đốc Sở Khoa học và Công nghệ, các đồng chí trong Ban chấp hành Đảng ủy, Ban Lãnh đạo cùng toàn thể đảng viên Sở KH&CN",
    section: "xay-dung-dang",
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    leadPhoto: leadPhoto("Toàn cảnh hội trường với phông đỏ và các hàng đại biểu"),
    today: new Date("2021-01-28T10:05:00+07:00"),
    body: `
${longParagraph}

![Đồng chí Phạm Quốc Chính phát biểu](photo:a "Đ/c Phạm Quốc Chính - Bí thư Đảng ủy, Giám đốc Sở KH&CN phát biểu tại Hội nghị")

Phát biểu kết luận tại Hội nghị, đồng chí Phạm Quốc Chính – Bí thư Đảng ủy, Giám đốc Sở KH&CN nhấn mạnh năm 2021 Đảng ủy Sở cần tăng cường và đẩy mạnh công tác giáo dục chính trị tư tưởng, phổ biến, quán triệt kịp thời mọi chủ trương, đường lối, chính sách, nghị quyết, chỉ thị của Đảng, pháp luật của Nhà nước đến toàn thể cán bộ, đảng viên, công chức, viên chức của đơn vị; Tổ chức thực hiện Nghị quyết, kế hoạch, chương trình hành động của Đảng cấp trên; Tập trung chỉ đạo, lãnh đạo tốt việc ổn định tổ chức bộ máy trong toàn Sở; Tiếp tục triển khai thực hiện tốt Nghị quyết Trung ương 4 khóa XII; Chỉ thị số 05-CT/TW của Bộ Chính trị; Nghị quyết số 05 của BCH TW và các Nghị quyết Trung ương và chỉ đạo của Tỉnh ủy, của Đảng ủy Khối...

Tại hội nghị tổng kết, Đảng ủy Sở đã khen thưởng cho các chi bộ “Trong sạch vững mạnh” và tập thể, cá nhân có nhiều thành tích trong công tác xây dựng Đảng năm 2020.

## Một số hình ảnh tại Hội nghị tổng kết

![Đoàn chủ tịch điều hành hội nghị](photo:b)
![Đại biểu dự hội nghị](photo:c)
![Thảo luận tại hội trường](photo:d)
![Trao giấy khen cho các chi bộ](photo:e)`,
  },
  [
    { rule: "year-conflict", marked: "28/01/2020", suggestion: "28/01/2021" },
    { rule: "lede-full-stop", marked: "", suggestion: "." },
    { rule: "long-paragraph", marked: longParagraph },
    { rule: "mixed-dashes", marked: " - ", suggestion: " – " },
    { rule: "gallery-captions", marked: "![Đoàn chủ tịch điều hành hội nghị](photo:b)" },
  ],
);
