import { describe, expect, test } from "vitest";
import { readPage } from "../../src/intake/page/read-page.ts";
import { ReadFailure } from "../../src/intake/recognition/read-failure.ts";
import { readFixture, options, summary } from "./page-fixtures.ts";

describe("a page of the VNPT portal (UTF-8 with a byte order mark)", () => {
  test("gives everything but what stands around the article", () => {
    const page = readPage(readFixture("vnpt-portal.html"), options);
    expect(summary(page)).toEqual({
      title: "Nghiệm thu đề tài chế biến chè hữu cơ",
      lede: "Ngày 16/3, Hội đồng khoa học cấp tỉnh họp nghiệm thu đề tài chế biến chè hữu cơ tại xã Bản Liền, xếp loại Khá.",
      date: "2017-03-17T14:25:00+07:00",
      byline: "Lò Hải | TT Phát triển KH&CN",
      category: "Hoạt động khoa học",
      lead: "/Portals/0/2017/3/che-1.jpg",
      leadCaption: "Quang cảnh hội nghị nghiệm thu.",
      body: [
        "Đề tài do Trung tâm Phát triển KH&CN chủ trì, thực hiện trong 24 tháng với 42 hộ trồng chè tham gia.",
        "Nhóm thực hiện đã hoàn thiện quy trình gồm **bảy công đoạn**, giảm 30% thời gian vò chè. Kết quả kiểm nghiệm như sau:",
        "| **Chỉ tiêu** | **Trước** | **Sau** |\n| --- | --- | --- |\n| Độ ẩm (%) | 7,5 | 5,2 |\n| Tanin (mg/100g) | 28 | 31 |",
        "Hội đồng đề nghị nhóm thực hiện bổ sung phần hạch toán cho một héc-ta, theo [hướng dẫn của Sở](/van-ban/huong-dan-12.html).",
      ],
    });
    expect(page.article.addresses).toEqual([
      "http://skhcn.example.vn/tin-tuc/nghiem-thu-de-tai-che-bien-che-1834.html",
    ]);
  });
});

describe("a page of DotNetNuke (spans with ids, a form around everything, an American date)", () => {
  test("gives the article, its larger photo, and the date with the month first", () => {
    const page = readPage(readFixture("dotnetnuke.html"), options);
    expect(summary(page)).toEqual({
      title: "Kiểm tra phương tiện đo tại các cửa hàng xăng dầu",
      lede: "Từ ngày 20 đến ngày 27/10, đoàn kiểm tra của Chi cục Tiêu chuẩn Đo lường Chất lượng làm việc tại 18 cửa hàng xăng dầu trên địa bàn tỉnh.",
      date: "2014-10-28T15:20:15+07:00",
      byline: "Vương Đình Khải | ",
      category: null,
      lead: "/Portals/0/images/xangdau.jpg",
      leadCaption: "Cán bộ Chi cục kiểm tra cột đo bằng bình chuẩn",
      body: [
        "Đoàn đã kiểm tra 64 cột đo, trong đó 61 cột đạt yêu cầu về sai số cho phép.",
        "Ba cột đo vượt sai số cho phép đã bị niêm phong và yêu cầu kiểm định lại. Chủ các cửa hàng cam kết khắc phục trong 5 ngày.",
        "Cũng trong đợt này, đoàn kiểm tra việc niêm yết giá bán và lưu mẫu xăng dầu tại cửa hàng.",
        "## Một số kiến nghị",
        "- Tăng cường tự kiểm tra hằng ngày;\n- Niêm yết đường dây nóng.",
      ],
    });
    expect(page.article.leadPhoto?.larger).toBe("/Portals/0/images/xangdau_lon.jpg");
    expect(page.article.source).toEqual({ name: "Chi cục TCĐLCL", url: null });
  });

  test("whose date may be read two ways has none, unless somebody says which", () => {
    const html = new TextDecoder().decode(readFixture("dotnetnuke.html"));
    const bytes = new TextEncoder().encode(html.replace("10/28/2014", "10/8/2014"));
    const silent = readPage(bytes, options).article;
    expect([silent.publishedAt, silent.ambiguousDate]).toEqual([null, true]);
    const date = (dateOrder: "dmy" | "mdy") =>
      summary(readPage(bytes, { ...options, dateOrder })).date?.slice(0, 10);
    expect([date("dmy"), date("mdy")]).toEqual(["2014-08-10", "2014-10-08"]);
  });
});

