import { writeCursor, findPosition } from "../../../src/published/position.ts";
import type { DemoSite } from "./demo-setup.ts";
import { withdrawnPath } from "./withdrawn-article.ts";

/** An example of a kind of page. */
export type PageType = {
  name: string;
  path: string;
  status: number;
  /** Whether the page has no header, menu and footer. */
  bare?: true;
  /** Whether the answer is a download. The tests show it as a page. */
  download?: true;
};

export const referenceArticle =
  "/bai-viet/tong-ket-cong-tac-xay-dung-dang-nam-2020-va-phuong-huong-nhiem-vu-nam-2021";

export const articleWithTable =
  "/bai-viet/phuc-trang-giong-nep-thom-muong-vang-tra-lai-hat-gao-cho-ruong-bac-thang";

const older = `?truoc=${writeCursor(findPosition(Date.UTC(2026, 0, 1)))}`;

export const pageTypes: readonly PageType[] = [
  { name: "front page", path: "/", status: 200 },
  { name: "section", path: "/chuyen-muc/khoa-hoc-cong-nghe", status: 200 },
  { name: "section, further on", path: `/chuyen-muc/tin-tuc-su-kien${older}`, status: 200 },
  { name: "standing page", path: "/trang/gioi-thieu", status: 200 },
  { name: "staff directory", path: "/trang/co-cau-to-chuc", status: 200 },
  { name: "site map", path: "/so-do", status: 200 },
  { name: "documents", path: "/van-ban", status: 200 },
  { name: "tag", path: "/the/xay-dung-dang", status: 200 },
  { name: "author", path: "/tac-gia/the-bang", status: 200 },
  { name: "archive", path: "/luu-tru", status: 200 },
  { name: "tags", path: "/the", status: 200 },
  { name: "authors", path: "/tac-gia", status: 200 },
  { name: "corrections", path: "/dinh-chinh", status: 200 },
  { name: "month", path: "/luu-tru/2026/10", status: 200 },
  { name: "topic", path: "/dong-su-kien/chinh-quyen-so", status: 200 },
  { name: "search", path: "/tim-kiem", status: 200 },
  { name: "search that finds", path: "/tim-kiem?q=tong+ket", status: 200 },
  { name: "search that finds nothing", path: "/tim-kiem?q=zzzzz", status: 200 },
  { name: "reference article", path: referenceArticle, status: 200 },
  {
    name: "article with a table",
    path: articleWithTable,
    status: 200,
  },
  {
    name: "article with notes",
    path: "/bai-viet/thuy-dien-nho-hoc-cach-nghe-tieng-may",
    status: 200,
  },
  {
    name: "photo story",
    path: "/bai-viet/mot-ngay-o-tram-thuc-nghiem-giong-cay-trong",
    status: 200,
  },
  {
    name: "article without a photo",
    path: "/bai-viet/thu-nghiem-tro-ly-ao-tra-loi-thu-tuc-bang-ba-thu-tieng",
    status: 200,
  },
  {
    name: "English summary",
    path: "/bai-viet/chuyen-xe-cho-phong-thi-nghiem-len-voi-hoc-tro/en",
    status: 200,
  },
  { name: "error report", path: `${referenceArticle}/bao-loi`, status: 200 },
  { name: "print view", path: `${referenceArticle}/ban-in`, status: 200, bare: true },
  { name: "download", path: `${referenceArticle}/tai-ve`, status: 200, bare: true, download: true },
  { name: "missing page", path: "/khong-co-trang-nay", status: 404 },
  { name: "withdrawn article", path: withdrawnPath, status: 410 },
  { name: "failing page", path: "/", status: 500, bare: true },
];

/** The address of a page. The failing page is on another site. */
export function findAddress(site: DemoSite, page: PageType): string {
  return (page.status === 500 ? site.brokenAddress : site.address) + page.path;
}
