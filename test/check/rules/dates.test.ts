import { testRule } from "../rule-cases.ts";

testRule(
  "impossible-date",
  "block",
  [
    ["31/02", "Ngày 31/02, lớp học khai mạc.", [["31/02", null]]],
    ["31/02 with its year", "Lớp học (31/02/2026) đông người.", [["31/02/2026", null]]],
    [
      "29/02 of no leap year",
      { lede: "Sáng 29/02/2021, lớp học khai mạc." },
      [["29/02/2021", null]],
    ],
    ["31 tháng 4", "Ngày 31 tháng 4 năm 2026, lớp học khai mạc.", [["31 tháng 4 năm 2026", null]]],
    ["month 13", "Lớp học mở ngày 05/13/2026.", [["05/13/2026", null]]],
    ["dots", "Lớp học mở ngày 31.06.2026.", [["31.06.2026", null]]],
    ["the end of a range", "Lớp học mở từ ngày 28 đến 31/9.", [["31/9", null]]],
    [
      "a date without a prefix that cannot be a fraction",
      "Lớp học khai mạc 31/02 tại xã.",
      [["31/02", null]],
    ],
    ["inside bold letters", "Lớp học mở ngày **31/02/2026** tại xã.", [["31/02/2026", null]]],
    ["a caption", '![Học viên](photo:a "Học viên ngày 30/02/2026")', [["30/02/2026", null]]],
  ],
  [
    ["29/02 of a leap year", "Ngày 29/02/2020, lớp học khai mạc."],
    ["29/02 without a year", "Ngày 29/02, lớp học khai mạc."],
    ["a fraction", "Khoảng 31/2 số phiếu, tỷ số 31/02 và 40/45 học viên."],
    ["a document's number", "Nghị quyết số 31/02/2020 và Quyết định 45/2021/QĐ-UBND."],
    ["the lunar calendar", "Lễ hội mở ngày 30/2 âm lịch."],
    ["a directive", "Chỉ thị 05-CT/TW, khóa XIII, 2016 - 2020, dịch vụ 24/7, IPv6 32/33."],
    ["a month of a year", "Từ tháng 13 đến 05/2021, trong 36 tháng năm 2020."],
  ],
);

testRule(
  "weekday-mismatch",
  "warn",
  [
    [
      "the wrong weekday",
      { lede: "Thứ Sáu, ngày 28/01/2021, lớp học khai mạc." },
      [["Thứ Sáu", "Thứ Năm"]],
    ],
    [
      "a number for the weekday",
      "Sáng thứ 6 (28/01/2021), lớp học khai mạc.",
      [["thứ 6", "Thứ Năm"]],
    ],
    [
      "Chủ nhật after the date",
      "Ngày 28/01/2021 (Chủ nhật), lớp học khai mạc.",
      [["Chủ nhật", "Thứ Năm"]],
    ],
    [
      "a comma after the date",
      "Ngày 28/01/2021, thứ Ba, lớp học khai mạc.",
      [["thứ Ba", "Thứ Năm"]],
    ],
    [
      "a near date without a year",
      "Sáng thứ Hai, ngày 20/11, lớp học khai mạc.",
      [["thứ Hai", "Thứ Sáu"]],
    ],
    ["words", "Thứ Tư, ngày 28 tháng 01 năm 2021, lớp học khai mạc.", [["Thứ Tư", "Thứ Năm"]]],
  ],
  [
    ["the right weekday", "Thứ Năm, ngày 28/01/2021, lớp học khai mạc."],
    ["the right number", "Sáng thứ 5 (28/01/2021), lớp học khai mạc."],
    ["a right Chủ Nhật", "Chủ nhật, 22/11/2026 lớp học nghỉ."],
    ["an ordinal", "Hội thi lần thứ năm ngày 29/01/2021 và phiên thứ hai ngày 03/02/2021."],
    ["a far date without a year", "Thứ Hai, ngày 04/8, lớp học khai mạc."],
    ["a deputy minister", "Ngày 28/01/2021, Thứ trưởng Nguyễn Văn Hòa đến thăm."],
    ["a weekday alone", "Lớp học mở vào thứ Sáu hằng tuần."],
  ],
);

testRule(
  "future-in-past-tense",
  "warn",
  [
    [
      "đã after a date to come",
      { lede: "Ngày 30/12/2026, Sở đã tổ chức lớp tập huấn." },
      [["30/12/2026", null]],
    ],
    [
      "a state that has begun on a future day",
      "Trạm quan trắc đã đi vào hoạt động chính thức kể từ ngày 01/8/2027.",
      [["01/8/2027", null]],
    ],
    [
      "a future day far after its verb",
      "Đoàn kiểm tra liên ngành của Sở đã làm việc với ba cơ sở sản xuất chè tại xã Bản Liền vào ngày 12/9/2027.",
      [["12/9/2027", null]],
    ],
    ["vừa qua", "Vừa qua, ngày 25/11/2026, Sở tổ chức lớp tập huấn.", [["25/11/2026", null]]],
    ["tomorrow", "Sáng 23/11/2026, Sở đã khai mạc lớp tập huấn.", [["23/11/2026", null]]],
    [
      "the day of a past act, late in a long sentence",
      "Lớp tập huấn kỹ năng số cho cán bộ các xã vùng cao đã được tổ chức vào ngày 30/12/2026.",
      [["30/12/2026", null]],
    ],
    [
      "a plan issued on a future day",
      "Ngày 25/12/2026, Sở đã ban hành kế hoạch mới.",
      [["25/12/2026", null]],
    ],
  ],
  [
    ["a state that will begin", "Trung tâm sẽ đi vào hoạt động từ ngày 01/8/2027."],
    [
      "a plan that was made",
      "Ban tổ chức đã lên kế hoạch kiểm tra toàn bộ vườn ươm tại xã vào ngày 12/9/2027.",
    ],
    [
      "a future event for which something is done already",
      "Nhà trường đã in xong tài liệu của hội thảo quốc tế diễn ra tại thành phố vào ngày 12/9/2027.",
    ],
    ["sẽ", "Ngày 30/12/2026, Sở sẽ tổ chức lớp tập huấn."],
    ["dự kiến", "Dự kiến ngày 30/12/2026, lớp học khai mạc, giảng viên đã sẵn sàng."],
    ["today", "Ngày 22/11/2026, Sở đã tổ chức lớp tập huấn."],
    ["the past", "Ngày 30/12/2025, Sở đã tổ chức lớp tập huấn."],
    ["a plan for later", "Sở đã ban hành kế hoạch tổ chức lớp học vào ngày 30/12/2026."],
    ["a day that was decided", "Sở đã chốt lịch thi vào ngày 30/12/2026."],
    ["a limit", "Đến ngày 31/12/2026, các xã phải xong; đã có hướng dẫn."],
    ["entry into force", "Nghị định có hiệu lực từ ngày 01/01/2027 đã được phổ biến."],
    ["narrative without a tense marker", "Ngày 30/12/2026, Sở tổ chức lớp tập huấn."],
    ["another sentence's past", "Ngày 30/12/2026, lớp học khai mạc. Sở đã chuẩn bị xong."],
  ],
);
