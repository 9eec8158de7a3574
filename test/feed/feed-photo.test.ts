import { describe, expect, test } from "vitest";
import { coverUrl, feedPhotos } from "../../src/feed/feed-photo.ts";
import { article, bodyId, leadId, leadPhoto, site } from "./sample.ts";

const noLead = { ...article, leadPhoto: null };

describe("feedPhotos", () => {
  test("lists the lead photo, then the body's, each in its widest file with its words", () => {
    expect(feedPhotos(site, article)).toEqual([
      {
        url: `${site.baseUrl}/anh/${leadId}/1600.webp`,
        width: 1600,
        height: 1067,
        alt: "Toàn cảnh hội trường nhìn từ cuối phòng",
        caption: "Hội nghị tại hội trường Sở KH&CN",
        credit: "Thế Bằng",
      },
      {
        url: `${site.baseUrl}/anh/${bodyId}/1600.webp`,
        width: 1500,
        height: 1000,
        alt: 'Đồng chí đứng phát biểu > "bục"',
        caption: "Đ/c Phạm Quốc Chính & đại biểu",
        credit: "Minh Hà",
      },
    ]);
  });

  test("takes the JPEG of a photo that no WebP is wider than", () => {
    const small = {
      ...leadPhoto,
      variants: { "960.jpg": { width: 900, height: 600 }, "960.webp": { width: 900, height: 600 } },
    };
    expect(feedPhotos(site, { ...article, leadPhoto: small, html: "" })[0]).toMatchObject({
      url: `${site.baseUrl}/anh/${leadId}/960.jpg`,
      width: 900,
    });
  });

  test("reads photos of a gallery and amid text, without captions, in their order", () => {
    const image = (name: string) =>
      `<img src="/anh/${name}/960.jpg" alt="${name}" width="800" height="600">`;
    const html =
      `<p>Chữ ${image("a")} chữ</p><div class="gallery"><figure class="photo">${image("b")}</figure>` +
      `<figure class="photo"><picture><source srcset="/anh/c/480.webp 480w">${image("c")}</picture></figure></div>`;
    const photos = feedPhotos(site, { ...noLead, html });
    expect(
      photos.map(({ alt, width, height, caption }) => ({ alt, width, height, caption })),
    ).toEqual(["a", "b", "c"].map((alt) => ({ alt, width: 800, height: 600, caption: null })));
  });

  test("gives the size of the file that it names", () => {
    const html = '<img src="/anh/a/960.jpg" alt="" width="4000" height="3000">';
    expect(feedPhotos(site, { ...noLead, html })).toMatchObject([{ width: 960, height: 720 }]);
  });

  test("decodes references, whatever they stand for", () => {
    const html =
      '<img src="/anh/a/goc.png" alt="&amp;lt; &#39;&#x1F600;&quot;" width="10" height="10">';
    expect(feedPhotos(site, { ...noLead, html })).toMatchObject([{ alt: `&lt; '😀"`, width: 10 }]);
  });

  test("finds none in an article without photos", () => {
    expect(feedPhotos(site, { ...noLead, html: "<p>&lt;img src=x&gt;</p>" })).toEqual([]);
  });
});

describe("coverUrl", () => {
  test("is the crop for sharing, else the whole photo", () => {
    expect(coverUrl(site, leadPhoto)).toBe(`${site.baseUrl}/anh/${leadId}/share.jpg`);
    expect(coverUrl(site, { ...leadPhoto, variants: {} })).toBe(
      `${site.baseUrl}/anh/${leadId}/goc.jpg`,
    );
  });
});
