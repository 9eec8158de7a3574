import { describe, expect, test } from "vitest";
import { absoluteHtml, feedContent } from "../../src/feed/feed-content.ts";
import { article, leadId, leadPhoto, site } from "./sample.ts";

const page = "https://bantin.example.gov.vn/bai-viet/tong-ket-cong-tac";
const absolute = (html: string) => absoluteHtml(site, html, page);

describe("absoluteHtml", () => {
  test("gives site-relative links and images the site's origin", () => {
    expect(absolute('<a href="/the/a?b&amp;c">/x</a><img class="a" src="/anh/1/960.jpg">')).toBe(
      `<a href="${site.baseUrl}/the/a?b&amp;c">/x</a><img class="a" src="${site.baseUrl}/anh/1/960.jpg">`,
    );
  });

  test("gives every file of a srcset the site's origin", () => {
    expect(absolute('<source srcset="/anh/1/480.webp 480w, /anh/1/960.webp 960w" />')).toBe(
      `<source srcset="${site.baseUrl}/anh/1/480.webp 480w, ${site.baseUrl}/anh/1/960.webp 960w" />`,
    );
  });

  test("leads links within the article to the article's page", () => {
    expect(absolute('<a href="#cuoi-1">1</a>')).toBe(`<a href="${page}#cuoi-1">1</a>`);
  });

  test("leaves other addresses, texts and attributes alone", () => {
    const html =
      '<p data-a="/b">href="/x"</p><a href="https://a.vn/">a</a><a href="mailto:a@b.vn">b</a>' +
      '<img alt="a > src=" title="/c" src="https://a.vn/b.jpg">';
    expect(absolute(html)).toBe(html);
  });

  test("is not misled by an attribute that speaks of another", () => {
    expect(absolute('<img alt="x > src=" src="/anh/1/960.jpg">')).toBe(
      `<img alt="x > src=" src="${site.baseUrl}/anh/1/960.jpg">`,
    );
  });
});

describe("feedContent", () => {
  test("begins with the lead photo, its caption and its credit", () => {
    expect(feedContent(site, article)).toMatch(
      `<figure><img src="${site.baseUrl}/anh/${leadId}/960.jpg" width="960" height="640" ` +
        'alt="Toàn cảnh hội trường nhìn từ cuối phòng"><figcaption>Hội nghị tại hội trường Sở KH&amp;CN ' +
        '<span class="credit">Ảnh: Thế Bằng</span></figcaption></figure><p>Xem',
    );
  });

  test("shows the stripped upload where no variant of the lead photo was made, without an empty caption", () => {
    const bare = {
      ...leadPhoto,
      type: "image/png" as const,
      variants: {},
      caption: null,
      credit: null,
    };
    expect(feedContent(site, { ...article, leadPhoto: bare, html: "" })).toBe(
      `<figure><img src="${site.baseUrl}/anh/${leadId}/goc.png" width="3000" height="2000" ` +
        'alt="Toàn cảnh hội trường nhìn từ cuối phòng"></figure>',
    );
  });

  test("is the body alone without a lead photo", () => {
    expect(feedContent(site, { ...article, leadPhoto: null, html: "<p>Nội dung</p>" })).toBe(
      "<p>Nội dung</p>",
    );
  });

  test("leaves no relative address", () => {
    expect(feedContent(site, article)).not.toMatch(/(?:href|src|srcset)="[/#]|, \//);
  });
});
