import { testRule } from "../rule-cases.ts";

const table = (total: string, rest = "") =>
  `| Xã | Số hộ | Diện tích (ha) |\n|---|--:|--:|\n| Bản Qua | 1.200 | 12,5 |\n| Mường Hum | 850 | 7,25 |\n${rest}| ${total} |\n`;

testRule(
  "table-sum",
  "warn",
  [
    ["a wrong total row", table("Tổng | 2.150 | 19,75"), [["2.150", "2.050"]]],
    ["wrong decimals", table("**Tổng cộng** | 2.050 | 20,75"), [["20,75", "19,75"]]],
    [
      "two wrong columns",
      table("Cộng | 2.051 | 29,75"),
      [
        ["2.051", "2.050"],
        ["29,75", "19,75"],
      ],
    ],
    [
      "a total row at the top",
      "| Nhóm | Hồ sơ |\n|---|--:|\n| Tổng số | 30 |\n| Trực tuyến | 18 |\n| Trực tiếp | 13 |",
      [["30", "31"]],
    ],
    [
      "one wrong row of a total column",
      "| Xã | Quý I | Quý II | Tổng |\n|---|--:|--:|--:|\n| A | 1 | 2 | 3 |\n| B | 4 | 5 | 10 |\n| C | 6 | 7 | 13 |",
      [["10", "9"]],
    ],
  ],
  [
    ["right totals", table("Tổng | 2.050 | 19,75")],
    ["rounded decimals", "| Xã | Diện tích |\n|---|--:|\n| A | 1,3 |\n| B | 1,3 |\n| Tổng | 2,7 |"],
    ["an empty total", table("Tổng | 2.050 | ")],
    ["a dash for nothing", table("Tổng | 2.050 | 19,75", "| Y Tý | - | – |\n")],
    [
      "shares and averages",
      "| Xã | Tỷ lệ (%) | Thu nhập bình quân |\n|---|--:|--:|\n| A | 40 | 5 |\n| B | 70 | 6 |\n| Tổng | 55 | 5,5 |",
    ],
    ["years", "| Nội dung | Năm 2024 |\n|---|--:|\n| Đề tài | 4 |\n| Bài báo | 9 |"],
    [
      "subtotals",
      "| TT | Nội dung | Tiền |\n|---|---|--:|\n| I | Chi | 10 |\n| 1 | Máy | 6 |\n| 2 | Giấy | 4 |\n| II | Thu | 5 |\n|  | Tổng | 15 |",
    ],
    [
      "trong đó",
      "| Nội dung | Số |\n|---|--:|\n| Đề tài | 10 |\n| Trong đó cấp tỉnh | 4 |\n| Dự án | 5 |\n| Tổng | 15 |",
    ],
    [
      "words among figures",
      "| Xã | Ghi chú |\n|---|---|\n| A | 5 máy |\n| B | 6 máy |\n| Tổng | 12 |",
    ],
    [
      "a column that only looks like a total",
      "| Lớp | Học viên | Giảng viên | Tổng |\n|---|--:|--:|--:|\n| A | 30 | 2 | 5 |\n| B | 40 | 2 | 6 |",
    ],
  ],
);
