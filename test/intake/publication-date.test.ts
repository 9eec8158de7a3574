import { describe, expect, test } from "vitest";
import { readDate, first, p, read, second, third, title } from "./station-page.ts";

describe("the date of publication", () => {
  const dated = (line: string, head = ""): string | null =>
    readDate(
      read(
        `<div class="content"><h1>${title}</h1>${line}${p(first)}${p(second)}${p(third)}</div>`,
        head,
      ),
    );

  test.each([
    [
      "Ngày đăng below Cập nhật",
      `<div class="date">Cập nhật: 07/01/2025</div><div>Ngày đăng: 10/07/2020</div>`,
      "2020-07-10",
    ],
    ["both on one line", "<div>Ngày đăng: 10/07/2020 | Cập nhật: 07/01/2025</div>", "2020-07-10"],
    [
      "both the other way round",
      "<div>Cập nhật lúc 08:00 07/01/2025 | Ngày đăng: 10/07/2020</div>",
      "2020-07-10",
    ],
    ["Đăng ngày", "<div>Đăng ngày 10/07/2020</div>", "2020-07-10"],
    [
      "today's date above it",
      "<div>Thứ Bảy, 21/11/2026</div><div>Ngày đăng: 10/07/2020</div>",
      "2020-07-10",
    ],
    [
      "published and updated in English",
      "<div>Published: 2020-07-10. Updated: 2025-01-07</div>",
      "2020-07-10",
    ],
    [
      "WordPress's class of both",
      `<time class="entry-date published updated">10/07/2020</time>`,
      "2020-07-10",
    ],
    ["Cập nhật alone", "<div>Cập nhật: 07/01/2025</div>", null],
    ["Last modified alone", "<div>Last modified: 2025-01-07</div>", null],
    ["an element named updated", `<div class="updated">07/01/2025</div>`, null],
  ])("from %s", (_name, line, expected) => {
    expect(dated(line)).toBe(expected);
  });

  test.each([
    [
      "JSON-LD of a WebPage",
      `<script type="application/ld+json">{"@type":"WebPage","datePublished":"2020-07-10T08:00:00+07:00","dateModified":"2025-01-07"}</script>`,
    ],
    [
      "JSON-LD of a graph",
      `<script type="application/ld+json">{"@graph":[{"@type":"Organization"},{"@type":"ItemPage","datePublished":"2020-07-10"}]}</script>`,
    ],
    [
      "JSON-LD within mainEntity",
      `<script type="application/ld+json">[{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2020-07-10"}}]</script>`,
    ],
    [
      "article:published_time",
      `<meta property="article:modified_time" content="2025-01-07"><meta property="article:published_time" content="2020-07-10T01:00:00Z">`,
    ],
    ["Dublin Core", `<meta name="DC.date.issued" content="2020-07-10">`],
    ["itemprop", `<meta itemprop="datePublished" content="2020-07-10">`],
  ])("from %s", (_name, head) => {
    expect(dated("<div>Cập nhật: 07/01/2025</div>", head)).toBe("2020-07-10");
  });
});
