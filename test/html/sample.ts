import type { Label } from "../../src/published/label-store.ts";
import type { PublishedCard, PublishedPhoto, WholeArticle } from "../../src/published/published.ts";
import type { Section } from "../../src/article/article.ts";
import type { Site } from "../../src/site.ts";

export const site: Site = {
  baseUrl: "https://bantin.example.gov.vn",
  name: "Bản tin Khoa học và Công nghệ",
  tagline: "Trang tin của Sở Khoa học và Công nghệ",
  agency: {
    name: "Sở Khoa học và Công nghệ",
    parent: "Ủy ban nhân dân tỉnh",
    responsible: "Nguyễn Văn Minh – Giám đốc Sở",
    address: "Số 1, đường Trung tâm",
    phone: "0200 3800 000",
    email: "bantin@example.gov.vn",
  },
  portal: { name: "Cổng thông tin điện tử tỉnh", url: "https://example.gov.vn" },
  colours: { header: "#0c3558", accent: "#0b5394" },
  menus: { header: null, footer: null },
  measurement: null,
  rowsPerHour: 125_000,
  viewSampling: null,
  videoCards: true,
  campaign: { banner: null, mourning: null },
  accessSignIn: false,
  passkeyRole: null,
  hstsCoversSubdomains: false,
};

export const sections: Section[] = [
  { slug: "tin-tuc", name: "Tin tức – Sự kiện" },
  { slug: "xay-dung-dang", name: "Xây dựng Đảng" },
];

export function photo(letter: string, more: Partial<PublishedPhoto> = {}): PublishedPhoto {
  return {
    id: letter.repeat(64),
    width: 1600,
    height: 1067,
    type: "image/jpeg",
    variants: {
      "480.webp": { width: 480, height: 320 },
      "960.webp": { width: 960, height: 640 },
      "1600.webp": { width: 1600, height: 1067 },
      "960.jpg": { width: 960, height: 640 },
      "share.jpg": { width: 1200, height: 630 },
    },
    alt: `Ảnh ${letter}`,
    caption: null,
    credit: null,
    ...more,
  };
}

export function card(slug: string, more: Partial<PublishedCard> = {}): PublishedCard {
  return {
    position: 1,
    id: `id-${slug}`,
    slug,
    section: { slug: "xay-dung-dang", name: "Xây dựng Đảng" },
    title: `Bài ${slug}`,
    lede: `Sapo của bài ${slug}.`,
    genre: "tin",
    publishedAt: Date.parse("2021-01-28T10:05:00+07:00"),
    leadPhoto: null,
    ...more,
  };
}

/** The labels of `article()`. */
export const labels: Label[] = [
  { kind: "tag", slug: "xay-dung-dang", name: "xây dựng Đảng" },
  { kind: "tag", slug: "kh-cn", name: "KH&CN" },
  { kind: "author", slug: "the-bang", name: "Thế Bằng" },
];

export function article(more: Partial<WholeArticle> = {}): WholeArticle {
  return {
    ...card("tong-ket"),
    title: "Tổng kết công tác xây dựng Đảng năm 2020",
    version: 1,
    byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
    updatedAt: null,
    documents: [],
    recordings: [],
    leadPhoto: null,
    tags: ["xây dựng Đảng", "KH&CN"],
    source: null,
    english: null,
    ai: null,
    corrections: [],
    html: "<p>Đoạn mở đầu.</p>",
    addresses: [],
    photos: [],
    isStale: false,
    ...more,
  };
}
