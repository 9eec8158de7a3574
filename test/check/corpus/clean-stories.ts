import { clean, leadPhoto } from "./corpus-article.ts";

/** Field stories, reportage and photo stories. */
export const cleanStories = [
  clean("reportage on a cardamom village", {
    title: "Mùa khói không còn cay mắt",
    lede: "Về Nậm Pung những ngày thu hoạch thảo quả, chúng tôi không còn thấy khói phủ kín thung lũng như mười năm trước.",
    leadPhoto: leadPhoto("Dãy nhà sấy mái tôn đỏ nép dưới chân rừng già", "Khu nhà sấy tập trung của xã Nậm Pung.", "Lan Hương"),
    body: `
Đường lên Nậm Pung quanh co 34 km, một bên là vách núi, một bên là vực. Sương dày đến mức đèn pha chỉ rọi được vài mét. Người dẫn đường, anh Tẩn Láo San, vừa lái xe vừa kể chuyện cũ.

Ngày trước, cứ đến tháng chín, tháng mười, nhà nào cũng dựng lò ngay trong rừng. Để có một tạ thảo quả khô, phải đốt hết gần một tấn củi. Rừng thưa dần. Trẻ con theo cha mẹ vào lán, mắt lúc nào cũng đỏ hoe.

## Chiếc lò thay đổi một vùng

Năm 2022, đề tài “Hoàn thiện công nghệ sấy thảo quả bằng bơm nhiệt” được triển khai. Nhóm nghiên cứu do thạc sĩ Nguyễn Thị Thu Hằng làm chủ nhiệm đã ở lại xã 14 tháng, qua ba vụ sấy.

“Mẻ đầu tiên hỏng hoàn toàn. Vỏ quả nứt, hạt thâm, bà con lắc đầu bỏ về”, thạc sĩ Nguyễn Thị Thu Hằng nhớ lại. Nhóm phải hạ nhiệt độ từ 60 °C xuống 48 °C, kéo dài thời gian sấy từ 20 giờ lên 32 giờ, đảo khay sau mỗi 4 giờ.

Mẻ thứ bảy thì đạt. Quả khô nâu đỏ đều, mùi thơm gắt, hàm lượng tinh dầu 2,8%. Thương lái trả cao hơn 15.000 đồng mỗi ki-lô-gam.

![Người đàn ông bê khay quả nâu đỏ ra khỏi buồng sấy](photo:lo-say "Anh Tẩn Láo San kiểm tra mẻ sấy buổi sáng.")

## Rừng thở lại

Theo số liệu của Hạt Kiểm lâm, lượng củi khai thác trong vùng lõi giảm từ 2.300 ster (năm 2021) xuống còn 410 ster (năm 2025). Có những lán cũ, chuối rừng đã mọc trùm lên mái.

Tối ấy, bên bếp lửa nhà trưởng thôn Chảo Láo Tả, chúng tôi nghe lũ trẻ đọc bài. Khói bếp vẫn cay, nhưng là khói của bữa cơm. Ngoài kia, hai dãy nhà sấy sáng đèn, tiếng quạt chạy rì rì, đều đều, như một bài ru.

Anh San bảo, mai là phiên chợ, cả nhà sẽ xuống bán thảo quả. Năm nay, lần đầu tiên anh dám tính chuyện mua cho con chiếc máy tính.`,
  }),
  clean("reportage by diary", {
    title: "Ba ngày theo chân đội đo đạc",
    lede: "Để vẽ lại một tờ bản đồ, có những người phải đi bộ hàng chục cây số mỗi ngày.",
    body: `
### Ngày thứ nhất

5 giờ 30 phút, đội xuất phát từ trung tâm xã. Hành trang gồm hai máy thu GNSS, một máy bay không người lái, bốn bộ pin, gạo, cá khô và 60 mét dây thừng. Đội trưởng Lưu Quang Định dặn: “Đi chậm, đến chắc”.

Đến trưa, đội đặt được bốn mốc. Chiều, mưa. Cả đội trú trong lán nương, tranh thủ xử lý số liệu. Sai số mặt bằng 1,2 cm, độ cao 2,0 cm: đạt.

### Ngày thứ hai

Trời quang. Máy bay cất cánh lúc 7 giờ 10 phút, bay 11 dải, chụp 1.486 ảnh. Gió giật cấp 5 ở sống núi khiến hai dải phải bay lại.

Anh Lý A Chừ, thành viên trẻ nhất, lần đầu cầm điều khiển. Tay anh ướt đẫm mồ hôi dù trời 14 °C.

### Ngày thứ ba

Đội xuống núi. Dữ liệu 86 GB nằm gọn trong ổ cứng bằng bao diêm. Ba tuần sau, tờ bản đồ tỷ lệ 1:2.000 của xã sẽ hoàn thành, thay cho tờ bản đồ vẽ từ năm 1994.

Lưu Quang Định cười: “Tờ cũ có chỗ ghi là ‘rừng rậm’. Giờ ở đấy là trường học”.`,
  }),
  clean("photo story of a market", {
    title: "Phiên chợ có mã QR",
    lede: "Chùm ảnh về phiên chợ vùng cao, nơi rau cải, mật ong và cả bát phở đều thanh toán bằng điện thoại.",
    leadPhoto: leadPhoto("Chợ phiên nhìn từ trên cao với những mái bạt nhiều màu", "Chợ phiên Cốc Ly họp vào thứ Ba hằng tuần."),
    body: `
Từ đầu năm 2026, 100% số hộ kinh doanh cố định ở chợ đã có mã thanh toán.

![Bà cụ mặc áo chàm giơ điện thoại bên gánh rau cải](photo:c1 "Gánh rau cải của bà cụ 72 tuổi cũng có mã QR.")
![Thanh niên quét mã trên chai mật ong](photo:c2 "Khách hàng quét mã xem nguồn gốc mật ong bạc hà.")
![Bát phở chua bên tấm bìa in mã vuông](photo:c3 "Bát phở chua giá 30.000 đồng, không cần tiền lẻ.")

Tổ công nghệ số của xã có mặt từ 6 giờ sáng để giúp bà con.

![Nữ đoàn viên áo xanh chỉ vào màn hình điện thoại](photo:c4 "Đoàn viên hướng dẫn người dân kiểm tra tiền đã về tài khoản.")

![Trẻ em ngồi sau xe máy giữa đường núi lúc xế chiều](photo:c5 "Chợ tan lúc 14 giờ.")`,
  }),
  clean("photo story with named people", {
    title: "Một ngày ở trạm thực nghiệm",
    lede: "Ở độ cao 1.400 m, ngày làm việc của kỹ sư Phan Thị Ngọc và đồng nghiệp bắt đầu trước bình minh.",
    body: `
Trạm có năm người. Ngoài kỹ sư Phan Thị Ngọc còn có anh Sùng A Lử phụ trách nhà kính, anh Đoàn Văn Hậu lo điện nước và hai công nhân thời vụ.

![Nữ kỹ sư soi đèn pin vào luống địa lan](photo:d1 "4 giờ 50 phút, chị Phan Thị Ngọc kiểm tra sâu bệnh.")
![Người đàn ông kéo rèm lưới trong nhà kính](photo:d2 "Anh Sùng A Lử kéo rèm che khi nắng lên.")

Buổi trưa, cả trạm ăn cơm cùng nhau dưới gốc đào già.

![Mâm cơm trên chiếu dưới gốc cây](photo:d3 "Bữa trưa có rau của vườn thí nghiệm.")
![Người thợ vặn van nước bên bể xi măng](photo:d4 "Anh Đoàn Văn Hậu chỉnh hệ thống tưới.")`,
  }),
  clean("model farm", {
    title: "Cá nước lạnh “bơi” ra phố",
    lede: "Nhờ đá sệt và túi bơm ô xy, cá hồi, cá tầm của Sa Pả có mặt ở chợ Hà Nội sau tám giờ mà vẫn tươi nguyên.",
    body: `
Trại cá của ông Đào Trọng Nghĩa nằm bên suối, nước quanh năm 12–18 °C. Mỗi năm, trại xuất bán 42 tấn cá tầm, 18 tấn cá hồi.

Trước kia, cá chở đi Hà Nội chết 10–15%. Đề tài do Trung tâm Ứng dụng chủ trì đã thử ba cách vận chuyển: bể sục khí, túi bơm ô xy và đá sệt.

| Cách vận chuyển | Tỷ lệ sống (%) | Chi phí (đồng/kg) |
|---|---:|---:|
| Bể sục khí | 87,5 | 9.500 |
| Túi bơm ô xy | 98,2 | 7.200 |
| Đá sệt (cá làm sẵn) | – | 4.100 |

“Túi bơm ô xy vừa rẻ vừa nhẹ, một chuyến xe chở được gấp đôi”, ông Nghĩa nói. Riêng cá làm sẵn ướp đá sệt ở âm 1 °C giữ được độ tươi 9 ngày.

Sắp tới, ông Đào Trọng Nghĩa dự định liên kết với 7 trại trong vùng, mỗi tuần xuất hai chuyến chung.`,
  }),
  clean("history piece with old dates", {
    title: "Con đường của trạm khí tượng trăm tuổi",
    lede: "Từ chiếc thùng đo mưa đầu tiên đặt năm 1917, trạm khí tượng trên đỉnh đèo đã ghi lại hơn một thế kỷ nắng mưa.",
    body: `
Sổ trực cũ nhất còn giữ được đề ngày 03/7/1917, viết bằng mực tím, ghi lượng mưa 84 mm. Người ghi ký tên “E. Bruzon”.

Ngày 19/8/1945, trạm về tay chính quyền cách mạng. Những năm kháng chiến, máy móc được giấu trong hang đá, số đo chép vào giấy dó.

Ngày 17/2/1979, trạm tạm dừng quan trắc 26 ngày. Đó là khoảng trống dài nhất trong sổ.

Năm 1998, trạm có máy tính. Năm 2016, cảm biến tự động thay dần ống thủy tinh. Giai đoạn 2016 - 2020, chuỗi số liệu 100 năm được số hóa toàn bộ, gồm 36.524 trang.

Hôm nay, cứ 10 phút một lần, số liệu được gửi về Hà Nội. Nhưng ông trạm trưởng Khuất Duy Tân vẫn giữ thói quen ra vườn lúc 7 giờ sáng, nhìn mây và ghi một dòng vào sổ tay.`,
  }),
  clean("cooperative story with long list", {
    title: "Chè cổ thụ lên sàn thương mại điện tử",
    lede: "Sau một năm bán hàng trực tuyến, Hợp tác xã chè Shan Suối Giàng thu 3,2 tỷ đồng, gấp bốn lần trước đây.",
    body: `
Hợp tác xã có 46 hộ, quản lý 1.870 gốc chè từ 100 năm tuổi trở lên. Mỗi gốc được gắn thẻ, có tọa độ, ảnh và nhật ký chăm sóc.

Quy trình bán hàng gồm bốn bước:

- **Chọn búp:** hái một tôm hai lá, xong trước 9 giờ;
- **Chế biến:** diệt men ở 240 °C trong 6 phút, vò nhẹ, sấy hai lần;
- **Kiểm nghiệm:** mỗi lô gửi mẫu đo 12 chỉ tiêu dư lượng;
- **Lên kệ:** chụp ảnh, viết lời giới thiệu, gắn mã truy xuất.

> Khách hỏi tôi: chè này hái ở cây nào? Tôi gửi ảnh cái cây cho họ xem. Thế là họ mua.
>
> (Bà Giàng Thị Dợ, Giám đốc Hợp tác xã)

Năm 2026, hợp tác xã nhận chứng nhận hữu cơ theo TCVN 11041-6:2018 cho 32 ha. Tháng 9 vừa rồi, 600 kg chè đã lên đường sang Cộng hòa Séc.`,
  }),
];
