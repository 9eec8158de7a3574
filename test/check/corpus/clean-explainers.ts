import { clean, leadPhoto } from "./corpus-article.ts";

/** Explainers, statistics, research results, legal pieces. */
export const cleanExplainers = [
  clean("explainer on fine dust", {
    title: "PM2.5 là gì và vì sao phải đo?",
    lede: "Hạt bụi PM2.5 nhỏ bằng 1/30 sợi tóc, có thể theo hơi thở đi sâu vào phổi.",
    body: `
PM là viết tắt của *particulate matter*, tức vật chất dạng hạt. Con số 2.5 chỉ đường kính khí động học không quá 2,5 µm. Sợi tóc người dày chừng 70 µm.

Quy chuẩn QCVN 05:2023/BTNMT quy định trung bình 24 giờ của PM2.5 không quá 50 µg/m³, trung bình năm không quá 25 µg/m³. Khuyến nghị của Tổ chức Y tế thế giới (WHO, 2021) còn chặt hơn: 15 µg/m³ và 5 µg/m³.

Cảm biến quang học đo bằng cách chiếu tia la-de qua luồng khí rồi đếm ánh sáng tán xạ. Độ ẩm trên 85% làm hạt nước bị đếm nhầm thành bụi, nên cần sấy mẫu hoặc hiệu chỉnh.

Công thức hiệu chỉnh đơn giản: C = k × N, trong đó k được xác định bằng cách đặt cảm biến cạnh máy chuẩn ít nhất 14 ngày.

Ở tỉnh ta, 8 trạm đo đã hoạt động từ tháng 5/2025. Người dân xem chỉ số tại https://khongkhi.example.gov.vn/tram?id=3&gio=24.`,
  }),
  clean("explainer with chemistry", {
    title: "Vì sao chè Shan tuyết có vị ngọt hậu?",
    lede: "Bí mật nằm ở tỷ lệ giữa polyphenol và axit amin trong búp chè mọc trên núi cao.",
    body: `
Trong búp chè có ba nhóm chất quyết định vị: polyphenol (gây chát), caffeine C₈H₁₀N₄O₂ (gây đắng) và axit amin, chủ yếu là L-theanine (gây ngọt, umami).

Ở độ cao trên 1.200 m, biên độ nhiệt ngày đêm lớn, ánh sáng tán xạ nhiều, cây tổng hợp nhiều theanine hơn. Kết quả phân tích 45 mẫu của Trung tâm cho thấy tỷ lệ polyphenol : axit amin của chè Shan là 5,8 : 1, trong khi chè trung du là 9,4 : 1.

Nhiệt độ nước cũng quan trọng. Pha ở 80–85 °C trong 2 phút, theanine tan gần hết mà catechin mới tan một nửa; pha nước sôi 100 °C, vị chát lấn át.

Bởi vậy, các cụ dặn “nhất nước, nhì trà, tam pha, tứ ấm” – toàn là khoa học cả.`,
  }),
  clean("statistics of a year in a table", {
    title: "Hoạt động sở hữu trí tuệ qua các con số",
    lede: "Năm 2025, cả tỉnh nộp 214 đơn đăng ký sở hữu công nghiệp, tăng 18,9% so với năm 2024.",
    body: `
| Loại đơn | Năm 2024 | Năm 2025 | Tăng (%) |
|---|---:|---:|---:|
| Sáng chế, giải pháp hữu ích | 9 | 14 | 55,6 |
| Kiểu dáng công nghiệp | 17 | 22 | 29,4 |
| Nhãn hiệu | 154 | 178 | 15,6 |
| **Tổng** | **180** | **214** | **18,9** |

Trong 178 đơn nhãn hiệu, doanh nghiệp nộp 96 đơn, hợp tác xã nộp 61 đơn, hộ kinh doanh nộp 21 đơn.

Văn bằng được cấp trong năm là 127, gồm 4 bằng độc quyền sáng chế, 15 kiểu dáng và 108 nhãn hiệu.`,
  }),
  clean("statistics by quarter with a total column", {
    title: "Số hóa hồ sơ năm 2025 theo từng quý",
    lede: "Ba đơn vị dẫn đầu về số hóa hồ sơ năm 2025 đều nằm ở vùng khó khăn.",
    body: `
| Xã | Quý I | Quý II | Quý III | Quý IV | Tổng |
|---|---:|---:|---:|---:|---:|
| Bản Xèo | 312 | 405 | 388 | 451 | 1.556 |
| Dền Sáng | 298 | 350 | 402 | 476 | 1.526 |
| Y Tý | 254 | 333 | 391 | 440 | 1.418 |
| Tổng cộng | 864 | 1.088 | 1.181 | 1.367 | 4.500 |

Xã Bản Xèo có cách làm riêng: mỗi cán bộ nhận số hóa 20 hồ sơ cũ mỗi tuần. Chủ tịch UBND xã Bản Xèo Lồ Phủ Sèng nói vui: “Ai chậm thì cuối tuần pha trà cho cả phòng”.`,
  }),
  clean("legal explainer", {
    title: "Những điểm mới của Luật Bảo vệ dữ liệu cá nhân",
    lede: "Luật số 91/2025/QH15 có hiệu lực từ ngày 01/01/2026, đặt ra nhiều nghĩa vụ mới cho cơ quan, doanh nghiệp.",
    body: `
Luật gồm 5 chương, 39 điều, được Quốc hội khóa XV thông qua ngày 26/6/2025.

**Thứ nhất**, dữ liệu cá nhân chia thành dữ liệu cơ bản và dữ liệu nhạy cảm. Ảnh chụp nơi công cộng có thể là dữ liệu cá nhân nếu nhận ra được một người cụ thể.

**Thứ hai**, sự đồng ý phải rõ ràng, tự nguyện; im lặng không phải là đồng ý. Chủ thể có quyền rút lại bất cứ lúc nào.

**Thứ ba**, nghiêm cấm mua, bán dữ liệu cá nhân, trừ trường hợp luật có quy định khác. Mức phạt tối đa đối với hành vi mua bán là 10 lần khoản thu có được từ vi phạm.

Khoản 2 Điều 5, điểm a khoản 1 Điều 9 và Điều 14 là những quy định cán bộ một cửa cần đọc kỹ. Sở KH&CN đã biên soạn sổ tay hỏi đáp, phát cho 99 xã, phường.`,
  }),
  clean("research result", {
    title: "Nuôi cấy mô thành công lan kim tuyến",
    lede: "Sau 26 tháng, nhóm nghiên cứu của Trung tâm Giống đã hoàn thiện quy trình nhân giống lan kim tuyến với hệ số nhân 6,4 lần mỗi chu kỳ.",
    leadPhoto: leadPhoto("Kệ kính xếp hàng trăm bình cây mô dưới ánh đèn tím", "Phòng nuôi cấy mô của Trung tâm Giống."),
    body: `
Lan kim tuyến (*Anoectochilus setaceus* Blume) có tên trong Sách đỏ Việt Nam. Ngoài tự nhiên, loài này bị khai thác kiệt quệ vì giá bán có lúc tới 12 triệu đồng/kg tươi.

TS. Phạm Thị Thanh Nhàn, chủ nhiệm đề tài, cho biết môi trường tối ưu là Knudson C bổ sung 1,5 mg/l BAP, 0,3 mg/l NAA, 50 g/l dịch chiết khoai tây, pH 5,6–5,8; nhiệt độ 25 ± 2 °C, chiếu sáng 12 giờ/ngày.

Tỷ lệ sống khi ra vườn ươm đạt 89,3% (n = 1.200). Giá thành một cây giống là 4.800 đồng, bằng 1/4 giá cây nhập.

Hội đồng nghiệm thu, do PGS.TS. Đặng Văn Đông làm Chủ tịch, xếp loại Xuất sắc. TS. Phạm Thị Thanh Nhàn và cộng sự đang làm thủ tục đăng ký giải pháp hữu ích.`,
  }),
  clean("english names and brands", {
    title: "Học sinh lớp 8 chế robot tưới rau",
    lede: "Từ bo mạch Arduino® và vài cảm biến rẻ tiền, hai học sinh đã làm ra robot tưới rau biết “đọc” độ ẩm đất.",
    body: `
Robot dùng vi điều khiển ESP32, cảm biến điện dung v1.2, bơm 12 V – 5 W và khung in 3D. Phần mềm viết bằng Python, mã nguồn chia sẻ trên GitHub.

Hai tác giả là em Đỗ Gia Bảo và em Lù Thị Sáo, lớp 8A2, Trường THCS Ngô Văn Sở. Cô giáo Đinh Thị Lệ, người hướng dẫn, cho biết các em tự học qua video tiếng Anh.

Khi độ ẩm dưới 35%, robot chạy đến luống rau và tưới 1,5 lít/m². Chi phí toàn bộ là 1.280.000 đồng.

Em Lù Thị Sáo nói: “Bà em hay quên tưới rau. Robot không quên”.`,
  }),
  clean("agenda with times and rooms", {
    title: "Chương trình Tuần lễ Chuyển đổi số",
    lede: "Tuần lễ Chuyển đổi số diễn ra từ thứ Hai, ngày 05/10/2026 đến Chủ Nhật, ngày 11/10/2026 với 15 hoạt động.",
    body: `
**Thứ Hai (05/10):** 8h00 – khai mạc; 10h00 – triển lãm giải pháp số.

**Thứ Tư (07/10):** 8h30 – hội thảo “An toàn dữ liệu”; 14h00 – tập huấn cho tổ công nghệ số.

**Thứ Bảy (10/10):** 7h30 – lễ hưởng ứng Ngày Chuyển đổi số quốc gia; 19h30 – giao lưu văn nghệ.

**Chủ Nhật (11/10):** 8h00 – chung kết Cuộc thi lập trình nhí; 16h30 – bế mạc.

Địa điểm: Trung tâm Hội nghị tỉnh (phòng A1, A2, B1-3).`,
  }),
  clean("article with footnotes and a quotation from English", {
    title: "Khoa học mở và cơ hội cho tỉnh nhỏ",
    lede: "Khi bài báo, dữ liệu và mã nguồn đều mở, khoảng cách giữa một tỉnh miền núi và trung tâm khoa học lớn sẽ ngắn lại.",
    body: `
UNESCO định nghĩa khoa học mở là “một tập hợp các phong trào và thực hành nhằm làm cho tri thức khoa học đa ngôn ngữ được mở, tiếp cận và tái sử dụng bởi mọi người”.[^1]

Với tỉnh nhỏ, lợi ích đầu tiên là tiết kiệm. Năm 2025, thư viện Sở không phải mua 37 tạp chí vì đã có bản truy cập mở, tiết kiệm gần 1,1 tỷ đồng.[^2]

Lợi ích thứ hai là được nhìn thấy. Bộ dữ liệu mưa 100 năm của tỉnh sau khi công bố đã được trích dẫn trong 14 công trình quốc tế.

Nhưng mở không có nghĩa là thả nổi. Dữ liệu về loài quý hiếm phải làm mờ tọa độ; dữ liệu cá nhân phải ẩn danh. Nguyên tắc là “as open as possible, as closed as necessary”.

[^1]: UNESCO Recommendation on Open Science, 2021.

[^2]: Báo cáo của Trung tâm Thông tin KH&CN, tháng 01/2026.`,
  }),
  clean("english summary at the end", {
    title: "Lào Cai thử nghiệm xe buýt điện tự hành",
    lede: "Xe buýt điện tự hành 12 chỗ bắt đầu chạy thử trên tuyến nội khu dài 3,4 km.",
    body: `
Xe chạy tối đa 25 km/giờ, có 4 cảm biến lidar, 8 camera và luôn có một người giám sát. Trong 30 ngày đầu, xe đã chở 4.180 lượt khách, không xảy ra va chạm nào.

Kỹ sư trưởng Tống Bảo Khang cho hay, khó nhất là sương mù: có hôm tầm nhìn dưới 20 m, xe tự giảm tốc độ còn 8 km/giờ.

---

*English summary: A 12-seat self-driving electric bus has started trial runs on a 3.4 km route. No collision was reported during the first 30 days, said Tong Bao Khang, the chief engineer.*`,
  }),
  clean("health and science with Covid-19", {
    title: "Từ phòng xét nghiệm Covid-19 đến phòng lab dùng chung",
    lede: "Hệ thống máy PCR mua trong đại dịch nay phục vụ kiểm nghiệm nông sản, phát hiện giống giả.",
    leadPhoto: leadPhoto("Kỹ thuật viên áo trắng đặt ống mẫu vào máy PCR từng dùng trong dịch Covid-19"),
    body: `
Cuối năm 2021, tỉnh có 6 máy real-time PCR phục vụ phòng, chống dịch COVID-19. Khi dịch lắng, máy nằm không.

Từ năm 2024, Sở KH&CN và Sở Y tế thống nhất dùng chung: ba máy cho y tế dự phòng, ba máy cho kiểm nghiệm. Sau 20 tháng, phòng lab đã phân tích 3.412 mẫu, phát hiện 17 lô cây giống không đúng tên.

“Máy móc không tự sinh ra giá trị, dùng chung mới sinh ra giá trị”, bác sĩ Âu Thanh Tùng, Trưởng khoa Xét nghiệm, chia sẻ.`,
  }),
  clean("poetry and song in a culture piece", {
    title: "Số hóa tiếng khèn",
    lede: "Hơn 120 bài khèn cổ của người Mông đã được ghi âm, ký âm và dựng thành kho dữ liệu mở.",
    body: `
Nghệ nhân Má A Pho năm nay 78 tuổi. Ông nhớ được 64 bài khèn, nhưng chưa bao giờ nghĩ có thể “viết” chúng ra giấy.

Nhóm thực hiện đặt sáu micrô quanh ông, ghi cả tiếng bước chân, tiếng lá khô. Mỗi bài được chú thích hoàn cảnh thổi: mừng nhà mới, gọi bạn, tiễn đưa…

> Gió đi đường gió,  
> Mây về đường mây,  
> Tiếng khèn ở lại,  
> Trong lòng bàn tay.

Kho dữ liệu có 122 bài, dài tổng cộng 9 giờ 40 phút, kèm bản nhạc và phụ đề ba thứ tiếng: Mông, Việt, Anh.

Khi nghe lại tiếng khèn của chính mình qua loa, nghệ nhân Má A Pho lặng đi rồi nói: “Nó sẽ sống lâu hơn tao”.`,
  }),
  clean("long research overview", {
    title: "Mười năm đưa khoa học lên nương",
    lede: "Một thập niên, 187 đề tài, hơn 900 tỷ đồng giá trị gia tăng: khoa học và công nghệ đã đổi thay nương rẫy vùng cao ra sao?",
    body: `
Năm 2015, khi những gốc quýt đầu tiên được ghép mắt sạch bệnh ở Mường Khương, ít ai tin cây quýt có thể sống quá năm năm. Bệnh vàng lá gân xanh đã xóa sổ gần hết các vườn cũ.

## Bắt đầu từ cây giống

Nhóm của kỹ sư Thẩm Văn Quyết chọn cách làm chậm mà chắc: vi ghép đỉnh sinh trưởng, kiểm tra bằng PCR, trồng trong nhà lưới hai lớp. Ba năm đầu chỉ cho 4.000 cây. Đến năm 2025, vườn ươm xuất 120.000 cây mỗi năm.

Kỹ sư Thẩm Văn Quyết nhớ lại: “Có bác nông dân hỏi, sao đắt thế, cây ngoài chợ có 8.000 đồng. Tôi bảo bác trồng thử cả hai, ba năm sau gặp lại. Ba năm sau, bác ấy đặt 500 cây”.

## Đến đất và nước

Song song với giống là đất. Bản đồ thổ nhưỡng tỷ lệ 1/25.000 được lập cho 11 xã, mỗi điểm lấy mẫu cách nhau 250 m. Nhờ đó, bà con biết ruộng mình chua đến đâu, thiếu gì, thừa gì.

Về nước, 64 bể trữ nước bằng vải địa kỹ thuật HDPE đã được đào, tổng dung tích 78.500 m³. Hệ thống tưới nhỏ giọt giúp tiết kiệm 45–60% lượng nước, giảm nửa công lao động.

## Rồi tới thị trường

Có hàng tốt mà không bán được thì khoa học cũng bằng không. Từ năm 2019, mỗi đề tài nông nghiệp đều phải có doanh nghiệp hoặc hợp tác xã tham gia từ đầu. Kết quả, 41 chuỗi liên kết được hình thành, 29 chuỗi còn hoạt động đến nay.

Tại hội nghị ngày 12/9/2025, các chuyên gia chỉ ra ba điểm nghẽn: quy mô nhỏ, hạ tầng lạnh thiếu, lao động trẻ rời làng. Đề án 2026 - 2030 vì thế dành 40% kinh phí cho khâu sau thu hoạch.

## Điều còn lại

Đi dọc những triền núi hôm nay, dễ nhận ra màu xanh của quýt, của chè, của quế. Khó thấy hơn là sự đổi thay trong nếp nghĩ: người ta bắt đầu hỏi “vì sao” trước khi hỏi “bao nhiêu”.

Bà Thào Thị Sua ở thôn Ngải Phóng Chồ, người từng đặt 500 cây quýt năm nào, giờ là nhóm trưởng tổ dịch vụ kỹ thuật. Bà không biết đọc, nhưng biết nhìn lá đoán bệnh, biết chụp ảnh gửi kỹ sư, biết từ chối chai thuốc không nhãn.

Bà bảo, khoa học với bà đơn giản lắm: “Là làm cái gì cũng phải thử, phải ghi, phải nhớ”.`,
  }),
];
