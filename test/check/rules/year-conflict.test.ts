import { testRule } from "../rule-cases.ts";

const title = "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng nhiệm vụ năm 2021";

testRule(
  "year-conflict",
  "warn",
  [
    [
      "a review in January of its own year",
      { title, lede: "Ngày 28/01/2020, Đảng bộ Sở tổ chức Hội nghị tổng kết." },
      [["28/01/2020", "28/01/2021"]],
    ],
    [
      "a review in the lede alone",
      { lede: "Sáng 15/3/2025, Sở tổng kết công tác năm 2025 và bàn việc mới." },
      [["15/3/2025", "15/3/2026"]],
    ],
    [
      "words for the date",
      { title, lede: "Ngày 28 tháng 01 năm 2020, Đảng bộ Sở họp." },
      [["28 tháng 01 năm 2020", "28 tháng 01 năm 2021"]],
    ],
    [
      "a list of the year, dated in January of that year",
      {
        title: "Tám sự kiện khoa học nổi bật của tỉnh năm 2025",
        lede: "Ngày 06/01/2025, Sở công bố tám sự kiện khoa học nổi bật của năm 2025.",
      },
      [["06/01/2025", "06/01/2026"]],
    ],
    [
      "a plan for the next year",
      { title: "Triển khai nhiệm vụ năm 2026", lede: "Ngày 09/01/2025, Sở họp bàn nhiệm vụ." },
      [["09/01/2025", "09/01/2026"]],
    ],
    [
      "a meeting's date in the body",
      { title, body: "Ngày 28/01/2020, Đảng bộ Sở tổ chức Hội nghị tổng kết công tác Đảng." },
      [["28/01/2020", "28/01/2021"]],
    ],
    [
      "capitals and a weekday",
      {
        title: title.toUpperCase(),
        body: "Sáng thứ Ba, 28/01/2020, hội nghị tổng kết diễn ra.",
      },
      [["28/01/2020", "28/01/2021"]],
    ],
    [
      "both the lede and the body",
      {
        title,
        lede: "Ngày 28/01/2020, Đảng bộ Sở họp.",
        body: "Sáng ngày 28/01/2020, hội nghị bắt đầu.",
      },
      [
        ["28/01/2020", "28/01/2021"],
        ["28/01/2020", "28/01/2021"],
      ],
    ],
  ],
  [
    ["the year after", { title, lede: "Ngày 28/01/2021, Đảng bộ Sở tổ chức Hội nghị tổng kết." }],
    [
      "December of the year",
      { title, lede: "Ngày 28/12/2020, Đảng bộ Sở tổ chức Hội nghị tổng kết." },
    ],
    ["a title with both years and no date", { title }],
    [
      "a five-year review",
      { title: "Tổng kết kế hoạch 5 năm 2016 - 2020", lede: "Ngày 15/01/2016, kế hoạch bắt đầu." },
    ],
    [
      "a contest that ended in March",
      { title: "Tổng kết Cuộc thi Sáng tạo trẻ năm 2020", lede: "Ngày 20/03/2020, Sở trao giải." },
    ],
    [
      "the Youth Month",
      { title: "Tổng kết Tháng Thanh niên năm 2020", lede: "Ngày 31/3/2020, Đoàn Sở tổng kết." },
    ],
    [
      "a document of that January",
      { title, lede: "Thực hiện Kế hoạch số 12 ngày 15/01/2020 của Tỉnh ủy, Đảng bộ Sở họp." },
    ],
    [
      "a decision in the body",
      { title, body: "Ngày 20/01/2020, Đảng ủy ban hành chương trình công tác." },
    ],
    [
      "a half-year review",
      { title: "Sơ kết công tác quý I năm 2020", lede: "Ngày 28/03/2020, Sở họp." },
    ],
    ["a date without a year", { title, lede: "Ngày 28/01, Đảng bộ Sở tổ chức Hội nghị tổng kết." }],
    [
      "no review",
      {
        title: "Khai trương phòng thí nghiệm năm 2020",
        lede: "Ngày 28/01/2020, Sở khai trương phòng thí nghiệm.",
      },
    ],
    [
      "2016 - 2020 in the body",
      { title, body: "Kế hoạch 5 năm 2016 - 2020, Chỉ thị 05-CT/TW, Đại hội XIII." },
    ],
  ],
);
