import { describe, expect, test } from "vitest";
import { reportSentences } from "../../src/intake/report.ts";
import {
  article,
  readDate,
  first,
  p,
  read,
  second,
  third,
  title,
  wholeText,
} from "./station-page.ts";

describe("names of classes and ids", () => {
  test.each([
    [
      "a class of Bootstrap for printing",
      `<article class="col-md-8 d-print-block">${article}</article>`,
    ],
    ["a layout with a sidebar", `<div class="has-sidebar with-sidebar-left">${article}</div>`],
    ["a theme's name", `<div class="social-theme"><div class="no-comments">${article}</div></div>`],
    ["a class that says where to share", `<div class="entry share-enabled">${article}</div>`],
    ["the id of a content manager", `<div id="main-slider-content">${article}</div>`],
    [
      "the title in #sidebar",
      `<div id="sidebar"><h1>${title}</h1></div><div class="article">${p(first)}${p(second)}${p(third)}</div>`,
    ],
    [
      "the title in a banner",
      `<div class="banner"><h1>${title}</h1></div><div>${p(first)}${p(second)}${p(third)}</div>`,
    ],
  ])("of %s drop nothing of the article", (_name, body) => {
    const page = read(body);
    expect(page.article.title).toBe(title);
    for (const text of [first, second, third]) expect(wholeText(page)).toContain(text);
  });

  test.each([
    ["a menu", `<div class="menu"><a href="/a">Giới thiệu</a> <a href="/b">Tin tức</a></div>`],
    ["share buttons", `<div class="share-buttons">Chia sẻ: <a href="#">Facebook</a></div>`],
    [
      "links to other articles",
      `<ul><li><a href="/1">Bài một</a></li><li><a href="/2">Bài hai</a></li><li><a href="/3">Bài ba</a></li></ul>`,
    ],
    ["a footer", "<footer>Bản quyền thuộc Sở</footer>"],
  ])("of %s are still no part of it", (_name, around) => {
    const page = read(`<div class="content">${around}${article}${around}</div>`);
    expect(wholeText(page).trim()).toBe(`${first} ${second} ${third}`);
  });

  test("a list of files for download is part of the article", () => {
    const files = [1, 2, 3].map(
      (n) => `<li><a href="https://example.vn/${n}.pdf">Văn bản số ${n}</a></li>`,
    );
    const page = read(`<div class="content">${article}<ul>${files.join("")}</ul></div>`);
    expect(wholeText(page)).toContain("Văn bản số 3");
  });
});

describe("sections of page builders", () => {
  const sections = (wrap: (text: string) => string): string =>
    [first, second, third].map((text, at) => wrap(`<h2>Phần ${at + 1}</h2>${p(text)}`)).join("");

  test.each([
    [
      "Elementor",
      (text: string) =>
        `<section class="elementor-section"><div><div><div class="widget">${text}</div></div></div></section>`,
    ],
    [
      "WPBakery",
      (text: string) =>
        `<div class="vc_row wpb_row"><div class="vc_column"><div class="wpb_wrapper">${text}</div></div></div>`,
    ],
    [
      "Divi",
      (text: string) =>
        `<div class="et_pb_row"><div class="et_pb_text"><div class="et_pb_text_inner">${text}</div></div></div>`,
    ],
    [
      "Gutenberg groups",
      (text: string) => `<div class="wp-block-group"><div class="inner">${text}</div></div>`,
    ],
    ["table rows", (text: string) => `<table class="row"><tr><td>${text}</td></tr></table>`],
  ])("of %s are kept whole", (_name, wrap) => {
    const page = read(`<article><h1>${title}</h1>${sections(wrap)}</article>`);
    expect(page.article.title).toBe(title);
    for (const text of [first, second, third]) expect(wholeText(page)).toContain(text);
  });

  test("are kept whole without an article element", () => {
    const body = sections((text) => `<div class="vc_row"><div><div>${text}</div></div></div>`);
    const page = read(`<div class="wrap"><h1>${title}</h1>${body}</div>`);
    for (const text of [first, second, third]) expect(wholeText(page)).toContain(text);
  });
});

