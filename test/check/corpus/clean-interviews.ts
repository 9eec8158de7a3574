import { clean, leadPhoto } from "./corpus-article.ts";

/** Conversations, portraits and opinion. */
export const cleanInterviews = [
  clean("interview on intellectual property", {
    title: "Giữ tên cho sản vật quê mình",
    lede: "Vì sao nhiều sản vật nổi tiếng vẫn chưa có nhãn hiệu? Phóng viên trò chuyện với bà Hoàng Thị Tuyết, Trưởng phòng Quản lý Khoa học, Sở KH&CN.",
    leadPhoto: leadPhoto("Người phụ nữ mặc áo dài xanh ngồi bên kệ bày các hộp chè", "Bà Hoàng Thị Tuyết trao đổi với phóng viên.", "Minh Châu"),
    body: `
**Thưa bà, hiện tỉnh có bao nhiêu sản phẩm đã được bảo hộ?**

**Bà Hoàng Thị Tuyết:** Tính đến tháng 10/2026, tỉnh có 4 chỉ dẫn địa lý, 21 nhãn hiệu chứng nhận và 38 nhãn hiệu tập thể. Con số này tăng gấp đôi so với năm 2020.

**Nhiều hợp tác xã than phiền thủ tục quá lâu. Bà nghĩ sao?**

**Bà Hoàng Thị Tuyết:** Than phiền ấy có lý. Trước đây một bộ hồ sơ mất 24 tháng. Nay nộp trực tuyến, thời gian thẩm định hình thức còn một tháng, thẩm định nội dung không quá chín tháng. Nhưng phần lâu nhất lại nằm ở chính chúng ta: vẽ bản đồ vùng, viết quy chế, thống nhất ai được dùng tên.

**Nếu chỉ được nói một điều với các hợp tác xã, bà sẽ nói gì?**

**Bà Hoàng Thị Tuyết:** Đừng đợi có người làm giả rồi mới đi đăng ký!

**Xin cảm ơn bà.**`,
  }),
  clean("interview in question marks", {
    title: "“Dữ liệu là ruộng, phải cày mới tốt”",
    lede: "Ông Đỗ Mạnh Cường, Giám đốc Trung tâm Công nghệ thông tin, nói về hai năm xây dựng kho dữ liệu dùng chung của tỉnh.",
    body: `
**Kho dữ liệu dùng chung hiện có gì, thưa ông?**

Có 41 bộ dữ liệu của 17 sở, ngành; nhỏ nhất là danh mục bến xe, lớn nhất là dữ liệu đất đai với hơn 1.250.000 thửa.

**Ai được dùng?**

Cán bộ dùng theo quyền; còn 23 bộ dữ liệu mở thì bất kỳ ai cũng tải được. Có sinh viên tải dữ liệu mưa về làm luận văn, có nhóm khởi nghiệp tải dữ liệu giá nông sản để làm ứng dụng.

**Ông ví dữ liệu như ruộng, nghĩa là sao?**

Ruộng bỏ hoang thì cỏ mọc. Dữ liệu không ai dùng thì sai mà không ai biết… Càng nhiều người dùng, lỗi càng lộ ra sớm, sửa càng nhanh.

**Việc khó nhất sắp tới?**

Là con người. Máy móc mua được, còn thói quen cập nhật hằng ngày thì phải luyện.`,
  }),
  clean("portrait of an inventor", {
    title: "Ông Páo “chế máy”",
    lede: "Không bằng cấp, ông Vàng Seo Páo ở thôn Lùng Phình đã làm ra chín chiếc máy giúp bà con đỡ vất vả.",
    byline: { authors: ["Lan Hương"], unit: "Phòng Thông tin KH&CN" },
    body: `
Xưởng của ông Vàng Seo Páo rộng chừng 20 m², mái lợp phi-brô xi măng, vách ken gỗ sa mộc. Ở đó có chiếc máy tẽ ngô đầu tiên ông làm năm 2009 từ mô-tơ xe máy cũ và vành xe đạp.

- Ngày ấy nhà bảy miệng ăn, hai vợ chồng tẽ ngô bằng tay đến nửa đêm - ông Páo kể. - Tôi nghĩ: cái xe máy nó quay được thì cái ngô nó cũng phải quay được chứ!

Máy chạy, cả thôn kéo đến xem. Rồi người ta đặt làm. Đến nay, ông đã bán 140 chiếc máy tẽ ngô, 62 chiếc máy thái chuối, 8 chiếc máy đảo chè. Giá mỗi chiếc từ 1,8 đến 4,5 triệu đồng, rẻ bằng nửa ngoài chợ.

Năm 2023, máy đảo chè của ông đoạt giải Ba Hội thi Sáng tạo kỹ thuật tỉnh lần thứ IX. Cầm tấm bằng khen, ông cười: “Tôi không biết chữ, nhờ con đọc hộ. Nghe đọc đến tên mình, tay cứ run”.

Bà Sùng Thị Mỷ, vợ ông, chỉ lên mái xưởng: chỗ ấy, một chiếc quạt gió nhỏ đang quay, thắp sáng hai bóng đèn. Đó là chiếc máy thứ chín.`,
  }),
  clean("portrait of a woman scientist", {
    title: "Người giữ hạt giống của núi",
    lede: "Suốt 18 năm, thạc sĩ Lò Thị Mai đi khắp các bản để thu từng nắm hạt giống cổ.",
    body: `
Trong tủ lạnh sâu âm 20 °C của Trung tâm Giống có 1.164 chiếc lọ nhỏ. Mỗi lọ là một giống: nếp nương, đậu mèo, ngô tẻ, kê chân vịt. Thạc sĩ Lò Thị Mai thuộc lòng lai lịch của từng lọ.

“Lọ số 37 là của bà cụ ở Pa Cheo. Cụ giữ trong ống bương treo gác bếp. Cụ bảo: mày cầm lấy, con cháu tao không trồng nữa”, chị Mai kể.

Năm 2008, trận rét đậm kéo dài 38 ngày làm mất trắng nhiều giống. Từ đó chị quyết đi. Có chuyến đi bộ hai ngày chỉ để xin được 200 g hạt.

Năm 2021, bộ sưu tập được đưa vào Ngân hàng gen quốc gia. Sáu giống trong số đó đã trở lại ruộng: gần 300 hộ ở các xã Tả Phìn, Nậm Lúc, Cốc Lầu đang trồng lúa nếp “chị Mai” – cái tên bà con tự đặt.

Hỏi chị mơ gì, thạc sĩ Lò Thị Mai đáp: “Mơ có ngày cái tủ này thừa, vì hạt nào cũng đã ở ngoài ruộng”.`,
  }),
  clean("opinion", {
    title: "Đo cho đúng rồi hãy nói chuyện giàu",
    lede: "Một cái cân sai nửa lạng, nhân với vạn lượt mua bán mỗi ngày, là món nợ niềm tin không nhỏ.",
    body: `
Đi chợ phiên, ai cũng từng nghe câu “về nhà cân lại là biết”. Câu nói đùa ấy thật ra là lời trách. Trách cái cân, trách người bán, và trách cả những người có trách nhiệm giữ cho cái cân thẳng.

Luật Đo lường đã có, chế tài đã có; đoàn kiểm tra mỗi năm vài lượt. Thế nhưng chợ họp hằng ngày, còn đoàn kiểm tra thì không thể. Vậy làm sao?

Có xã đã đặt “cân đối chứng” ngay cổng chợ. Chi phí chưa tới 3 triệu đồng. Người mua ngờ thì bước mấy bước, đặt lên cân; người bán biết thế nên tự chỉnh cân mình. Không biên bản, không cãi vã. Cái cân đứng đó, im lặng, mà nói rất nhiều.

Khoa học và công nghệ đâu phải lúc nào cũng là máy bay không người lái hay trí tuệ nhân tạo. Có khi, đó chỉ là một cái cân đúng.`,
  }),
  clean("letter from a reader with an answer", {
    title: "Trả lời bạn đọc về kiểm định đồng hồ nước",
    lede: "Bạn đọc ở phường Bắc Lệnh hỏi: đồng hồ nước gia đình dùng đã lâu có phải kiểm định lại không, ai chịu chi phí?",
    body: `
**Trả lời:**

Theo Thông tư số 23/2013/TT-BKHCN ngày 26/9/2013 của Bộ Khoa học và Công nghệ và các văn bản sửa đổi, đồng hồ đo nước lạnh có cơ cấu điện tử hoặc cơ khí phải kiểm định ban đầu, kiểm định định kỳ và kiểm định sau sửa chữa.

Chu kỳ kiểm định là 60 tháng. Đơn vị cấp nước là chủ sở hữu đồng hồ, có trách nhiệm kiểm định và chịu chi phí; khách hàng không phải trả thêm.

Nếu nghi ngờ đồng hồ chạy sai, gia đình gửi đơn đề nghị đơn vị cấp nước kiểm tra. Trường hợp kết quả cho thấy đồng hồ đúng (sai số trong khoảng ±2% ở lưu lượng danh định), người đề nghị trả phí kiểm định; nếu sai, đơn vị cấp nước trả phí và hoàn lại tiền thu thừa.

Mọi ý kiến xin gửi về hòm thư hoidap@sokhcn.example.gov.vn.`,
  }),
  clean("young people talk, several voices", {
    title: "Người trẻ chọn về làng khởi nghiệp",
    lede: "Ba bạn trẻ, ba con đường, cùng một điểm hẹn là quê nhà.",
    body: `
**Hầu A Sáng, 27 tuổi, xã Cao Sơn:** Em học cơ khí, từng làm ở khu công nghiệp ba năm. Về làng, em mở xưởng làm khung nhà kính mini. Năm đầu lỗ 60 triệu đồng, năm thứ hai hòa vốn, năm nay đã nuôi được bốn thợ.

**Trương Khánh Linh, 29 tuổi, phường Cam Đường:** Mình làm son từ sáp ong và dầu hạt chè. Khó nhất không phải công thức mà là giấy tờ công bố mỹ phẩm. May có cán bộ Sở KH&CN hướng dẫn từng bước.

**Ma Seo Chứ, 24 tuổi, xã Bản Lầu:** Em bay drone phun thuốc thuê. Một ngày được 12 ha, bằng 30 công phun tay. Bố em bảo: ngày xưa cả làng đi phun, giờ một mình mày đứng bờ bấm nút.

Điểm chung của cả ba là đều từng qua lớp “Khởi sự kinh doanh” do Sở KH&CN mở hằng năm, đến nay đã có 11 khóa với 412 học viên.`,
  }),
];
