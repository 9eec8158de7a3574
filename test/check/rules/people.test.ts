import { testRule } from "../rule-cases.ts";

testRule(
  "mixed-dashes",
  "warn",
  [
    [
      "a hyphen here and a dash there",
      "Đ/c Phạm Quốc Chính - Bí thư Đảng ủy dự.\n\nĐồng chí Phạm Quốc Chính – Bí thư Đảng ủy phát biểu.",
      [[" - ", " – "]],
    ],
    [
      "both in one title",
      "Ông Lê Văn Nam - Bí thư Đảng ủy – Giám đốc Sở phát biểu.",
      [[" - ", " – "]],
    ],
    [
      "one dash among hyphens",
      "Ông Lê Văn Nam - Giám đốc Sở dự. Ông Lê Văn Nam - Giám đốc Sở nói. Ông Lê Văn Nam – Giám đốc Sở về.",
      [[" – ", " - "]],
    ],
  ],
  [
    ["years", "Kế hoạch 2016 - 2020 và giai đoạn 2021 – 2025."],
    ["one kind of dash", "Ông Lê Văn Nam – Giám đốc Sở dự. Ông Lê Văn Nam – Giám đốc Sở nói."],
    ["two people", "Ông Lê Văn Nam – Giám đốc Sở dự. Bà Trần Thị Hoa - Trưởng phòng nói."],
    ["a fixed phrase", "Phát triển kinh tế - xã hội – nhiệm vụ chung."],
  ],
);

testRule(
  "person-name",
  "warn",
  [
    [
      "one letter, and only one of them introduced",
      "Ông Sùng A Chảo, trưởng nhóm hộ, thu ba tấn. Năm ngoái, ông Sùng A Cháu thu một tấn rưỡi.",
      [["Sùng A Cháu", "Sùng A Chảo"]],
    ],
    [
      "another tone mark",
      "Ông Phạm Quốc Chính dự. Ông Phạm Quốc Chính nói.\n\nÔng Phạm Quốc Chỉnh kết luận.",
      [["Phạm Quốc Chỉnh", "Phạm Quốc Chính"]],
    ],
    [
      "s and x",
      "Bà Lò Thị Sương dự.\n\nBà Lò Thị Xương nói. Bà Lò Thị Xương về.",
      [["Lò Thị Sương", "Lò Thị Xương"]],
    ],
    [
      "ch and tr, y and i",
      "Bà Chảo Thị My dự.\n\nBà Trảo Thị Mi nói.",
      [["Trảo Thị Mi", "Chảo Thị My"]],
    ],
    [
      "a middle name that changed, with the same office",
      "Ông Phạm Quốc Chính, Giám đốc Sở KH&CN, dự.\n\nGiám đốc Sở Khoa học và Công nghệ Phạm Văn Chính nói.",
      [["Phạm Văn Chính", "Phạm Quốc Chính"]],
    ],
    [
      "a middle name left out",
      "Đồng chí Phạm Quốc Chính dự.\n\nĐồng chí Phạm Chính nói.",
      [["Phạm Chính", "Phạm Quốc Chính"]],
    ],
  ],
  [
    [
      "a father and his son",
      "Ông Lò Văn Sương và con trai là anh Lò Văn Sướng cùng trồng sâm dưới tán rừng.",
    ],
    [
      "two people with one letter between them, both introduced",
      "Ông Giàng A Páo, thôn Sín Chải, thu ba tấn. Ông Giàng A Páng, thôn Bản Phố, thu hai tấn.",
    ],
    [
      "a mention of the mother by a fuller name in the same sentence",
      "Bà Nguyễn Thị Lan Anh và chị Nguyễn Lan Anh cùng dự.",
    ],
    ["one spelling", "Ông Phạm Quốc Chính dự. Đ/c Phạm Quốc Chính nói."],
    ["two people in one sentence", "Có ông Nguyễn Văn Hoa và ông Nguyễn Văn Hòa cùng dự."],
    ["two people in a list", "- Nguyễn Thị Hoa\n- Nguyễn Thị Hòa"],
    [
      "two deputies",
      "Ông Nguyễn Văn An, Phó Giám đốc Sở, dự.\n\nÔng Nguyễn Văn Bình, Phó Giám đốc Sở, nói.",
    ],
    [
      "two chairmen of two communes",
      "Ông Nguyễn Văn An, Chủ tịch UBND xã Bản Qua, dự.\n\nÔng Nguyễn Văn Bình, Chủ tịch UBND xã Mường Hum, nói.",
    ],
    ["streets and schools", "Trường THPT Lê Quý Đôn ở đường Trần Hưng Đạo. Phố Trần Hùng Đạo."],
  ],
);