describe("a page of Joomla (an article-info list, a time element, a base address)", () => {
  test("gives the article without its info list, and links as seen from the new site", () => {
    const page = readPage(readFixture("joomla.html"), options);
    expect(summary(page)).toEqual({
      title: "Phát động Hội thi sáng tạo kỹ thuật lần thứ tám",
      lede: "Sáng 4/6, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh phát động Hội thi sáng tạo kỹ thuật lần thứ tám, nhận hồ sơ đến hết tháng 9.",
      date: "2019-06-05T08:30:00+07:00",
      byline: "Thu Trang | ",
      category: "Tin hoạt động",
      lead: "images/2019/hoithi1.jpg",
      leadCaption: "Lễ phát động Hội thi tại hội trường trung tâm.",
      body: [
        "Hội thi có sáu lĩnh vực: công nghệ thông tin, cơ khí, vật liệu, nông lâm nghiệp, y dược và giáo dục. Mỗi giải pháp dự thi phải được áp dụng tại Việt Nam từ năm 2014 trở lại đây.",
        "## Cách nộp hồ sơ",
        "1. Tải mẫu phiếu tại [đây](http://khcn.example.vn/index.php/tin-tuc/files/phieu-du-thi.doc).\n2. Gửi về [hoithi@example.vn](mailto:hoithi@example.vn).",
        "> Giải pháp nhỏ mà giúp được bà con thì chúng tôi đều mong nhận được.",
        "Lễ trao giải dự kiến vào tháng 12 với tổng giá trị giải thưởng hơn 200 triệu đồng.",
      ],
    });
    expect(page.base).toBe(
      "http://khcn.example.vn/index.php/tin-tuc/hoat-dong/215-hoi-thi-sang-tao",
    );
  });
});

describe("a page of Liferay (a short date, late photos, a table of photos)", () => {
  test("gives the article, and each photo of the table with what stands under it", () => {
    const page = readPage(readFixture("liferay.html"), options);
    expect(summary(page)).toEqual({
      title: "Tập huấn truy xuất nguồn gốc cho hợp tác xã",
      lede: "Chi cục Tiêu chuẩn Đo lường Chất lượng mở lớp tập huấn truy xuất nguồn gốc cho 35 hợp tác xã trong tỉnh.",
      date: "2022-08-12T09:15:00+07:00",
      byline: "Hoàng Mai | Phòng Quản lý TCCL",
      category: null,
      lead: "/documents/10180/0/qr1.jpg/3f2a-11?t=1660270500",
      leadCaption: "Giảng viên hướng dẫn tạo mã QR",
      body: [
        "Học viên được hướng dẫn tạo mã QR cho từng lô sản phẩm và ghi nhật ký điện tử trên điện thoại.",
        "Sau lớp học, mỗi hợp tác xã được cấp tài khoản dùng thử trong một năm trên cổng của tỉnh.",
        "## Hình ảnh lớp tập huấn",
        '![1](photo:/documents/10180/0/qr2.jpg/a "Học viên thực hành")\n![2](photo:/documents/10180/0/qr3.jpg/b "Trao chứng nhận")',
      ],
    });
  });
});

describe("a page of today (figure, JSON-LD, picture)", () => {
  test("gives figures, galleries, the film's address, source and tags", () => {
    const page = readPage(readFixture("figures.html"), options);
    expect(summary(page)).toEqual({
      title: "Vệ tinh nhỏ chụp ảnh rừng",
      lede: "Ảnh vệ tinh độ phân giải 3 m giúp kiểm lâm phát hiện sớm 14 điểm mất rừng chỉ trong một quý.",
      date: "2024-02-29T16:45:00+07:00",
      byline: "Nghiêm Xuân Bách | ",
      category: "Khoa học",
      lead: "/img/ve-tinh.jpg",
      leadCaption: "Ảnh chụp ngày 12/2. Ảnh: Chi cục Kiểm lâm",
      body: [
        "Mỗi tuần, trạm thu nhận một bộ ảnh phủ kín toàn tỉnh, diện tích hơn 6.300 km². Phần mềm so sánh hai bộ ảnh liên tiếp và khoanh vùng thay đổi.",
        '![1](photo:/img/diem-1-lon.jpg "Điểm mất rừng thứ nhất")\n![2](photo:/img/diem-2.jpg)',
        "## Từ ảnh đến thực địa",
        "Kiểm lâm viên nhận tọa độ trên điện thoại, đến nơi trong vòng hai ngày. “Trước đây có khi cả tháng chúng tôi mới biết”, một kiểm lâm viên nói.",
        "[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)",
        "Lượng khí CO₂ giữ lại được sẽ được tính vào báo cáo năm.",
      ],
    });
    expect(page.article.source).toEqual({
      name: "Chi cục Kiểm lâm",
      url: "https://kiemlam.example.vn/tin/9",
    });
    expect(page.article.tags).toEqual(["vệ tinh", "rừng", "kiểm lâm"]);
  });
});

