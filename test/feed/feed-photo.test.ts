import { describe, expect, test } from "vitest";
import { coverUrl, listFeedPhotos } from "../../src/publishing/rendering/feed-photo.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import { article, bodyId, emptyBody, leadId, leadPhoto, site } from "./sample.ts";

const noLead = { ...article, leadPhoto: null };

describe("feedPhotos", () => {
  test("lists the lead photo, then the body's, each in its widest file with its words", () => {
    expect(listFeedPhotos(site, article)).toEqual([
      {
        url: `${site.baseUrl}/anh/${leadId}/1600.webp`,
        width: 1600,
        height: 1067,
        alt: "Toàn cảnh hội trường nhìn từ cuối phòng",
        caption: "Hội nghị tại hội trường Sở KH&CN",
        credit: "Thế Bằng",
        madeByAi: null,
        digitalSourceType: null,
      },
      {
        url: `${site.baseUrl}/anh/${bodyId}/1600.webp`,
        width: 1600,
        height: 1067,
        alt: 'Đồng chí đứng phát biểu > "bục"',
        caption: "Đ/c Phạm Quốc Chính & đại biểu",
        credit: "Minh Hà",
        madeByAi: null,
        digitalSourceType: null,
      },
    ]);
  });

  test("takes the JPEG of a photo that no WebP is wider than", () => {
    const small = {
      ...leadPhoto,
      variants: { "960.jpg": { width: 900, height: 600 }, "960.webp": { width: 900, height: 600 } },
    };
    expect(listFeedPhotos(site, { ...article, leadPhoto: small, ...emptyBody })[0]).toMatchObject({
      url: `${site.baseUrl}/anh/${leadId}/960.jpg`,
      width: 900,
    });
  });

  test("lists photos of a gallery and amid text, without captions, in their order", () => {
    const markdown = `Chữ ![a](photo:${bodyId}) chữ\n\n![b](photo:${bodyId})\n![c](photo:${bodyId})`;
    const { id, width, height, type, variants, credit } = leadPhoto;
    const stored = { id, width, height, type, variants, credit };
    const body = renderBody(markdown, new Map([[bodyId, { ...stored, id: bodyId, credit: null }]]));
    const photos = listFeedPhotos(site, { ...noLead, ...body });
    expect(photos.map(({ alt, caption, credit: by }) => [alt, caption, by])).toEqual([
      ["a", null, null],
      ["b", null, null],
      ["c", null, null],
    ]);
  });

  test("takes the stripped upload of a photo that has no variants", () => {
    const bare = { ...leadPhoto, type: "image/png" as const, variants: {} };
    expect(listFeedPhotos(site, { ...article, leadPhoto: bare, ...emptyBody })).toMatchObject([
      { url: `${site.baseUrl}/anh/${leadId}/goc.png`, width: 3000, height: 2000 },
    ]);
  });

  test("lists none for an article without photos", () => {
    expect(listFeedPhotos(site, { ...noLead, ...renderBody("<img src=x>", new Map()) })).toEqual(
      [],
    );
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
