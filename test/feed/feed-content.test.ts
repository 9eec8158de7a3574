import { describe, expect, test } from "vitest";
import { renderFeedContent } from "../../src/publishing/rendering/feed-content.ts";
import { article, emptyBody, leadId, leadPhoto, site } from "./sample.ts";

describe("feedContent", () => {
  test("begins with the lead photo, its caption and its credit", () => {
    expect(renderFeedContent(site, article)).toMatch(
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
    expect(renderFeedContent(site, { ...article, leadPhoto: bare, ...emptyBody })).toBe(
      `<figure><img src="${site.baseUrl}/anh/${leadId}/goc.png" width="3000" height="2000" ` +
        'alt="Toàn cảnh hội trường nhìn từ cuối phòng"></figure>',
    );
  });

  test("is the body alone without a lead photo", () => {
    expect(
      renderFeedContent(site, {
        ...article,
        leadPhoto: null,
        ...emptyBody,
        html: "<p>Nội dung</p>",
      }),
    ).toBe("<p>Nội dung</p>");
  });

  test("leaves no relative address", () => {
    const addresses = [
      ...renderFeedContent(site, article).matchAll(/\s(?:href|src|srcset)="([^"]*)"/g),
    ];
    const all = addresses.flatMap(([, value]) => value?.split(", ") ?? []);
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter((address) => !address.startsWith(`${site.baseUrl}/`))).toEqual([]);
  });

  test("leads its footnotes to the article's page, where their targets are", () => {
    expect(renderFeedContent(site, article)).toContain(
      `href="${site.baseUrl}/bai-viet/${article.slug}#chu-thich-1"`,
    );
  });
});