testRule(
  "person-office",
  "warn",
  [
    [
      "Giám đốc, then Phó Giám đốc",
      "Ông Lê Văn Nam, Giám đốc Sở KH&CN, dự.\n\nPhó Giám đốc Sở KH&CN Lê Văn Nam nói.",
      [["Lê Văn Nam", null]],
    ],
    [
      "with the short form spelt out",
      "Ông Lê Văn Nam – Phó Chủ tịch UBND xã dự.\n\nÔng Lê Văn Nam, Chủ tịch Ủy ban nhân dân xã, nói.",
      [["Lê Văn Nam", null]],
    ],
    [
      "a doctor who was a master",
      "TS. Lê Văn Nam chủ trì. PGS.TS Vũ Thị Bình dự.\n\nThạc sĩ Lê Văn Nam nói. TS Vũ Thị Bình về.",
      [["Lê Văn Nam", null]],
    ],
    [
      "the office of another body",
      "Bà Lê Thị Na, Trưởng phòng Quản lý Khoa học, dự.\n\nBà Lê Thị Na, Trưởng phòng Quản lý Công nghệ, nói.",
      [["Lê Thị Na", null]],
    ],
    [
      "acting or not",
      "Ông Lê Văn Nam, Quyền Viện trưởng Viện Nông lâm, dự. Ông Lê Văn Nam, Viện trưởng Viện Nông lâm, nói.",
      [["Lê Văn Nam", null]],
    ],
  ],
  [
    [
      "the short form of the same body",
      "Đồng chí Lê Văn Nam, Bí thư Đảng ủy, Giám đốc Sở Khoa học và Công nghệ, dự.\n\nĐ/c Lê Văn Nam - Giám đốc Sở KH&CN phát biểu.",
    ],
    [
      "two offices in two bodies",
      "Ông Lê Văn Nam, Phó Giám đốc Sở, dự.\n\nÔng Lê Văn Nam, Giám đốc Trung tâm Phát triển, nói.",
    ],
    [
      "a verb after the body's name",
      "Ông Lê Văn Nam, Giám đốc Sở KH&CN thông báo.\n\nÔng Lê Văn Nam, Giám đốc Sở Khoa học và Công nghệ tỉnh, nói. Giám đốc Sở Lê Văn Nam về.",
    ],
    [
      "one of two offices",
      "Ông Lê Văn Nam, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, dự.\n\nChủ tịch UBND tỉnh Lê Văn Nam nói.",
    ],
    [
      "an appointment",
      "Ông Lê Văn Nam, Phó Giám đốc Sở, được bổ nhiệm.\n\nÔng Lê Văn Nam, Giám đốc Sở, nhận nhiệm vụ.",
    ],
    ["two people", "Ông Lê Văn Nam, Giám đốc Sở, dự. Ông Vũ Văn Bắc, Phó Giám đốc Sở, nói."],
  ],
);

testRule(
  "caption-stranger",
  "warn",
  [
    [
      "a person only in a caption",
      '![Người nói](photo:a "Ông Trần Văn Khoa phát biểu")',
      [["Trần Văn Khoa", null]],
    ],
    [
      "the lead photo's caption",
      { leadPhoto: { photo: "a", alt: "Bục", caption: "Đ/c Đỗ Thị Lan trao quà", credit: null } },
      [["Đỗ Thị Lan", null]],
    ],
  ],
  [
    [
      "a person in the text",
      'Ông Trần Văn Khoa dự.\n\n![Người nói](photo:a "Ông Trần Văn Khoa phát biểu")',
    ],
    [
      "a person in the lede",
      {
        lede: "Ông Trần Văn Khoa đã dự lớp học.",
        body: '![Bục](photo:a "Ông Trần Văn Khoa phát biểu")',
      },
    ],
    ["the photographer", '![Bục](photo:a "Toàn cảnh lớp học. Ảnh: Trần Văn Khoa")'],
    [
      "the author",
      {
        byline: { authors: ["Trần Văn Khoa"], unit: null },
        body: '![Bục](photo:a "Nhà báo Trần Văn Khoa tác nghiệp")',
      },
    ],
    ["a place", '![Núi](photo:a "Dãy Hoàng Liên Sơn nhìn từ xã Trịnh Tường, tỉnh Cao Bằng")'],
    ["President Hồ Chí Minh", '![Tượng](photo:a "Đại biểu dâng hoa Chủ tịch Hồ Chí Minh")'],
    ["a school", '![Trường](photo:a "Học sinh Trường THPT Lý Thường Kiệt thực hành")'],
  ],
);
