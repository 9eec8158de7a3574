import { describe, expect, test } from "vitest";
import { absoluteHtml } from "../../src/feed/feed-content.ts";
import { photosInHtml } from "../../src/feed/feed-photo.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import { bodyId, leadId, leadPhoto, site } from "./sample.ts";

const { variants } = leadPhoto;
const stored = { width: 3000, height: 2000, type: "image/jpeg", variants, credit: null } as const;
const unmadeId = "c".repeat(64);
const photos = new Map([
  [leadId, { ...stored, id: leadId, credit: `Minh "Hà" <1>` }],
  [bodyId, { ...stored, id: bodyId }],
  [unmadeId, { ...stored, id: unmadeId, type: "image/png", variants: {} } as const],
]);

const body = `Chữ ![giữa "chữ" > & <b>](photo:${bodyId}) chữ.[^1]

![một](photo:${leadId} "Chú thích & <b> &amp;amp;")

![hai](photo:${bodyId})
![ba](photo:${unmadeId} "Ảnh ba")

[^1]: Ghi chú ở [bài khác](/bai-viet/khac).`;

describe("photosInHtml", () => {
  test("reads every photo back from what the renderer of bodies writes", () => {
    const large = { width: 1600, height: 1067 };
    expect(photosInHtml(site, renderBody(body, photos))).toEqual([
      {
        url: `${site.baseUrl}/anh/${bodyId}/1600.webp`,
        ...large,
        alt: 'giữa "chữ" > & <b>',
        caption: null,
        credit: null,
      },
      {
        url: `${site.baseUrl}/anh/${leadId}/1600.webp`,
        ...large,
        alt: "một",
        caption: "Chú thích & <b> &amp;",
        credit: 'Minh "Hà" <1>',
      },
      {
        url: `${site.baseUrl}/anh/${bodyId}/1600.webp`,
        ...large,
        alt: "hai",
        caption: null,
        credit: null,
      },
      {
        url: `${site.baseUrl}/anh/${unmadeId}/goc.png`,
        width: 3000,
        height: 2000,
        alt: "ba",
        caption: "Ảnh ba",
        credit: null,
      },
    ]);
  });
});

describe("absoluteHtml", () => {
  test("leaves no relative address in what the renderer of bodies writes", () => {
    const html = absoluteHtml(site, renderBody(body, photos), `${site.baseUrl}/bai-viet/x`);
    const addresses = [...html.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)].flatMap(
      ([, value]) => value?.split(", ") ?? [],
    );
    expect(addresses.length).toBeGreaterThan(12);
    expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
  });
});
