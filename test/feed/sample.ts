import type { PublishedPhoto, WholeArticle } from "../../src/published/published.ts";
import type { FeedItemRow } from "../../src/published/feed-item-store.ts";
import { writeJsonFeed } from "../../src/feed/json-feed.ts";
import type { FeedPage } from "../../src/feed/feed-page.ts";
import { joinFeedItems, renderFeedItem } from "../../src/publishing/rendering/feed-item.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import type { Site } from "../../src/site.ts";
import { site as sampleSite } from "../html/sample.ts";

/** A site and articles for the tests of feeds. */
export const site: Site = { ...sampleSite, tagline: "Trang tin của Sở KH&CN" };

const id = "4f0q9xk2m7s1d3ab";
export const leadId = "a".repeat(64);
export const bodyId = "b".repeat(64);

export const leadPhoto: PublishedPhoto = {
  id: leadId,
  width: 3000,
  height: 2000,
  type: "image/jpeg",
  variants: {
    "960.jpg": { width: 960, height: 640 },
    "share.jpg": { width: 1200, height: 630 },
    "480.webp": { width: 480, height: 320 },
    "960.webp": { width: 960, height: 640 },
    "1600.webp": { width: 1600, height: 1067 },
  },
  alt: "Toàn cảnh hội trường nhìn từ cuối phòng",
  caption: "Hội nghị tại hội trường Sở KH&CN",
  credit: "Thế Bằng",
};

const { variants } = leadPhoto;
const bodyPhoto = { id: bodyId, width: 1500, height: 1000, type: "image/jpeg" } as const;

const body = `Xem [bài khác](/bai-viet/khac).[^1]

![Đồng chí đứng phát biểu > "bục"](photo:${bodyId} "Đ/c Phạm Quốc Chính & đại biểu")

[^1]: Ghi chú.`;

export const article: WholeArticle = {
  position: 1,
  id,
  slug: "tong-ket-cong-tac",
  section: { slug: "xay-dung-dang", name: "Xây dựng Đảng" },
  title: "Tổng kết công tác xây dựng Đảng năm 2020",
  lede: "Đảng bộ Sở KH&CN tổ chức Hội nghị.",
  genre: "tin",
  byline: { authors: ["Thế Bằng", "Minh Hà"], unit: "TT Phát triển KH&CN" },
  publishedAt: Date.UTC(2021, 0, 28, 3, 5),
  updatedAt: null,
  leadPhoto,
  version: 2,
  tags: ["xây dựng Đảng", "KH&CN"],
  source: { name: "Báo Nhân Dân", url: "https://nhandan.vn/bai?a=1&b=2" },
  english: null,
  ai: null,
  corrections: [],
  documents: [],
  ...renderBody(body, new Map([[bodyId, { ...bodyPhoto, variants, credit: "Minh Hà" }]])),
  isStale: false,
};

/** A JSON Feed of these articles. */
export function jsonFeed(site: Site, { articles, ...place }: FeedPage<FeedItemRow>): string {
  return writeJsonFeed(site, place, joinFeedItems(articles));
}

/** An article as a JSON Feed reads it. */
export function feedItem(shown: WholeArticle): FeedItemRow {
  return { ...shown, parts: renderFeedItem(shown) };
}

/** The same without a text of its own. */
export const emptyBody = { html: "", addresses: [], photos: [], recordings: [] };