test("a caption that is not kept is reported as one", () => {
  const caption =
    "Quang cảnh lễ khánh thành trạm quan trắc khí tượng tự động tại xã Sín Pao sáng ngày 30 tháng 11.";
  const { reports } = read(
    `<article>${article}</article><div class="slider"><figure><figcaption>${caption}</figcaption></figure></div>`,
  );
  expect(reports.map(({ code, about }) => [code, about])).toEqual([["caption", caption]]);
});

describe("the title", () => {
  const og = (text: string): string => `<meta property="og:title" content="${text}">`;

  test.each([
    [
      "og:title",
      `<title>Cổng thông tin điện tử</title>${og("Một bài khác hẳn về chè cổ thụ Bản Liền")}`,
    ],
    [
      "JSON-LD",
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Một bài khác hẳn về chè cổ thụ"}</script>`,
    ],
    ["<title>", "<title>Một bài khác hẳn nói về chè cổ thụ - Sở Khoa học và Công nghệ</title>"],
  ])("that contradicts %s sets the file aside, with both", (_name, head) => {
    expect(() => read(article, head)).toThrow(/^title-contradicts “Khánh thành.*Một bài khác hẳn/);
    const page = read(article, head, false);
    expect(page.article.title).toBe(title);
    expect(page.reports.map(({ code }) => code)).toContain("other-title");
  });

  test("that og:title gives counts too if the footer lists it among the newest articles", () => {
    const own = "Lễ hội hoa lê đầu xuân ở Tả Cồ";
    const body = `${article}<footer><ul><li><a href="/le-hoi">${own}</a></li></ul></footer>`;
    expect(() => read(body, og(own))).toThrow(/^title-contradicts/);
  });

  test.each([
    ["the site's name behind", `<title>${title} - Sở Khoa học và Công nghệ</title>`],
    ["the site's name before", `<title>Sở Khoa học và Công nghệ | ${title}</title>`],
    ["section and site behind", `<title>${title}_Tin tức_Cổng thông tin điện tử</title>`],
    ["other words of the same story", og("Khánh thành trạm quan trắc khí tượng ở xã Sín Pao")],
    [
      "one title for the whole site",
      "<title>Cổng thông tin điện tử Sở Khoa học và Công nghệ</title>",
    ],
    ["no article at all", "<title>Chi tiết tin</title>"],
    ["a path", "<title>Trang chủ &gt; Tin tức &gt; Chi tiết</title>"],
    [
      "the name that og:site_name gives",
      `${og("Khoa học tỉnh nhà ngày nay")}<meta property="og:site_name" content="Khoa học tỉnh nhà ngày nay">`,
    ],
    ["nothing", ""],
  ])("that <title> or og:title gives with %s is no contradiction", (_name, head) => {
    expect(read(article, head).article.title).toBe(title);
  });

  test("of the data wins over a line that is only named as one", () => {
    const body = `<div class="title">Đổi tiêu đề, ảnh và hiển thị</div><div class="content">${p(first)}${p(second)}${p(third)}</div>`;
    expect(read(body, og(title)).article.title).toBe(title);
  });

  test.each([
    [
      "og:site_name tells",
      `${og(`${title} - Báo Núi`)}<meta property="og:site_name" content="Báo Núi.vn">`,
    ],
    [
      "og:site_name tells, before it",
      `${og(`Báo Núi | ${title}`)}<meta property="og:site_name" content="Báo Núi">`,
    ],
    ["<title> tells", `${og(`${title} - Báo Núi`)}<title>${title}</title>`],
  ])("that og:title gives with a site's name that %s is without it", (_name, head) => {
    const body = `<div class="content">${p(first)}${p(second)}${p(third)}</div>`;
    expect(read(body, head).article.title).toBe(title);
  });

  test.each([
    ["a raised number", `${title}<sup>1</sup>`],
    ["a linked number", `${title}<a href="#_ftn1">[1]</a>`],
    ["a star", `${title} (*)`],
    ["a superscript digit", `${title}¹`],
  ])("loses its footnote mark: %s", (_name, heading) => {
    const body = `<h1>${heading}</h1>${p(first)}${p(second)}${p(third)}`;
    expect(read(body, "").article.title).toBe(title);
  });

  test("is found beside a row of stars in less than two seconds of CPU time", () => {
    const start = process.threadCpuUsage();
    const stars = `<h3>${"*".repeat(200)} hết</h3>`;
    expect(read(`<h1>${title}</h1>${p(first)}${stars}${p(second)}${p(third)}`).article.title).toBe(
      title,
    );
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  test("keeps a power", () => {
    const name = "Xây nhà màng rộng 1.200 m²";
    const body = `<h1>${name}</h1>${p(first)}${p(second)}${p(third)}`;
    expect(read(body, "").article.title).toBe(name);
  });

  test.each([
    ["in a heading", `<h1>Thứ Hai, 30/11/2020 10:05</h1><h2>${title}</h2>`],
    [
      "in large type",
      `<p style="font-size:24px">Thứ Hai, ngày 30/11/2020</p><p style="font-size:24px">${title}</p>`,
    ],
    ["in the first line", `<p>30/11/2020 10:05</p><p>${title}</p>`],
  ])("is never a date %s", (_name, head) => {
    const body = `<div class="content">${head}${p(first)}${p(second)}${p(third)}</div>`;
    expect(read(body, "").article.title).toBe(title);
  });
});

describe("what a page does not give", () => {
  test("sets the file aside where less than half of its text was recognised", () => {
    const other = [1, 2, 3].map(
      (n) => `<aside><h3>Mục ${n}</h3>${p(`${n} ${first}`)}${p(`${n} ${second}`)}</aside>`,
    );
    const body = `<article>${article}</article>${other.join("")}`;
    expect(() => read(body)).toThrow(/^text-left-out \d+$/);
    expect(read(body, "", false).reports.map(({ code }) => code)).toContain("little-text");
  });

  test("is reported: a paragraph that stood elsewhere", () => {
    const teaser =
      "Một đoạn giới thiệu bài khác hẳn, không dính dáng gì đến trạm quan trắc, dài quá tám mươi chữ cái.";
    const body = `<div><div class="article-content">${article}</div><div class="next"><h5>Bài khác</h5>${p(teaser)}</div></div>`;
    const page = read(body);
    expect(wholeText(page)).not.toContain("Một đoạn giới thiệu");
    expect(reportSentences(page.reports).join(" ")).toContain(teaser);
  });

  test.each([
    ["display:none", `<p style="display:none">Ghi chú nội bộ</p>`],
    ["visibility:hidden", `<p style="visibility: hidden">Ghi chú nội bộ</p>`],
    ["hidden", "<p hidden>Ghi chú nội bộ</p>"],
    ["aria-hidden", `<p aria-hidden="true">Ghi chú nội bộ</p>`],
  ])("is reported: text hidden by %s", (_name, hidden) => {
    const page = read(`<article>${article}${hidden}</article>`);
    expect(wholeText(page)).not.toContain("nội bộ");
    expect(page.reports).toContainEqual(
      expect.objectContaining({ code: "hidden-text", about: "Ghi chú nội bộ" }),
    );
  });

  test("is no icon: glyphs of icon fonts are no lost letters", () => {
    expect(
      wholeText(
        read(`<article>${article}<p><i class="icon">\ue001</i> Xem thêm ảnh</p></article>`),
      ),
    ).toContain("Xem thêm ảnh");
  });

  test("is no text below a line that reads as the start of other articles, if most text is there", () => {
    const body = `<article><h1>${title}</h1>${p("Tin ngắn.")}${p("Bình luận")}${p("Xem thêm")}${p(first)}${p(second)}${p(third)}</article>`;
    expect(wholeText(read(body))).toContain(third);
  });
});

describe("portals of old", () => {
  test("laid out with tables, fonts and center give the article", () => {
    const body = `<center><table width="770"><tr><td colspan="2"><font size="5">SỞ KHOA HỌC VÀ CÔNG NGHỆ</font></td></tr>
      <tr><td width="150"><a href="/a">Giới thiệu</a><br><a href="/b">Văn bản</a><br><a href="/c">Liên hệ</a></td>
      <td><font size="5" color="red"><b>${title}</b></font><br><font size="1">Ngày đăng: 10/07/2020</font><br><br>
      <font face="Arial" size="2"><b>${first}</b><br><br>${second}<br><br>${third}</font></td></tr></table></center>`;
    const page = read(body, "<title>Trang thông tin điện tử</title>");
    expect(page.article.title).toBe(title);
    expect(readDate(page)).toBe("2020-07-10");
    for (const text of [first, second, third]) expect(wholeText(page)).toContain(text);
  });
});
