import { describe, expect, test } from "vitest";
import { readPage } from "../../src/intake/page/read-page.ts";
import { ReadFailure } from "../../src/intake/recognition/read-failure.ts";
import { latin1Bytes, toTcvn3, toVni, windows1258Bytes } from "./legacy-bytes.ts";
import { readFixture, options, summary } from "./page-fixtures.ts";

describe("a page made by hand of tables, in the fonts of TCVN3", () => {
  const html = new TextDecoder().decode(readFixture("hand-made-tables.html"));
  const expected = {
    title: "HỘI THẢO GIỐNG LÚA CHỊU LẠNH",
    lede: "Ngày 10/9, Trung tâm Ứng dụng tiến bộ khoa học tổ chức hội thảo đầu bờ đánh giá ba giống lúa chịu lạnh tại cánh đồng Mường Vi.",
    date: "2004-09-15T00:00:00+07:00",
    byline: "Nguyễn Thị Ửng | ",
    category: null,
    lead: "anh/lua1.jpg",
    leadCaption: "Nông dân thăm ruộng trình diễn",
    body: [
      "Ba giống được cấy trên diện tích 2 ha từ vụ xuân. Giống thứ nhất cho năng suất 58 tạ/ha, cao hơn giống đối chứng 6 tạ/ha.",
      "Bà con đề nghị được cung ứng giống kịp thời cho vụ sau, đặc biệt là các thửa ruộng ở cao trên 900 m.",
    ],
  };

  test.each(["x-user-defined", "windows-1252", "iso-8859-1"])("declared as %s", (charset) => {
    const bytes = latin1Bytes(toTcvn3(html.replace("CHARSET", charset)));
    expect(summary(readPage(bytes, options))).toEqual(expected);
  });

  test("saved anew by a browser, in UTF-8", () => {
    const bytes = new TextEncoder().encode(toTcvn3(html.replace("CHARSET", "windows-1252")));
    expect(summary(readPage(bytes, options))).toEqual(expected);
  });

  test("that lost its fonts is refused by its words, and read when somebody names the encoding", () => {
    const bare = html.replaceAll(/\.VnTimeH?|\.VnArialH/g, "Times New Roman");
    const bytes = latin1Bytes(toTcvn3(bare.replace("CHARSET", "windows-1252")));
    expect(() => readPage(bytes, options)).toThrow(ReadFailure);
    expect(() => readPage(bytes, options)).toThrow(/^legacy-text tcvn3: /);
    const read = summary(readPage(bytes, { ...options, legacy: "tcvn3" }));
    expect(read).toMatchObject({
      title: "Hội thảo giống lúa chịu lạnh",
      lede: expected.lede.replace("Ứng", "ứng"),
      leadCaption: expected.leadCaption,
    });
  });

  test("whose fonts lie, because the text is Unicode, stays as it is", () => {
    const bytes = new TextEncoder().encode(html.replace("CHARSET", "utf-8"));
    expect(summary(readPage(bytes, options))).toMatchObject({
      title: "Hội thảo giống lúa chịu lạnh",
      lede: expected.lede.replace("Ứng", "ứng"),
      body: [...expected.body, "**Nguyễn Thị ửng**"],
    });
  });
});

describe("a page in VNI fonts", () => {
  test("is read by its fonts, capitals and all", () => {
    const html = new TextDecoder().decode(readFixture("vni.html"));
    expect(summary(readPage(latin1Bytes(toVni(html)), options))).toEqual({
      title: "Máy sấy lúa của anh Tư",
      lede: "Không qua trường lớp nào, anh Tư đã làm ra máy sấy lúa chạy bằng trấu, mỗi mẻ sấy được tám tấn.",
      date: "2002-05-03T00:00:00+07:00",
      byline: "Ngô Thị Ỷ | ",
      category: null,
      lead: "may_say.jpg",
      leadCaption: "Anh Tư bên chiếc máy sấy",
      body: [
        "Máy có buồng đốt bằng gạch, quạt hút đặt ở đầu hồi nhà. Giá thành chỉ bằng một phần ba máy nhập ngoại, lại dễ sửa chữa.",
        "ĐẾN NAY đã có hơn 20 hộ trong vùng đặt máy. Ước mơ của anh là làm được máy sấy cho cả hợp tác xã.",
      ],
    });
  });
});

describe("a page in windows-1258", () => {
  const html = new TextDecoder().decode(readFixture("windows-1258.html"));
  const expected = {
    title: "Phòng trừ sâu đục thân ngô",
    lede: "Sâu đục thân đang gây hại trên diện rộng ở các nương ngô vụ xuân hè, tỷ lệ hại có nơi tới 20%.",
    date: "2008-05-21T07:00:00+07:00",
    byline: "",
    category: null,
    lead: null,
    leadCaption: null,
    body: [
      "Chi cục Bảo vệ thực vật khuyến cáo bà con thăm nương thường xuyên, ngắt ổ trứng và thả ong mắt đỏ khi bướm ra rộ.",
      "Với nương bị hại nặng, cần xử lý sau khi trứng nở năm đến bảy ngày, phun vào nõn vào buổi chiều mát.",
    ],
  };

  test("is read as it declares, composed", () => {
    const page = readPage(windows1258Bytes(html), options);
    expect(summary(page)).toEqual(expected);
    expect(page.article.source).toEqual({ name: "Báo Nông nghiệp", url: null });
  });

  test("that declares nothing is refused, unless somebody names the charset", () => {
    const bytes = windows1258Bytes(html.replace("; charset=windows-1258", ""));
    expect(() => readPage(bytes, options)).toThrow("unknown-charset");
    expect(summary(readPage(bytes, { ...options, charset: "windows-1258" }))).toEqual(expected);
  });
});