describe("a page of WordPress (wp-caption, meta data, an account for an author)", () => {
  test("gives the article with the people who signed it", () => {
    expect(summary(readPage(readFixture("wordpress.html"), options))).toEqual({
      title: "Hội chợ công nghệ vùng cao",
      lede: "Hơn 120 gian hàng giới thiệu máy móc và giống cây trồng tại Hội chợ công nghệ vùng cao vừa khai mạc.",
      date: "2018-11-02T09:10:00+07:00",
      byline: "Lường Văn Ín | Thu Trang | Trung tâm Thông tin và Thống kê",
      category: null,
      lead: "http://tinkhcn.example.vn/wp-content/uploads/2018/11/hc1.jpg",
      leadCaption: "Gian hàng máy sấy nông sản thu hút đông khách.",
      body: [
        "Ban Tổ chức bố trí khu trình diễn để nông dân chạy thử máy trước khi đặt mua.",
        "Hội chợ mở cửa đến hết ngày 6/11 tại quảng trường trung tâm, không bán vé vào cửa.",
      ],
    });
  });
});

describe("a page that sets its lede as a heading, and its author in the last paragraph", () => {
  test("gives them as what they are", () => {
    const html = `<title>Bão đổi hướng | Báo</title><h1 class="dt-title">Bão đổi hướng</h1><ul class="list-inline"><li>Thứ hai, 05/11/2018 - 06:10</li></ul>
      <div class="news__sapo"><h2>Cơn bão số chín đổi hướng trong đêm, các tỉnh ven biển sẵn sàng ứng phó.</h2></div>
      <div class="news__content"><p>Sáng nay, các đơn vị đã gia cố xong những đoạn kè xung yếu, đưa hơn một nghìn hộ dân tới nơi an toàn.</p>
      <p>Dự báo từ trưa, gió mạnh dần lên cấp mười, sóng cao bốn mét, biển động rất mạnh.</p><p><strong>Nguyễn Hoàng Nam</strong></p></div>`;
    expect(summary(readPage(new TextEncoder().encode(html), options))).toMatchObject({
      title: "Bão đổi hướng",
      lede: "Cơn bão số chín đổi hướng trong đêm, các tỉnh ven biển sẵn sàng ứng phó.",
      date: "2018-11-05T06:10:00+07:00",
      byline: "Nguyễn Hoàng Nam | ",
    });
  });
});

describe("what is no article", () => {
  test.each([
    [
      "a page of links",
      "<h1>Tin tức</h1><ul>" +
        '<li><a href="/a">Một tin nào đó dài dài</a></li>'.repeat(30) +
        "</ul>",
    ],
    [
      "a page of teasers",
      "<h1>Tin tức của Sở</h1>" +
        "<div class='item'><h3><a href='/a'>Tập huấn truy xuất nguồn gốc</a></h3><p>Sở mở lớp tập huấn cho các hợp tác xã trong tỉnh vào tháng tới.</p></div>".repeat(
          8,
        ),
    ],
    ["an empty page", ""],
    ["a page without text", "<html><body><img src='a.gif'></body></html>"],
  ])("%s is refused", (_, html) => {
    expect(() => readPage(new TextEncoder().encode(html), options)).toThrow(/not-article|no-title/);
  });

  test("a page nested ten thousand deep is read or refused, without ending the run", () => {
    const deep = "<div>".repeat(10_000) + "chữ" + "</div>".repeat(10_000);
    expect(() => readPage(new TextEncoder().encode(deep), options)).toThrow(ReadFailure);
  });

  test("a page whose letters were lost on the way is refused by a sample", () => {
    const text =
      "<h1>H?i ngh? t?ng k?t</h1><p>" +
      "S? Khoa h?c và Công ngh? t? ch?c h?i ngh?. ".repeat(9) +
      "</p>";
    expect(() => readPage(new TextEncoder().encode(text), options)).toThrow(/^garbled-text/);
  });
});
