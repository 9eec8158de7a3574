import type { PublishedArticle, PublishedPhoto } from "../../src/published/published.ts";
import type { Site } from "../../src/site.ts";

/** A site and articles for the tests of feeds. */
export const site: Site = {
  baseUrl: "https://bantin.example.gov.vn",
  name: "Bản tin Khoa học và Công nghệ",
  tagline: "Trang tin của Sở KH&CN",
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
  measurement: null,
  accessSignIn: false,
};

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

/** As the renderer of bodies writes it. */
const bodyFigure = `<figure class="photo">
<a class="photo-link" href="/anh/${bodyId}/1600.webp"><picture
><source type="image/webp" srcset="/anh/${bodyId}/480.webp 480w, /anh/${bodyId}/1600.webp 1500w" sizes="100vw" />
<img
src="/anh/${bodyId}/960.jpg"
alt="Đồng chí đứng phát biểu &gt; &quot;bục&quot;"
width="1500"
height="1000"
 loading="lazy"
decoding="async"
/></picture
></a>
<figcaption>
Đ/c Phạm Quốc Chính &amp; <em>đại biểu</em> <span class="credit">Ảnh: Minh Hà</span>
</figcaption>
</figure>`;

export const article: PublishedArticle = {
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
  corrections: [],
  html: `<p>Xem <a href="/bai-viet/khac">bài khác</a>.<sup><a href="#cuoi-1">1</a></sup></p>${bodyFigure}`,
};
